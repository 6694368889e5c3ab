import { type Case, outsideBodies } from '../../domain/case.ts';
import { categories, severities } from '../../domain/filing.ts';
import type { Person } from '../../domain/people.ts';
import { type Action, may, mayOn, workingRole } from '../../domain/permissions.ts';
import type { KnownPerson } from '../../domain/school.ts';
import type { CaseActions, Choice } from '../views.ts';
import { categoryName, type Listener, roleName, tell } from '../voice.ts';

/** Who looks at a case: one person, or everybody in the DSL channel. */
export type Viewer = Person | 'channel';

/**
 * What can be done to a case as it stands. On the channel's card it is what some caseworker may do: the card is the
 * same for all, and the role decides when it is pressed (rule of safety 6).
 */
export function caseActions(to: Listener, current: Case, viewer: Viewer): CaseActions {
  const can = (action: Action) => viewer === 'channel' || mayOn(viewer, action, current);
  const open = current.state !== 'closed';
  return {
    caseId: current.id,
    open: viewer === 'channel' ? tell(to, 'button.open') : null,
    acknowledge: open && !current.acknowledged && can('acknowledge') ? tell(to, 'button.acknowledge') : null,
    assign: open && can('assign') ? assignForm(to, current, viewer) : null,
    note: can('note') ? noteForm(to) : null,
    escalate: open && can('escalate') ? escalateForm(to, current, viewer) : null,
    told: open && can('escalate') ? toldForm(to) : null,
    close: open && can('close') ? closeForm(to) : null,
    refile: open && can('close') ? refileForm(to, current) : null,
    reopen: !open && can('reopen') ? reopenForm(to) : null,
  };
}

function assignForm(to: Listener, current: Case, viewer: Viewer): CaseActions['assign'] {
  const me: Choice = { value: 'me', toldTitle: tell(to, 'case.assign-me') };
  return {
    label: tell(to, 'case.assign'),
    to: tell(to, 'case.assign-to'),
    submit: tell(to, 'case.assign-submit'),
    people: [me, ...choicesOf(colleagues(to, current, viewer), to, viewer)],
  };
}

function noteForm(to: Listener): CaseActions['note'] {
  return {
    label: tell(to, 'case.note'),
    text: tell(to, 'case.note-text'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.note-submit'),
  };
}

/** Null where nobody is left to escalate to. */
function escalateForm(to: Listener, current: Case, viewer: Viewer): CaseActions['escalate'] {
  const people = choicesOf(reachable(to, current, viewer), to, viewer);
  if (people.length === 0) return null;
  return {
    label: tell(to, 'case.escalate'),
    to: tell(to, 'case.escalate-to'),
    people,
    reason: tell(to, 'case.escalate-reason'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.escalate-submit'),
  };
}

function toldForm(to: Listener): CaseActions['told'] {
  return {
    label: tell(to, 'case.told'),
    body: tell(to, 'case.told-body'),
    bodies: outsideBodies.map((body) => ({ value: body, toldTitle: tell(to, `body.${body}`) })),
    who: tell(to, 'case.told-who'),
    number: tell(to, 'case.told-number'),
    when: tell(to, 'case.told-when'),
    whenHint: tell(to, 'case.told-when-hint'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.told-submit'),
  };
}

function closeForm(to: Listener): CaseActions['close'] {
  return {
    label: tell(to, 'case.close'),
    outcome: tell(to, 'case.close-outcome'),
    lessons: tell(to, 'case.close-lessons'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.close-submit'),
  };
}

function refileForm(to: Listener, { category, severity }: Case): CaseActions['refile'] {
  return {
    label: tell(to, 'case.refile'),
    category: tell(to, 'case.refile-category'),
    categories: categories.map((one) => ({ value: one, toldTitle: categoryName(one) })),
    severity: tell(to, 'case.refile-severity'),
    severities: severities.map((one) => ({ value: one, toldTitle: tell(to, `case.severity.${one}`) })),
    now: { category, severity },
    reason: tell(to, 'case.refile-reason'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.refile-submit'),
  };
}

function reopenForm(to: Listener): CaseActions['reopen'] {
  return {
    label: tell(to, 'case.reopen'),
    reason: tell(to, 'case.reopen-reason'),
    required: tell(to, 'case.required'),
    submit: tell(to, 'case.reopen-submit'),
  };
}

/**
 * Whom the case can be given to. In the channel they stand by role alone, since its card carries no names; `role:` and
 * a number then say who of those that hold it.
 */
function choicesOf(people: readonly KnownPerson[], { school }: Listener, viewer: Viewer): readonly Choice[] {
  if (viewer !== 'channel') return people.map((person) => ({ value: person.id, toldTitle: withRoles(person) }));
  return people.map((person) => {
    const role = workingRole(person);
    const holders = school.people.filter((one) => workingRole(one) === role);
    const n = holders.indexOf(person) + 1;
    return { value: `role:${role}:${n}`, toldTitle: holders.length > 1 ? `${roleName(role)} ${n}` : roleName(role) };
  });
}

function withRoles({ name, roles }: Person): string {
  return `${name} (${roles.map(roleName).join(', ')})`;
}

/** Everybody who may open the case and is not the one who looks. */
function colleagues({ school }: Listener, current: Case, viewer: Viewer): readonly KnownPerson[] {
  return others(school.people, viewer).filter((person) => mayOn(person, 'open', current));
}

/** Everybody whom the case can be brought to: whose role can work cases, and who is not kept out of this one. */
function reachable({ school }: Listener, { route }: Case, viewer: Viewer): readonly KnownPerson[] {
  return others(school.people, viewer).filter((one) => may(one, 'open') && !route.excluded.includes(one.id));
}

function others(people: readonly KnownPerson[], viewer: Viewer): readonly KnownPerson[] {
  return people.filter(({ id }) => viewer === 'channel' || id !== viewer.id);
}
