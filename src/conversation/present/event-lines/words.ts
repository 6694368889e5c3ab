import type { CaseEvent } from '../../../domain/case.ts';
import { type Listener, tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';
import { withKeptOut } from './people.ts';

/** What is added to the record of a case. */
export const wordsLines: EventLines<'added' | 'noted' | 'told-outside'> = {
  added: addedLine,
  noted: (to, event) => tell(to, 'event.noted', { text: event.text }),
  'told-outside': (to, { body, who, number, when }) =>
    tell(to, 'event.told-outside', { body: tell(to, `body.${body}`), name: who, number, when }),
};

function addedLine(to: Listener, event: Extract<CaseEvent, { kind: 'added' }>): string {
  return withKeptOut(to, addition(to, event), event.keptOut);
}

function addition(to: Listener, { text, graver }: Extract<CaseEvent, { kind: 'added' }>): string {
  if (!graver) return tell(to, 'event.added', { text });
  return tell(to, 'event.added-graver', { text, severity: tell(to, `case.severity.${graver.severity}`) });
}
