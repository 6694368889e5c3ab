import type { Case } from '../../../domain/case.ts';
import { mayReadmit } from '../../../domain/keeping-out.ts';
import { partiesOf, timesOf } from '../../../domain/parties.ts';
import { may } from '../../../domain/permissions.ts';
import { subjectKinds, subjectParts } from '../../../domain/report.ts';
import type { CaseForm, Choice, FormField } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import type { WordingId } from '../../wording.ts';
import { partyLine } from '../event-lines/people.ts';
import { can, choice, type FormMaker, field, form, type Viewer } from './form.ts';
import { choicesOf } from './people-to-choose.ts';

/** The people of a case, its times, and its ties to other cases. None of it stands in the channel. */
export const peopleForms: readonly FormMaker[] = [
  addForm,
  changeForm,
  removeForm,
  readmitForm,
  timesForm,
  chronologyForm,
  linkForm,
  mergeForm,
];

/** Whether the viewer works the case: one person, and not the channel. */
function works(viewer: Viewer, current: Case): boolean {
  return viewer !== 'channel' && can(viewer, 'escalate', current);
}

function addForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (current.state === 'closed' || !works(viewer, current)) return null;
  return asked(to, current, 'case.party-add', 'people.add', [
    personField(to, viewer, 'people.not-of-school'),
    field('name', tell(to, 'people.name'), { kind: 'line', hint: tell(to, 'people.name-hint'), optional: true }),
    choice('type', tell(to, 'people.type'), kinds(to)),
    choice('part', tell(to, 'people.part'), parts(to)),
    reason(to),
  ]);
}

function changeForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const people = peopleIn(to, current);
  if (current.state === 'closed' || people.length === 0 || !works(viewer, current)) return null;
  const same: Choice = { value: 'same', toldTitle: tell(to, 'people.same') };
  return asked(to, current, 'case.party-change', 'people.change', [
    choice('party', tell(to, 'people.who'), people),
    field('name', tell(to, 'people.new-name'), {
      kind: 'line',
      hint: tell(to, 'people.new-name-hint'),
      optional: true,
    }),
    personField(to, viewer, 'people.same'),
    choice('type', tell(to, 'people.type'), [same, ...kinds(to)]),
    choice('part', tell(to, 'people.part'), [same, ...parts(to)]),
    reason(to),
  ]);
}

function removeForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const people = peopleIn(to, current);
  if (current.state === 'closed' || people.length === 0 || !works(viewer, current)) return null;
  return asked(to, current, 'case.party-remove', 'people.remove', [
    choice('party', tell(to, 'people.who'), people),
    reason(to, tell(to, 'people.remove-hint')),
  ]);
}

/** Null where nobody is kept out whom the viewer may let in again. */
function readmitForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (viewer === 'channel' || current.state === 'closed' || !can(viewer, 'close', current)) return null;
  const { excluded } = current.route;
  const out = to.school.people.filter((person) => excluded.includes(person.id) && mayReadmit(viewer, person));
  if (out.length === 0) return null;
  return asked(to, current, 'case.readmit', 'people.readmit', [
    choice('person', tell(to, 'people.who'), choicesOf(out, to, viewer)),
    reason(to),
  ]);
}

function timesForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!works(viewer, current)) return null;
  const now = timesOf(current);
  const one = (id: keyof typeof now, kind: 'day' | 'time', label: WordingId) =>
    field(id, tell(to, label), { kind, now: now[id], optional: true });
  return asked(to, current, 'case.times', 'people.times-form', [
    one('occurredOn', 'day', 'form.occurred-day'),
    one('occurredAt', 'time', 'form.occurred-time'),
    one('noticedOn', 'day', 'form.noticed-day'),
    one('noticedAt', 'time', 'form.noticed-time'),
    reason(to),
  ]);
}

function chronologyForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const people = peopleIn(to, current);
  if (people.length === 0 || !works(viewer, current)) return null;
  return asked(to, current, 'case.chronology', 'people.chronology', [choice('party', tell(to, 'people.who'), people)]);
}

function linkForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!works(viewer, current)) return null;
  return asked(to, current, 'case.link', 'people.link', [other(to), field('why', tell(to, 'people.link-why'))]);
}

function mergeForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (current.state === 'closed' || !works(viewer, current) || !can(viewer, 'close', current)) return null;
  return asked(to, current, 'case.merge', 'people.merge', [
    other(to),
    field('why', tell(to, 'people.merge-why'), { hint: tell(to, 'people.merge-hint') }),
  ]);
}

/** A form of the people's group, whose button says what its title says. */
function asked(
  to: Listener,
  { id }: Case,
  verb: CaseForm['press']['verb'],
  title: WordingId,
  fields: readonly FormField[],
): CaseForm {
  return form(to, { verb, case: id }, title, `${title}-submit` as WordingId, fields, 'people');
}

/** Those whose roles let them work cases, since for them it matters most; anybody else is found by the name that is typed. */
function personField(to: Listener, viewer: Viewer, none: WordingId): FormField {
  const workers = to.school.people.filter((person) => may(person, 'open'));
  const people = choicesOf(workers, to, viewer);
  return choice('person', tell(to, 'people.of-school'), [{ value: 'none', toldTitle: tell(to, none) }, ...people]);
}

function peopleIn(to: Listener, current: Case): readonly Choice[] {
  return partiesOf(current).map((party) => ({ value: party.id, toldTitle: partyLine(to, party) }));
}

function kinds(to: Listener): readonly Choice[] {
  return subjectKinds.map((kind) => ({ value: kind, toldTitle: tell(to, `kind.${kind}`) }));
}

function parts(to: Listener): readonly Choice[] {
  return subjectParts.map((part) => ({ value: part, toldTitle: tell(to, `part.${part}`) }));
}

function other(to: Listener): FormField {
  return field('other', tell(to, 'people.other'), { kind: 'line', hint: tell(to, 'people.other-hint') });
}

function reason(to: Listener, hint = ''): FormField {
  return field('reason', tell(to, 'people.reason'), { hint });
}
