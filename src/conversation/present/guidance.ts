import type { Case } from '../../domain/case.ts';
import { isRole } from '../../domain/people.ts';
import { mayOn } from '../../domain/permissions.ts';
import { fill } from '../../policy/placeholders.ts';
import type { Deadline, Pack, Parents } from '../../policy/standing.ts';
import type { RouteRole } from '../../policy/vocabulary.ts';
import type { PolicyOnCase } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import type { LabelledRow } from '../views.ts';
import { bulleted, categoryName, tell } from '../voice.ts';

/** What the policy asks of whoever deals with an open case: for those who may close it, since they see it through. */
export function guidanceRows(to: Advised, current: Case, asked: PolicyOnCase): readonly LabelledRow[] {
  if (current.state === 'closed' || !mayOn(to.person, 'close', current)) return [];
  const { pack } = to.policy;
  const { triage, handling } = asked;
  const others = triage.alsoCategories.filter((one) => one !== current.category);
  const named = triage.route.tell.filter((role) => !isRole(role)).map((role) => title(role, pack));
  const deadlines = handling.deadlines.map((one) => deadlineLine(one, pack));
  return [
    ...row(tell(to, 'case.guidance-also'), others.map(categoryName)),
    ...row(tell(to, 'case.guidance-named'), named),
    ...row(tell(to, 'case.guidance-first'), handling.steps),
    ...[
      ...row(tell(to, 'case.guidance'), handling.checklist),
      ...row(tell(to, 'case.guidance-deadlines'), deadlines),
      ...row(tell(to, 'case.guidance-close'), handling.close),
    ].map(folded),
  ];
}

function row(label: string, lines: readonly string[]): readonly LabelledRow[] {
  return lines.length > 0 ? [{ label, told: lines.map(bulleted).join('\n') }] : [];
}

/** A row that whoever works the case may want, but need not read each time. */
function folded(one: LabelledRow): LabelledRow {
  return { ...one, folded: true };
}

/** Who speaks to parents by the policy, and when; or that they are not to be told yet. */
export function parentLines(to: Advised, { by, when, hold }: Parents, pack: Pack): readonly string[] {
  const who = by.map((role) => title(role, pack)).join(', ');
  const says = [who, when].filter((one) => one !== '');
  if (hold && says.length === 0) return [tell(to, 'case.guidance-parents-wait')];
  if (hold) return [tell(to, 'case.guidance-parents-hold', { says: says.join(', ') })];
  return says.length > 0 ? [says.join(': ')] : [];
}

function deadlineLine({ within, what, by }: Deadline, pack: Pack): string {
  return `${within}: ${what} (${title(by, pack)})`;
}

function title(role: RouteRole, pack: Pack): string {
  return fill(`{${role}}`, pack, 'staff').replace(/^The /, 'the ');
}
