import type { Case } from '../domain/case.ts';
import { isHidden } from '../domain/hidden.ts';
import type { CaseLink } from '../domain/party.ts';
import type { CaseTurnPress } from './case-requests.ts';
import { type Desk, mineKey, newsParcels, ownLine } from './effects.ts';
import { referenceIn } from './people-requests.ts';
import { readCase } from './read-case.ts';
import type { Store, Write } from './store.ts';

/** A case as it was read. */
export type Found = { readonly current: Case; readonly etag: string };

/** The other cases that a press on this one has to do with; none for nearly all. */
export async function othersOf(
  store: Store,
  school: string,
  press: CaseTurnPress,
  current: Case,
): Promise<readonly Found[]> {
  const ids = idsOf(press, current).filter((id) => id !== current.id);
  const found = await Promise.all(ids.map((id) => readCase(store, school, id)));
  return found.flatMap((one) => one ?? []);
}

function idsOf(press: CaseTurnPress, { mergedInto, links = [] }: Case): readonly string[] {
  switch (press.verb) {
    case 'case.link':
    case 'case.merge':
      return [referenceIn(press.other)];
    case 'case.reopen':
      return mergedInto === undefined ? doubles(links) : [mergedInto];
    case 'case.close':
      return doubles(links);
    default:
      return [];
  }
}

function doubles(links: readonly CaseLink[]): readonly string[] {
  return links.filter(({ how }) => how === 'duplicate').map(({ other }) => other);
}

/** Whoever reported a double of a case that is closed, or open again, hears it too, in their own thread. */
export function doublesHear(desk: Desk, before: Case, next: Case, others: readonly Found[]): readonly Write[] {
  if (before.state === next.state) return [];
  const { state } = next;
  const what = state === 'closed' ? 'closed' : 'reopened';
  const cases = others.map(({ current }) => current).filter(({ mergedInto }) => mergedInto === next.id);
  return cases.flatMap((double) => [
    ...(isHidden(double.reporter)
      ? []
      : [{ kind: 'put', key: mineKey(double), value: { ...ownLine(double), state } } as const]),
    ...newsParcels(desk, double, [{ to: double.reporter.id, what }]),
  ]);
}
