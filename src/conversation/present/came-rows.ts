import type { Case, RecordedEvent } from '../../domain/case.ts';
import { partiesOf } from '../../domain/parties.ts';
import type { Party } from '../../domain/party.ts';
import { accusedIn, isAboutStaff, leftChannel } from '../../domain/routing.ts';
import type { LabelledRow } from '../views.ts';
import { type Listener, tell } from '../voice.ts';

/**
 * Why a case about an adult of the school is with this person, who takes it in place of the safeguarding team: whom it
 * names, and the reason of whoever named them. Nothing for others who may know of it, such as a second investigator.
 */
export function cameRows(to: Listener, current: Case, events: readonly RecordedEvent[]): readonly LabelledRow[] {
  const { route } = current;
  if (!isAboutStaff(route) || !route.told.includes(to.person.id)) return [];
  const accused = accusedIn(partiesOf(current)).filter(isAdultHere);
  const names = accused.map(({ name }) => name).filter((name) => name !== '');
  const reason = events.map((one) => reasonIn(one, accused)).findLast((text) => text !== '');
  const lines = [
    names.length > 0 ? tell(to, 'people.came-named', { names: names.join(', ') }) : tell(to, 'people.came-staff'),
    ...(leftChannel(route) ? [tell(to, 'people.came-moved')] : []),
    ...(reason ? [tell(to, 'people.came-reason', { reason })] : []),
  ];
  return [{ label: tell(to, 'people.came'), told: lines.join('\n') }];
}

/** Somebody of the school; or not known to be anybody else, since then they are kept out as well. */
function isAdultHere({ kind }: Party): boolean {
  return kind !== 'pupil' && kind !== 'outside';
}

/** Why somebody said that one of these may have done it; empty where the event says nothing of them. */
function reasonIn({ event }: RecordedEvent, accused: readonly Party[]): string {
  if (event.kind !== 'party-added' && event.kind !== 'party-changed') return '';
  const { id } = event.kind === 'party-added' ? event.party : event.to;
  return accused.some((one) => one.id === id) ? event.reason : '';
}
