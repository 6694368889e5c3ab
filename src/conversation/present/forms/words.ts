import type { Case } from '../../../domain/case.ts';
import type { CaseForm } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { can, type FormMaker, field, form, type Viewer } from './form.ts';

/** What is added to the record of a case. */
export const wordsForms: readonly FormMaker[] = [noteForm];

function noteForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!can(viewer, 'note', current)) return null;
  return form(to, { verb: 'case.note', case: current.id }, 'case.note', 'case.note-submit', [
    field('text', tell(to, 'case.note-text')),
  ]);
}
