import type { Case } from '../../domain/case.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { CaseCardView } from '../views.ts';
import { type Listener, moment, roleName, tell } from '../voice.ts';

/** Who reads it: everybody in the DSL channel, or somebody who may open the case. */
export type Reader = 'channel' | 'private';

/** What a card says of time and of telephones: by when what is due, whom to ring, and who was told in person. */
export function clockFacts(to: Listener, current: Case, reader: Reader): CaseCardView['facts'] {
  return [...dueFact(to, current), ...phoneFacts(to, current, reader), ...toldFact(to, current)];
}

function dueFact(to: Listener, { clock }: Case): CaseCardView['facts'] {
  if (!clock) return [];
  const label = tell(to, `clock.${clock.overdue ? 'overdue' : 'due'}.${clock.step}`);
  return [{ label, value: moment(to, clock.due) }];
}

/** Numbers to ring stand on what cannot wait. Out of hours is only for cases that the safeguarding team has. */
function phoneFacts(to: Listener, { severity, state, route }: Case, reader: Reader): CaseCardView['facts'] {
  if (severity !== 'immediate' || state === 'closed') return [];
  const { label: whose, number } = phoneFor(to.school, route);
  // A school may write a name into a label, and the channel's card names nobody (rule of safety 5).
  const label = reader === 'channel' && route.inChannel ? roleName('dsl') : whose;
  const { outOfHours } = to.school.phones;
  return [
    { label: tell(to, 'clock.ring'), value: tell(to, 'clock.ring-number', { label, number }) },
    ...(outOfHours && route.inChannel
      ? [{ label: tell(to, 'clock.ring-out-of-hours'), value: tell(to, 'clock.ring-number', outOfHours) }]
      : []),
  ];
}

function toldFact(to: Listener, { toldInPersonAt }: Case): CaseCardView['facts'] {
  if (toldInPersonAt === undefined) return [];
  const value = tell(to, 'clock.told-in-person-at', { when: moment(to, toldInPersonAt) });
  return [{ label: tell(to, 'clock.told-in-person'), value }];
}
