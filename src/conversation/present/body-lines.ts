import type { Case, RecordedEvent } from '../../domain/case.ts';
import { type LogEvent, type OutsideBody, safeguardingBodies } from '../../domain/log.ts';
import { bodyName } from '../body-name.ts';
import type { BodyStep, PolicyOnCase } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import { whenText } from '../times.ts';
import { type Listener, tell } from '../voice.ts';

type Of<Kind extends LogEvent['kind']> = Extract<LogEvent, { kind: Kind }>;

/** What happened of one kind, oldest first. */
export function eventsOf<Kind extends LogEvent['kind']>(
  events: readonly RecordedEvent[],
  kind: Kind,
): readonly Of<Kind>[] {
  return events.flatMap(({ event }) => (event.kind === kind ? [event as Of<Kind>] : []));
}

/** What is to do first, then what is to be decided, then what was done. A closed case waits for nothing more. */
export function bodyLines(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  { outside, consider }: PolicyOnCase,
): readonly string[] {
  const { told = [], notTold = [] } = current.log ?? {};
  const open = current.state !== 'closed';
  const waiting = ({ body }: BodyStep) => open && !told.includes(body);
  const must = (body: OutsideBody) => current.severity === 'immediate' && safeguardingBodies.includes(body);
  const toDo = outside.filter(waiting);
  return [
    ...toDo.filter(({ body }) => !notTold.includes(body)).map((step) => stepLine(to, 'log.body-to-do', step)),
    ...toDo
      .filter(({ body }) => notTold.includes(body) && must(body))
      .map(({ body }) => tell(to, 'log.body-not-told-yet', { body: bodyName(to, body) })),
    ...consider
      .filter((step) => waiting(step) && !notTold.includes(step.body))
      .map((step) => stepLine(to, 'log.body-decide', step)),
    ...eventsOf(events, 'told-outside').map(({ body, who, number, when }) =>
      tell(to, 'log.body-told', { body: bodyName(to, body), who, number, when: whenText(to, when) }),
    ),
    ...notTold
      .filter((body) => !must(body) || !outside.some((one) => one.body === body))
      .map((body) => tell(to, 'log.body-not-told', { body: bodyName(to, body) })),
  ];
}

/** A body that waits to be told, or for somebody to decide. */
export function stepLine(to: Listener, id: 'log.body-to-do' | 'log.body-decide', { name, how }: BodyStep): string {
  return tell(to, id, { body: name, how });
}
