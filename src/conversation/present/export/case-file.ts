import type { Actor, Case, CaseEvent, RecordedEvent } from '../../../domain/case.ts';
import { hiddenIn } from '../../../domain/export/hidden-data.ts';
import { isSealed, keepsWords } from '../../../domain/export/people.ts';
import { type Redaction, readableReport, showsEvent } from '../../../domain/export/redaction.ts';
import { visible } from '../../../domain/export/visible.ts';
import { asKnown } from '../../../domain/parties.ts';
import { workingRole } from '../../../domain/permissions.ts';
import { emptyReport } from '../../../domain/report.ts';
import type { LabelledRow } from '../../views.ts';
import { categoryName, type Listener, moment, roleName, tell } from '../../voice.ts';
import { answerRows } from '../answers.ts';
import { caseFacts } from '../case-card.ts';
import { eventLine } from '../event-line.ts';
import { asCopied } from '../event-lines/people.ts';
import type { CaseFile } from './case-file-schema.ts';
import type { CopyOf } from './copy-of.ts';
import { type Hiding, hidingFor } from './hiding.ts';
import { leftOut } from './left-out.ts';

/** A case as somebody may read it, worded in full. Every control character in it is visible. */
export function caseFile(copy: CopyOf): CaseFile {
  const { to, current, events, redaction, addressee, at } = copy;
  const hiding = hidingFor(to, redaction, current, copy.child);
  const shown = events.filter(({ event }) => showsEvent(redaction, event.kind));
  const { seq, lastHash: hash } = current;
  const command = `lantern case verify ${current.id} --printed ${seq}:${hash}`;
  const file: CaseFile = {
    format: 'lantern-case-file-1',
    school: { id: to.school.id, name: to.school.name, timeZone: to.school.timeZone },
    reference: current.id,
    title: tell(to, 'export.title', { reference: current.id }),
    preparedFor: addressee,
    prepared: prepared(copy),
    preparedAt: at,
    preparedBy: { name: to.person.name, roles: [...to.person.roles] },
    footer: footer(copy),
    handling: [
      tell(to, 'export.confidential'),
      tell(to, 'export.handle'),
      tell(to, 'export.times', { zone: to.school.timeZone }),
    ],
    category: current.category,
    state: current.state,
    facts: facts(copy),
    people: listed(hiding).map((person) => ({
      name: hiding.nameOf(person),
      kind: person.kind,
      part: person.part,
      hidden: person.letter !== undefined,
    })),
    report: reportRows(copy, hiding),
    outcome: outcomeRows(copy, hiding),
    chronology: shown.map((recorded) => entry(copy, recorded, hiding)),
    leftOut: [...leftOut(copy, hiding, shown.length)],
    proof: { seq, hash, command, how: tell(to, 'export.proof.how') },
  };
  return seen(file) as CaseFile;
}

function prepared({ to, addressee, at }: CopyOf): string {
  const roles = to.person.roles.map(roleName).join(', ');
  const whom = tell(to, 'export.prepared-for', { for: tell(to, `export.for.${addressee}`) });
  return `${whom}\n${tell(to, 'export.prepared-by', { name: to.person.name, roles, when: moment(to, at) })}`;
}

function footer({ to, current, addressee, at }: CopyOf): string {
  const whom = tell(to, `export.for.${addressee}`);
  return tell(to, 'export.footer', { reference: current.id, for: whom, when: moment(to, at) });
}

function facts({ to, current, redaction }: CopyOf): CaseFile['facts'] {
  if (redaction.workings) return caseFacts(to, current).map(({ label, value }) => ({ label, told: value }));
  return [
    { label: tell(to, 'case.category'), told: categoryName(current.category) },
    { label: tell(to, 'case.state'), told: tell(to, `case.state.${current.state}`) },
    { label: tell(to, 'case.reported'), told: moment(to, current.reportedAt) },
  ];
}

/** Whom the case still lists. */
function listed({ people }: Hiding): Hiding['people'] {
  return people.filter(({ former }) => !former);
}

/** People stand here as the copy may name them; a person without a name by what they are. */
function reportRows({ to, current, redaction }: CopyOf, hiding: Hiding): CaseFile['report'] {
  const readable = readableReport(redaction, asKnown(current));
  const subjects = listed(hiding).map((person) => ({ ...person, name: hiding.nameOf(person) }));
  const told = keepsWords(redaction, current) ? readable : { ...readable, what: '', site: '' };
  const rows = answerRows(to, { ...told, subjects: [] }, { names: redaction.people !== 'nobody' });
  const people = answerRows(to, { ...emptyReport, subjects });
  return [reporterRow(to, current, hiding), ...hiddenRows(rows, hiding), ...people];
}

function reporterRow(to: Listener, { reporter }: Case, { showsReporter }: Hiding): LabelledRow {
  const label = tell(to, 'export.reporter');
  if (!showsReporter) return { label, told: tell(to, 'export.reporter-hidden') };
  return { label, told: `${reporter.name} (${reporter.roles.map(roleName).join(', ')})` };
}

function outcomeRows({ to, current: { closed }, redaction }: CopyOf, hiding: Hiding): CaseFile['outcome'] {
  if (!closed) return [];
  const outcome = { label: tell(to, 'case.outcome'), told: closed.outcome };
  const lessons = { label: tell(to, 'case.lessons'), told: closed.lessons };
  return hiddenRows(redaction.lessons ? [outcome, lessons] : [outcome], hiding);
}

function hiddenRows(rows: readonly LabelledRow[], { hide }: Hiding): CaseFile['report'] {
  return rows.map(({ label, told }) => ({ label, told: hide(told) }));
}

/** A copy speaks of other cases without their references: whoever reads it may not know of them. */
function entry(
  { to, redaction }: CopyOf,
  { seq, at, by, event: whole, hash, previous }: RecordedEvent,
  hiding: Hiding,
) {
  const event = asCopied(whole, redaction.people !== 'nobody');
  const data = redaction.workings ? hiddenIn(event, hiding.hide, hiding.ids) : { kind: event.kind };
  return {
    seq,
    at,
    when: moment(to, at),
    who: by ? whoIs(to, by, redaction, hiding) : tell(to, 'export.lantern'),
    told: redaction.workings ? hiding.hide(eventLine(to, event)) : plainLine(to, event.kind),
    event: data as CaseFile['chronology'][number]['event'],
    hash,
    previous,
  };
}

/** What happened without how the school dealt with it. */
function plainLine(to: Listener, kind: CaseEvent['kind']): string {
  if (kind === 'reported' || kind === 'acknowledged' || kind === 'closed') return tell(to, `export.plain.${kind}`);
  return tell(to, 'export.plain.other');
}

/** Those who see no names read who did it by role. */
function whoIs(to: Listener, by: Actor, { people }: Redaction, { actorName, ids }: Hiding): string {
  if (isSealed(by)) return tell(to, 'export.hidden-reporter');
  const name = actorName(by);
  if (ids.has(by.id)) return name;
  return people === 'nobody' ? roleName(workingRole(by)) : `${name} (${by.roles.map(roleName).join(', ')})`;
}

function seen(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(seen);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, seen(held)]));
}
