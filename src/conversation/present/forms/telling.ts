import type { Case } from '../../../domain/case.ts';
import { type OutsideBody, outsideBodies, waysOfTelling } from '../../../domain/log.ts';
import { mayOn } from '../../../domain/permissions.ts';
import type { BodyStep, PolicyOnCase } from '../../policy-on-case.ts';
import type { CaseForm } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { stepLine } from '../body-lines.ts';
import { choicesIn, line, whenFields } from './fields.ts';
import { choice, type FormMaker, field, form, type Viewer } from './form.ts';

/** Who beyond the school's own people was told, or why not. */
export const tellingForms: readonly FormMaker[] = [toldForm, notToldForm, parentsForm, parentsNotForm];

function works(current: Case, viewer: Viewer): boolean {
  return viewer !== 'channel' && current.state !== 'closed' && mayOn(viewer, 'escalate', current);
}

/** All bodies, those first that this case still waits for. */
function bodiesFor(current: Case, { outside, consider }: PolicyOnCase): readonly OutsideBody[] {
  const open = waitingIn(current, [...outside, ...consider]).map(({ body }) => body);
  return [...new Set([...open, ...outsideBodies])];
}

function waitingIn(current: Case, steps: readonly BodyStep[]): readonly BodyStep[] {
  const { told = [], notTold = [] } = current.log ?? {};
  return steps.filter(({ body }) => !told.includes(body) && !notTold.includes(body));
}

/** What a body says later belongs to a closed case, too. */
function toldForm(to: Listener, current: Case, viewer: Viewer, asked: PolicyOnCase | undefined): CaseForm | null {
  if (!asked || viewer === 'channel' || !mayOn(viewer, 'escalate', current)) return null;
  const bodies = choicesIn(to, bodiesFor(current, asked), (body) => `body.${body}`);
  const fields = [
    choice('body', tell(to, 'case.told-body'), bodies),
    line(to, 'who', 'case.told-who'),
    line(to, 'number', 'case.told-number'),
    ...whenFields(to),
    field('advice', tell(to, 'case.told-advice'), { hint: tell(to, 'case.told-advice-hint'), optional: true }),
  ];
  const press = { verb: 'case.told', case: current.id } as const;
  const intro = [
    tell(to, 'case.told-intro'),
    ...waitingIn(current, asked.outside).map((step) => stepLine(to, 'log.body-to-do', step)),
  ];
  return form(to, press, 'case.told', 'case.told-submit', fields, 'record', intro);
}

/** Null where every body was told. */
function notToldForm(to: Listener, current: Case, viewer: Viewer, asked: PolicyOnCase | undefined): CaseForm | null {
  if (!asked || !works(current, viewer)) return null;
  const left = bodiesFor(current, asked).filter((body) => !current.log?.told?.includes(body));
  if (left.length === 0) return null;
  const fields = [
    choice(
      'body',
      tell(to, 'case.not-told-body'),
      choicesIn(to, left, (body) => `body.${body}`),
    ),
    field('reason', tell(to, 'case.not-told-reason')),
  ];
  const press = { verb: 'case.not-told', case: current.id } as const;
  return form(to, press, 'case.not-told', 'case.not-told-submit', fields, 'record', [tell(to, 'case.not-told-intro')]);
}

/** Where the policy holds it back the form says so, and asks who decided; else that question is not put. */
function parentsForm(to: Listener, current: Case, viewer: Viewer, asked: PolicyOnCase | undefined): CaseForm | null {
  if (!asked || !works(current, viewer)) return null;
  const hold = asked.demands.holdParents;
  const fields = [
    line(to, 'whose', 'case.parents-whose'),
    line(to, 'teller', 'case.parents-teller'),
    choice(
      'how',
      tell(to, 'case.parents-how'),
      choicesIn(to, waysOfTelling, (how) => `how.${how}`),
    ),
    ...whenFields(to),
    ...(hold ? [field('agreed', tell(to, 'case.parents-agreed'))] : []),
  ];
  const press = { verb: 'case.parents', case: current.id, ...(hold ? {} : { agreed: '' }) } as const;
  const intro = [...(hold ? [tell(to, 'case.parents-hold-intro')] : []), tell(to, 'case.parents-intro')];
  return form(to, press, 'case.parents', 'case.parents-submit', fields, 'record', intro);
}

function parentsNotForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!works(current, viewer)) return null;
  const fields = [line(to, 'whose', 'case.parents-not-whose'), field('reason', tell(to, 'case.parents-not-reason'))];
  const press = { verb: 'case.parents-not', case: current.id } as const;
  return form(to, press, 'case.parents-not', 'case.parents-not-submit', fields, 'record');
}
