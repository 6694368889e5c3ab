import type { CaseEvent } from '../../../domain/case.ts';
import { type Listener, moment, tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';

/** What the clock did, and what people told it. */
export const clockLines: EventLines<'climbed' | 'told-in-person' | 'handed-over'> = {
  climbed: climbedLine,
  'told-in-person': (to) => tell(to, 'event.told-in-person'),
  'handed-over': (to, event) =>
    tell(to, 'event.handed-over', { from: event.from.name, to: event.to.name, until: moment(to, event.until) }),
};

function climbedLine(to: Listener, { rung, step, due, to: people }: Extract<CaseEvent, { kind: 'climbed' }>): string {
  const when = { step: tell(to, `clock.step.${step}`), due: moment(to, due) };
  switch (rung) {
    case 'nobody':
    case 'channel':
      return tell(to, `event.climbed.${rung}`, when);
    case 'reporter':
      return tell(to, 'event.climbed.reporter');
    default:
      return tell(to, 'event.climbed.people', { ...when, names: people.map(({ name }) => name).join(', ') });
  }
}
