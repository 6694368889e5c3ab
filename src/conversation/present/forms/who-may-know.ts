import type { Case } from '../../../domain/case.ts';
import type { CaseForm } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { can, choice, type FormMaker, field, form, type Viewer } from './form.ts';
import { choicesOf, colleagues } from './people-to-choose.ts';

/** What narrows who may know of a case. */
export const whoForms: readonly FormMaker[] = [restrictForm];

/** Null where fewer than two may know it anyway. */
function restrictForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (viewer === 'channel' || !can(viewer, 'restrict', current)) return null;
  const me = { value: 'me', toldTitle: tell(to, 'case.assign-me') };
  const people = choicesOf(colleagues(to, current, viewer), to, viewer);
  if (people.length === 0) return null;
  return form(
    to,
    { verb: 'case.restrict', case: current.id },
    'case.restrict',
    'case.restrict-submit',
    [
      choice('first', tell(to, 'case.restrict-first'), [me, ...people]),
      choice('second', tell(to, 'case.restrict-second'), [...people, me]),
      field('reason', tell(to, 'case.restrict-reason')),
    ],
    'people',
  );
}
