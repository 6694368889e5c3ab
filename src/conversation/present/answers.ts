import { DateTime } from 'luxon';
import type { Report, Subject } from '../../domain/report.ts';
import { meantIn } from '../../domain/routing.ts';
import type { LabelledRow } from '../views.ts';
import { type Listener, tell } from '../voice.ts';
import type { WordingId } from '../wording.ts';

/** How much of a report its reader sees. `own`: it is their own, so they hear whether the people they fear are known. */
export type Reading = { readonly names: boolean; readonly own?: boolean };

/** The answers of a report as rows to read; what was not answered is left out. */
export function answerRows(to: Listener, report: Report, reading: Reading = { names: true }): readonly LabelledRow[] {
  const rows: readonly [WordingId, string][] = [
    ['summary.danger', report.danger ? tell(to, 'summary.danger-yes') : ''],
    ['summary.what', report.what],
    ['summary.occurred', dayLine(report.occurredOn, report.occurredAt)],
    ['summary.noticed', dayLine(report.noticedOn, report.noticedAt)],
    ['summary.where', place(to, report)],
    ['summary.who', report.subjects.map((subject) => subjectLine(to, subject, reading)).join('\n')],
    ['summary.evidence', joined([report.evidence, reading.names ? report.evidenceHolder : ''], ' — ')],
    ['summary.done', report.done],
    ['summary.keep-from', reading.names ? keepFrom(to, report, reading) : ''],
  ];
  return rows.filter(([, told]) => told !== '').map(([id, told]) => ({ label: tell(to, id), told }));
}

function keepFrom(to: Listener, report: Report, { own }: Reading): string {
  if (!own) return report.keepFrom;
  const lines = meantIn(report.keepFrom, to.school.people).map(({ name, people }) =>
    people.length === 0
      ? tell(to, 'summary.keep-from-unknown', { name })
      : people.map((person) => tell(to, 'summary.keep-from-known', { name: person.name })).join('\n'),
  );
  return lines.join('\n');
}

function place(to: Listener, { place, site }: Report): string {
  return joined([place === 'unknown' ? '' : tell(to, `place.${place}`), site], ', ');
}

function subjectLine(to: Listener, { name, kind, part }: Subject, { names }: Reading): string {
  return joined([names ? name : '', tell(to, `kind.${kind}`), tell(to, `part.${part}`)], ' · ');
}

/** The school's own day and time, as they were given; a day nobody can read is shown as it stands. */
export function dayLine(on: string, at: string): string {
  const date = DateTime.fromISO(on, { zone: 'utc' });
  return joined([date.isValid ? date.setLocale('en-GB').toFormat('cccc d LLLL yyyy') : on, at], ', ');
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}
