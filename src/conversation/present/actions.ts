import type { Case } from '../../domain/case.ts';
import type { Message } from '../messages.ts';
import { type PolicyOnCase, policyOn } from '../policy-on-case.ts';
import { type FormGroup, formGroups } from '../press/parts.ts';
import type { Advised } from '../suggestion.ts';
import type { Button, CaseActions, CaseForm, CaseFormsView, CaseFormView, NoticeView } from '../views.ts';
import { button, type Listener, notice, tell } from '../voice.ts';
import { evidenceForms } from './forms/evidence.ts';
import { can, type FormMaker, filled, type Viewer } from './forms/form.ts';
import { investigationForms } from './forms/investigation.ts';
import { peopleForms } from './forms/people.ts';
import { progressForms } from './forms/progress.ts';
import { sanctionForms } from './forms/sanctions.ts';
import { talkForms } from './forms/talk.ts';
import { tellingForms } from './forms/telling.ts';
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
  ...investigationForms,
  ...evidenceForms,
  ...tellingForms,
  ...sanctionForms,
  ...whoForms,
];

/**
 * What can be done to a case as it stands. On the channel's card it is what some caseworker may do: the card is the
 * same for all, and the role decides when it is pressed (rule of safety 6).
 */
export function caseActions(to: Listener, current: Case, viewer: Viewer, asked?: PolicyOnCase): CaseActions {
  const inChannel = viewer === 'channel';
  const acknowledges = current.state !== 'closed' && !current.acknowledged && can(viewer, 'acknowledge', current);
  const forms = caseForms(to, current, viewer, asked);
  return {
    caseId: current.id,
    open: inChannel ? tell(to, 'button.open') : null,
    acknowledge: acknowledges ? tell(to, 'button.acknowledge') : null,
    forms: forms.filter(({ group }) => group === 'work'),
    menus: inChannel ? [] : menus(to, current, forms),
  };
}

/** Every little form that the viewer may fill in now. */
function caseForms(to: Listener, current: Case, viewer: Viewer, asked?: PolicyOnCase): readonly CaseForm[] {
  return makers.flatMap((make) => make(to, current, viewer, asked) ?? []);
}

/** The forms of one group, to choose from. `earlier`: see {@link PolicyOnCase}. */
export function caseFormsView(to: Advised, current: Case, group: FormGroup, earlier?: number): CaseFormsView {
  const asked = policyOn(to, current, earlier);
  const forms = caseForms(to, current, to.person, asked).filter((one) => one.group === group);
  return {
    kind: 'case-forms',
    caseId: current.id,
    title: tell(to, `forms.${group}`, { reference: current.id }),
    actions: { caseId: current.id, open: null, acknowledge: null, forms, menus: [back(to, current)] },
  };
}

/**
 * A form that was refused, with what was typed still in it; the problem alone where the form makes no sense any more.
 * `earlier`: see {@link PolicyOnCase}.
 */
export function refusedFormView(
  to: Advised,
  current: Case,
  { verb, typed, problem }: Extract<Message, { kind: 'case-form' }>,
  earlier?: number,
): CaseFormView | NoticeView {
  const forms = caseForms(to, current, to.person, policyOn(to, current, earlier));
  const form = forms.find(({ press }) => press.verb === verb);
  if (!form) return notice([problem]);
  const title = tell(to, 'forms.again', { form: form.title, reference: current.id });
  const menus = [back(to, current)];
  return { kind: 'case-form', caseId: current.id, title, problem, form: filled(form, typed), menus };
}

function back(to: Listener, { id }: Case): Button {
  return button(to, 'forms.back', { verb: 'case.back', case: id });
}

function menus(to: Listener, { id }: Case, forms: readonly CaseForm[]): CaseActions['menus'] {
  const used = formGroups.filter((group) => group !== 'work' && forms.some((one) => one.group === group));
  return used.map((group) => button(to, `button.forms.${group}`, { verb: 'forms.open', case: id, group }));
}
