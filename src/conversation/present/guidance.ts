import type { Case } from '../../domain/case.ts';
import { asKnown } from '../../domain/parties.ts';
import { isRole } from '../../domain/people.ts';
import { mayOn } from '../../domain/permissions.ts';
import { fill } from '../../policy/placeholders.ts';
import type { Deadline, Pack, Parents } from '../../policy/standing.ts';
import type { Handling, Triage } from '../../policy/triage/result.ts';
import type { RouteRole } from '../../policy/vocabulary.ts';
import { type Advised, suggestionFor } from '../suggestion.ts';
import type { LabelledRow } from '../views.ts';
import { bulleted, categoryName, tell } from '../voice.ts';

/** What the policy asks of whoever deals with an open case: for those who may close it, since they see it through. */
export function guidanceRows(to: Advised, current: Case): readonly LabelledRow[] {
  if (current.state === 'closed' || !mayOn(to.person, 'close', current)) return [];
  const { triage } = suggestionFor(to, { ...asKnown(current), category: '' });
  const { pack } = to.policy;
  const handling = current.category === triage.category ? triage.handling : handlingOf(current, pack);
  const others = triage.alsoCategories.filter((one) => one !== current.category);
  const rows: readonly (readonly [LabelledRow['label'], readonly string[]])[] = [
    [tell(to, 'case.guidance-also'), others.map(categoryName)],
    [tell(to, 'case.guidance-outside'), outsideLines(triage, pack)],
    [tell(to, 'case.guidance'), handling.steps],
    [
      tell(to, 'case.guidance-named'),
      triage.route.tell.filter((role) => !isRole(role)).map((role) => title(role, pack)),
    ],
    [tell(to, 'case.guidance-parents'), parentLines(to, handling.parents, pack)],
    [tell(to, 'case.guidance-deadlines'), handling.deadlines.map((one) => deadlineLine(one, pack))],
    [tell(to, 'case.guidance-close'), handling.close],
  ];
  return rows.flatMap(([label, lines]) => (lines.length > 0 ? [{ label, told: lines.map(bulleted).join('\n') }] : []));
}

/** What the policy asks for a kind that a person chose: without the circumstances that only words can show. */
function handlingOf({ category }: Case, pack: Pack): Pick<Handling, 'steps' | 'parents' | 'deadlines' | 'close'> {
  const { handler, parents, deadlines, close } = pack.incidents[category];
  const lines = (all: readonly string[]) => all.map((line) => fill(line, pack, 'staff'));
  return { steps: lines(handler), parents, deadlines, close: lines(close) };
}

function outsideLines({ route }: Triage, pack: Pack): readonly string[] {
  return route.outside.map(({ role, how }) => {
    const phone = pack.contacts[role]?.phone;
    return [title(role, pack), ...(phone ? [phone] : []), fill(how, pack, 'staff')].join(': ');
  });
}

function parentLines(to: Advised, { by, when, hold }: Parents, pack: Pack): readonly string[] {
  const who = by.map((role) => title(role, pack)).join(', ');
  const says = [who, when].filter((one) => one !== '').join(': ');
  if (says === '') return [];
  return [hold ? tell(to, 'case.guidance-parents-hold', { says }) : says];
}

function deadlineLine({ within, what, by }: Deadline, pack: Pack): string {
  return `${within}: ${what} (${title(by, pack)})`;
}

function title(role: RouteRole, pack: Pack): string {
  return fill(`{${role}}`, pack, 'staff').replace(/^The /, 'the ');
}
