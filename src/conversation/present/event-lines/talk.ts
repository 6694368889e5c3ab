import type { CaseEvent } from '../../../domain/case.ts';
import { type Listener, tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';

type Kind =
  | 'replied'
  | 'reply-delivered'
  | 'reply-undelivered'
  | 'read'
  | 'answered'
  | 'reveal-asked'
  | 'reveal-refused'
  | 'revealed'
  | 'name-shown';

/** What passed between whoever reported and those who work the case. */
export const talkLines: EventLines<Kind> = {
  replied: (to, event) => tell(to, 'event.replied', { text: event.text }),
  'reply-delivered': (to) => tell(to, 'event.reply-delivered'),
  'reply-undelivered': (to) => tell(to, 'event.reply-undelivered'),
  read: (to) => tell(to, 'event.read'),
  answered: answeredLine,
  'reveal-asked': (to, event) => tell(to, 'event.reveal-asked', { text: event.reason }),
  'reveal-refused': (to, event) => tell(to, 'event.reveal-refused', { name: event.asked.name, text: event.reason }),
  revealed: revealedLine,
  'name-shown': (to) => tell(to, 'event.name-shown'),
};

function answeredLine(to: Listener, { text, graver }: Extract<CaseEvent, { kind: 'answered' }>): string {
  if (!graver) return tell(to, 'event.answered', { text });
  return tell(to, 'event.answered-graver', { text, severity: tell(to, `case.severity.${graver.severity}`) });
}

function revealedLine(to: Listener, { asked, reason }: Extract<CaseEvent, { kind: 'revealed' }>): string {
  if (!asked) return tell(to, 'event.revealed-alone', { text: reason });
  return tell(to, 'event.revealed', { name: asked.name, text: reason });
}
