import { DateTime } from 'luxon';
import type { Absence } from '../../domain/absence.ts';
import { dayOf, lastDayKnown } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/case.ts';
import { workingRole } from '../../domain/permissions.ts';
import type { School } from '../../domain/school.ts';
import type { NoticeView } from '../views.ts';
import { type Listener, moment, notice, roleName, tell } from '../voice.ts';
import { say } from '../wording.ts';
import type { OpenCase } from './lists.ts';

/** What the line of the day is made of: only cases that the whole channel may know. */
export type DayFacts = {
  readonly open: readonly OpenCase[];
  readonly undelivered: number;
  readonly away: readonly Absence[];
};

/** What the channel reads every morning: how many cases are open and overdue, the oldest, and who is away, by role. */
export function dayView(to: Listener, { open, undelivered, away }: DayFacts): NoticeView {
  const overdue = open.filter(({ overdueSince }) => overdueSince !== undefined).length;
  const [oldest] = open.toSorted((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
  return notice(
    [
      open.length === 0 ? tell(to, 'day.none') : tell(to, 'day.open', { open: open.length, overdue }),
      ...(oldest ? [tell(to, 'day.oldest', { reference: oldest.id, since: moment(to, oldest.reportedAt) })] : []),
      ...(undelivered > 0 ? [tell(to, 'day.undelivered', { count: undelivered })] : []),
      ...awayLine(to, away),
    ],
    [],
    tell(to, 'day.title'),
  );
}

function awayLine(to: Listener, away: readonly Absence[]): readonly string[] {
  const who = away.flatMap(({ person: id, until }) => {
    const person = to.school.people.find((one) => one.id === id);
    if (!person) return [];
    return [tell(to, 'day.away-one', { role: roleName(workingRole(person)), until: moment(to, until) })];
  });
  return who.length === 0 ? [] : [tell(to, 'day.away', { who: who.join(', ') })];
}

/** Private cases that are overdue, for one who may open them. */
export function privateLine(to: Listener, overdue: readonly OpenCase[]): string {
  return tell(to, 'day.private', { references: overdue.map(({ id }) => id).join(', ') });
}

/** The channel could not be reached. `why`: the platform's own word for it, where it gave one. */
export function unreachableLine(to: Listener, why: string): string {
  return tell(to, 'day.unreachable', { why: why === '' ? '' : tell(to, 'day.unreachable-why', { why }) });
}

/** Days before the end of the last known term from which the administrator is reminded. */
const reminded = 28;

/** Said on Mondays once the terms in the school file are about to end. */
export function termsEndLine({ school, now }: { readonly school: School; readonly now: Instant }): string | undefined {
  const last = lastDayKnown(school);
  if (last === undefined) return undefined;
  const today = DateTime.fromISO(dayOf(school, now));
  const left = DateTime.fromISO(last).diff(today, 'days').days;
  if (today.weekday !== 1 || left > reminded) return undefined;
  return say('day.terms-end', { day: DateTime.fromISO(last).setLocale('en-GB').toFormat('d LLLL yyyy') });
}
