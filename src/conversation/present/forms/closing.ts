import type { Case } from '../../../domain/case.ts';
import { missingIn } from '../../../domain/casework/demands.ts';
import type { PolicyOnCase } from '../../policy-on-case.ts';
import type { CaseForm } from '../../views.ts';
import { bulleted, type Listener, tell } from '../../voice.ts';
import { missingText } from '../unready.ts';
import { can, field, form, type Viewer } from './form.ts';

/** Ends a case, with what the policy wants first as a list to go through. */
export function closeForm(
  to: Listener,
  current: Case,
  viewer: Viewer,
  asked: PolicyOnCase | undefined,
): CaseForm | null {
  if (current.state === 'closed' || !can(viewer, 'close', current)) return null;
  const fields = [
    field('outcome', tell(to, 'case.close-outcome')),
    field('debrief', tell(to, 'case.close-debrief')),
    field('day', tell(to, 'case.close-day'), { kind: 'day', hint: tell(to, 'case.close-day-hint'), optional: true }),
    field('lessons', tell(to, 'case.close-lessons')),
    field('changes', tell(to, 'case.close-changes')),
    field('anyway', tell(to, 'case.close-anyway'), { hint: tell(to, 'case.close-anyway-hint'), optional: true }),
  ];
  const press = { verb: 'case.close', case: current.id } as const;
  return form(to, press, 'case.close', 'case.close-submit', fields, 'work', introOf(to, current, asked));
}

function introOf(to: Listener, current: Case, asked: PolicyOnCase | undefined): readonly string[] {
  if (!asked) return [tell(to, 'case.close-intro-card')];
  const { close } = asked.handling;
  const missing = missingIn(current, asked.demands);
  return [
    ...(close.length > 0 ? [tell(to, 'case.close-intro'), ...close.map(bulleted)] : []),
    ...(missing.length > 0 ? [tell(to, 'case.close-missing-now', { missing: missingText(to, missing) })] : []),
  ];
}
