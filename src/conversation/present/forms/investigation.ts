import type { Case } from '../../../domain/case.ts';
import { mayInvestigate } from '../../../domain/casework/investigation.ts';
import { haltReasons, type Investigation, isSenior, presences } from '../../../domain/log.ts';
import { mayOn } from '../../../domain/permissions.ts';
import type { KnownPerson } from '../../../domain/school.ts';
import type { CaseForm, Choice } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { choicesIn, line, whenFields } from './fields.ts';
import { choice, type FormMaker, field, form, type Viewer } from './form.ts';
import { choicesOf } from './people-to-choose.ts';

/** What is done in an investigation. Only in a person's own chat: the channel's card says nothing of it. */
export const investigationForms: readonly FormMaker[] = [
  investigateForm,
  checkForm,
  haltForm,
  resumeForm,
  concludeForm,
  viewedForm,
];

/** Those of a school who can be one of the two; empty where no pair with a senior can be made of them. */
export function investigators({ school }: Pick<Listener, 'school'>, current: Case): readonly KnownPerson[] {
  const free = school.people.filter((person) => mayInvestigate(person, current));
  return free.length > 1 && free.some(isSenior) ? free : [];
}

type Running = { readonly investigation: Investigation; readonly imagery: boolean };

/** The investigation where it stands so, for somebody who may do this in an open case. */
function running(
  current: Case,
  viewer: Viewer,
  action: 'note' | 'escalate',
  ...states: Investigation['state'][]
): Running | null {
  const { investigation, imagery = false } = current.log ?? {};
  if (!investigation || !states.includes(investigation.state) || !works(current, viewer, action)) return null;
  return { investigation, imagery };
}

function works(current: Case, viewer: Viewer, action: 'note' | 'escalate'): boolean {
  return viewer !== 'channel' && current.state !== 'closed' && mayOn(viewer, action, current);
}

function investigateForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const { investigation, imagery } = current.log ?? {};
  const busy = investigation !== undefined && investigation.state !== 'ended';
  if (busy || imagery || !works(current, viewer, 'escalate')) return null;
  const people = investigators(to, current);
  if (people.length === 0) return null;
  const choices = choicesOf(people, to, viewer);
  const senior = people.find(isSenior)?.id;
  const other = people.find(({ id }) => id !== senior)?.id;
  const fields = [
    choice('lead', tell(to, 'case.investigate-lead'), choices, senior),
    choice('second', tell(to, 'case.investigate-second'), choices, other),
    line(to, 'computer', 'case.investigate-computer', 'case.investigate-computer-hint'),
  ];
  const press = { verb: 'case.investigate', case: current.id } as const;
  return form(to, press, 'case.investigate', 'case.investigate-submit', fields, 'record', [
    tell(to, 'case.investigate-intro'),
  ]);
}

function checkForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const found = running(current, viewer, 'note', 'open');
  if (!found || viewer === 'channel') return null;
  const { lead, second, computer } = found.investigation;
  const own = [lead.id, second.id].includes(viewer.id);
  if (!own && !mayOn(viewer, 'escalate', current)) return null;
  const fields = [
    field('what', tell(to, 'case.check-what'), { kind: 'line', hint: tell(to, 'case.check-what-hint') }),
    field('found', tell(to, 'case.check-found'), { hint: tell(to, 'case.check-found-hint') }),
    choice('present', tell(to, 'case.check-present'), presentChoices(to, found.investigation)),
    ...whenFields(to),
    field('elsewhere', tell(to, 'case.check-elsewhere', { computer }), {
      kind: 'line',
      hint: tell(to, 'case.check-elsewhere-hint'),
      optional: true,
    }),
  ];
  const press = { verb: 'case.check', case: current.id } as const;
  return form(to, press, 'case.check', 'case.check-submit', fields, 'record', [tell(to, 'case.check-intro')]);
}

function presentChoices(to: Listener, { lead, second }: Investigation): readonly Choice[] {
  const titles = {
    both: tell(to, 'case.check-both', { lead: lead.name, second: second.name }),
    lead: lead.name,
    second: second.name,
  };
  return presences.map((value) => ({ value, toldTitle: titles[value] }));
}

function haltForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!running(current, viewer, 'note', 'open')) return null;
  const fields = [
    choice(
      'why',
      tell(to, 'case.halt-why'),
      choicesIn(to, haltReasons, (why) => `halt.${why}`),
    ),
    field('text', tell(to, 'case.halt-text'), { hint: tell(to, 'case.halt-text-hint') }),
  ];
  const press = { verb: 'case.halt', case: current.id } as const;
  return form(to, press, 'case.halt', 'case.halt-submit', fields, 'record', [tell(to, 'case.halt-intro')]);
}

function resumeForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const found = running(current, viewer, 'escalate', 'halted');
  if (!found || found.imagery) return null;
  return form(
    to,
    { verb: 'case.resume', case: current.id },
    'case.resume',
    'case.resume-submit',
    [field('reason', tell(to, 'case.resume-reason'))],
    'record',
  );
}

function concludeForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!running(current, viewer, 'escalate', 'open', 'halted')) return null;
  return form(
    to,
    { verb: 'case.conclude', case: current.id },
    'case.conclude',
    'case.conclude-submit',
    [field('found', tell(to, 'case.conclude-found'))],
    'record',
  );
}

function viewedForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!works(current, viewer, 'note')) return null;
  const fields = [
    line(to, 'who', 'case.viewed-who'),
    field('how', tell(to, 'case.viewed-how')),
    ...whenFields(to),
    field('support', tell(to, 'case.viewed-support'), {
      kind: 'line',
      hint: tell(to, 'case.viewed-support-hint'),
      optional: true,
    }),
  ];
  const press = { verb: 'case.viewed', case: current.id } as const;
  return form(to, press, 'case.viewed', 'case.viewed-submit', fields, 'record', [tell(to, 'case.viewed-intro')]);
}
