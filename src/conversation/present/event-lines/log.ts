import type { LogEvent } from '../../../domain/log.ts';
import { whenText } from '../../times.ts';
import { categoryName, type Listener, tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';

type Of<Kind extends LogEvent['kind']> = Extract<LogEvent, { kind: Kind }>;

/** What happens in the log of a case. */
export const logLines: EventLines<LogEvent['kind']> = {
  'investigation-opened': (to, { lead, second, computer }) =>
    tell(to, 'event.investigation-opened', { lead: lead.name, second: second.name, computer }),
  checked: checkedLine,
  'investigation-halted': haltedLine,
  'investigation-resumed': (to, { reason }) => tell(to, 'event.investigation-resumed', { text: reason }),
  'investigation-ended': (to, { found }) => tell(to, 'event.investigation-ended', { text: found }),
  viewed: (to, { who, how, support, when }) =>
    sentences(
      tell(to, 'event.viewed', { when: whenText(to, when), who, how }),
      support.trim() !== '' && tell(to, 'event.viewed-support', { text: support }),
    ),
  'evidence-registered': (to, { number, what, sort, holder, since }) =>
    tell(to, 'event.evidence-registered', {
      number,
      what,
      sort: tell(to, `evidence.${sort}`),
      holder,
      when: whenText(to, since),
    }),
  'evidence-moved': (to, { number, what, from, fate, who, when }) =>
    tell(to, `event.evidence-${fate}`, { number, what, from, who, when: whenText(to, when) }),
  'told-outside': (to, { body, who, number, when, advice }) =>
    sentences(
      tell(to, 'event.told-outside', {
        body: tell(to, `body.${body}`),
        name: who,
        number,
        when: whenText(to, when),
      }),
      advice !== undefined && tell(to, 'event.told-advice', { text: advice }),
    ),
  'not-told-outside': (to, { body, reason }) =>
    tell(to, 'event.not-told-outside', { body: tell(to, `body.${body}`), text: reason }),
  'parents-told': (to, { whose, teller, how, when, agreed }) =>
    sentences(
      tell(to, 'event.parents-told', { when: whenText(to, when), whose, teller, how: tell(to, `how.${how}`) }),
      agreed !== undefined && tell(to, 'event.parents-agreed', { text: agreed }),
    ),
  'parents-not-told': (to, { whose, reason }) => tell(to, 'event.parents-not-told', { whose, text: reason }),
  sanctioned: sanctionedLine,
};

function checkedLine(to: Listener, { what, found, present, when, elsewhere }: Of<'checked'>): string {
  const who = tell(to, `event.checked-${present}`);
  const where = elsewhere === undefined ? [] : [tell(to, 'event.checked-elsewhere', { text: elsewhere })];
  return tell(to, 'event.checked', { when: whenText(to, when), present: [who, ...where].join('; '), what, found });
}

function haltedLine(to: Listener, { why, text, filed }: Of<'investigation-halted'>): string {
  const severity = filed && tell(to, `case.severity.${filed.to.severity}`);
  return sentences(
    tell(to, 'event.investigation-halted', { why: tell(to, `halt.${why}`), text }),
    filed && severity && tell(to, 'event.now-filed', { category: categoryName(filed.to.category), severity }),
  );
}

function sanctionedLine(to: Listener, { title, count, whom, decided, until }: Of<'sanctioned'>): string {
  const values = { whom, title, count: tell(to, `count.${count}`), text: decided };
  return sentences(
    tell(to, title === '' ? 'event.sanctioned-own' : 'event.sanctioned', values),
    until !== undefined && tell(to, 'event.sanctioned-until', { day: whenText(to, until) }),
  );
}

/** Those that there are, one line each: what people wrote does not always end in a full stop. */
function sentences(...all: readonly (string | false | undefined)[]): string {
  return all.filter((one) => one !== false && one !== undefined).join('\n');
}
