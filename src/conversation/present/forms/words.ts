import { type Case, outsideBodies } from '../../../domain/case.ts';
import type { CaseForm } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { can, choice, type FormMaker, field, form, type Viewer } from './form.ts';

/** What is added to the record of a case. */
export const wordsForms: readonly FormMaker[] = [noteForm, toldForm];

function noteForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!can(viewer, 'note', current)) return null;
  return form(to, { verb: 'case.note', case: current.id }, 'case.note', 'case.note-submit', [
    field('text', tell(to, 'case.note-text')),
  ]);
}

function toldForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (current.state === 'closed' || !can(viewer, 'escalate', current)) return null;
  const bodies = outsideBodies.map((body) => ({ value: body, toldTitle: tell(to, `body.${body}`) }));
  return form(to, { verb: 'case.told', case: current.id }, 'case.told', 'case.told-submit', [
    choice('body', tell(to, 'case.told-body'), bodies),
    field('who', tell(to, 'case.told-who'), { kind: 'line' }),
    field('number', tell(to, 'case.told-number'), { kind: 'line' }),
    field('when', tell(to, 'case.told-when'), { kind: 'line', hint: tell(to, 'case.told-when-hint') }),
  ]);
}
