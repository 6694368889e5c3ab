import type { Case } from '../../../domain/case.ts';
import { categories, severities } from '../../../domain/filing.ts';
import type { CaseForm, Choice } from '../../views.ts';
import { categoryName, type Listener, tell } from '../../voice.ts';
import { closeForm } from './closing.ts';
import { can, choice, type FormMaker, field, form, type Viewer } from './form.ts';
import { choicesOf, colleagues, reachable } from './people-to-choose.ts';

/** What moves a case along. */
export const progressForms: readonly FormMaker[] = [reopenForm, assignForm, escalateForm, refileForm, closeForm];

function isOpen({ state }: Case): boolean {
  return state !== 'closed';
}

function assignForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!isOpen(current) || !can(viewer, 'assign', current)) return null;
  const me: Choice = { value: 'me', toldTitle: tell(to, 'case.assign-me') };
  const people = [me, ...choicesOf(colleagues(to, current, viewer), to, viewer)];
  return form(to, { verb: 'case.assign', case: current.id }, 'case.assign', 'case.assign-submit', [
    choice('to', tell(to, 'case.assign-to'), people),
  ]);
}

/** Null where nobody is left to escalate to. */
function escalateForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!isOpen(current) || !can(viewer, 'escalate', current)) return null;
  const people = choicesOf(reachable(to, current, viewer), to, viewer);
  if (people.length === 0) return null;
  return form(to, { verb: 'case.escalate', case: current.id }, 'case.escalate', 'case.escalate-submit', [
    choice('to', tell(to, 'case.escalate-to'), people),
    field('reason', tell(to, 'case.escalate-reason')),
  ]);
}

function refileForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!isOpen(current) || !can(viewer, 'close', current)) return null;
  const kinds = categories.map((one) => ({ value: one, toldTitle: categoryName(one) }));
  const urgencies = severities.map((one) => ({ value: one, toldTitle: tell(to, `case.severity.${one}`) }));
  return form(to, { verb: 'case.refile', case: current.id }, 'case.refile', 'case.refile-submit', [
    choice('category', tell(to, 'case.refile-category'), kinds, current.category),
    choice('severity', tell(to, 'case.refile-severity'), urgencies, current.severity),
    field('reason', tell(to, 'case.refile-reason')),
  ]);
}

function reopenForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (isOpen(current) || !can(viewer, 'reopen', current)) return null;
  return form(to, { verb: 'case.reopen', case: current.id }, 'case.reopen', 'case.reopen-submit', [
    field('reason', tell(to, 'case.reopen-reason')),
  ]);
}
