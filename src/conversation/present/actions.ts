import type { Case } from '../../domain/case.ts';
import { type FormGroup, formGroups } from '../press/parts.ts';
import type { CaseActions, CaseForm, CaseFormsView } from '../views.ts';
import { button, type Listener, tell } from '../voice.ts';
import { can, type FormMaker, type Viewer } from './forms/form.ts';
import { peopleForms } from './forms/people.ts';
import { progressForms } from './forms/progress.ts';
import { talkForms } from './forms/talk.ts';
import { whoForms } from './forms/who-may-know.ts';
import { wordsForms } from './forms/words.ts';

const [reopen, assign, ...rest] = progressForms as readonly [FormMaker, FormMaker, ...FormMaker[]];

/** Every little form there is, in the order in which they stand. */
const makers: readonly FormMaker[] = [
  reopen,
  assign,
  ...talkForms,
  ...wordsForms,
  ...rest,
  ...peopleForms,
  ...whoForms,
];

/**
 * What can be done to a case as it stands. On the channel's card it is what some caseworker may do: the card is the
 * same for all, and the role decides when it is pressed (rule of safety 6).
 */
export function caseActions(to: Listener, current: Case, viewer: Viewer): CaseActions {
  const inChannel = viewer === 'channel';
  const acknowledges = current.state !== 'closed' && !current.acknowledged && can(viewer, 'acknowledge', current);
  const forms = caseForms(to, current, viewer);
  return {
    caseId: current.id,
    open: inChannel ? tell(to, 'button.open') : null,
    acknowledge: acknowledges ? tell(to, 'button.acknowledge') : null,
    forms: forms.filter(({ group }) => group === 'work'),
    menus: inChannel ? [] : menus(to, current, forms),
  };
}

/** Every little form that the viewer may fill in now. */
function caseForms(to: Listener, current: Case, viewer: Viewer): readonly CaseForm[] {
  return makers.flatMap((make) => make(to, current, viewer) ?? []);
}

/** The forms of one group, to choose from. */
export function caseFormsView(to: Listener, current: Case, group: FormGroup): CaseFormsView {
  const forms = caseForms(to, current, to.person).filter((one) => one.group === group);
  return {
    kind: 'case-forms',
    caseId: current.id,
    title: tell(to, `forms.${group}`, { reference: current.id }),
    actions: { caseId: current.id, open: tell(to, 'forms.back'), acknowledge: null, forms, menus: [] },
  };
}

function menus(to: Listener, { id }: Case, forms: readonly CaseForm[]): CaseActions['menus'] {
  const used = formGroups.filter((group) => group !== 'work' && forms.some((one) => one.group === group));
  return used.map((group) => button(to, `button.forms.${group}`, { verb: 'forms.open', case: id, group }));
}
