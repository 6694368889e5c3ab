import type { Severity } from '../../src/domain/filing.ts';

/**
 * A second, plain telling of when each rung of a case must be climbed, for the year of `school-year.ts` and the four
 * reports of `stories`. It counts slots of 15 seconds on a table of the year, and shares no code with Lantern's clock.
 */

/** Seconds of a slot, and slots of a minute. */
const slotSeconds = 15;
const perMinute = 60 / slotSeconds;
const begin = Date.parse('2026-09-01T00:00:00Z');
const end = Date.parse('2027-09-20T00:00:00Z');

/** The moment of a slot. */
export function momentOf(slot: number): string {
  return new Date(begin + slot * slotSeconds * 1_000).toISOString();
}

/** The slot of a moment. */
export function slotOf(moment: string): number {
  return (Date.parse(moment) - begin) / slotSeconds / 1_000;
}

/** What is reported for each severity. */
export const stories: Readonly<Record<Severity, string>> = {
  immediate: 'a boy says he will take tablets tonight and kill himself',
  high: 'I clicked a link in a phishing email and typed in my password',
  medium: 'somebody was bullied in a group chat',
  low: 'a pupil downloaded music illegally',
};

const summer = [
  ['2026-09-01', '2026-10-24'],
  ['2027-03-28', '2027-10-30'],
];
const shut = [
  ['2026-09-01', '2026-09-02'],
  ['2026-10-26', '2026-10-30'],
  ['2026-11-27', '2026-11-27'],
  ['2026-12-19', '2027-01-04'],
  ['2027-02-15', '2027-02-19'],
  ['2027-03-26', '2027-04-11'],
  ['2027-05-03', '2027-05-03'],
  ['2027-05-31', '2027-06-04'],
];

function within(ranges: readonly (readonly string[])[], day: string): boolean {
  return ranges.some(([from = '', to = '']) => from <= day && day <= to);
}

type Day = { readonly opens: number; readonly closes: number; readonly date: string };

/** Every school day, and whether school is open in each slot. */
export const schoolDays: readonly Day[] = Array.from({ length: (end - begin) / 86_400_000 }, (_, n) => {
  const date = new Date(begin + n * 86_400_000).toISOString().slice(0, 10);
  const offset = within(summer, date) ? '+01:00' : 'Z';
  return { date, opens: slotOf(`${date}T08:30:00${offset}`), closes: slotOf(`${date}T16:00:00${offset}`) };
}).filter(({ date }) => ![0, 6].includes(new Date(date).getUTCDay()) && !within(shut, date));

const open = new Uint8Array((end - begin) / slotSeconds / 1_000);
for (const { opens, closes } of schoolDays) open.fill(1, opens, closes);

function wait(from: number, minutes: number): number {
  let at = from;
  if (minutes === 0) while (!open[at]) at++;
  for (let left = minutes * perMinute; left > 0; at++) left -= open[at] ?? 1;
  return at;
}

function closeAfter(from: number, days: number): number {
  const date = new Date(begin + from * slotSeconds * 1_000 + 3_600_000).toISOString().slice(0, 10);
  // Reports of the tables fall on no hour in which an hour more or less changes the day.
  const today = schoolDays.find((day) => day.date === date);
  const later = schoolDays.filter((day) => day.date > date);
  if (days === 0 && today && from < today.closes) return today.closes;
  return later[Math.max(0, days - 1)]?.closes ?? Number.NaN;
}

type Step = 'acknowledged' | 'acted' | 'reviewed';
type Reckon = (from: number) => number;

const wall =
  (minutes: number): Reckon =>
  (from) =>
    from + minutes * perMinute;
const inSchool =
  (minutes: number): Reckon =>
  (from) =>
    wait(from, minutes);
const days =
  (count: number): Reckon =>
  (from) =>
    closeAfter(from, count);
const first =
  (...all: Reckon[]): Reckon =>
  (from) =>
    Math.min(...all.map((one) => one(from)));
const last =
  (...all: Reckon[]): Reckon =>
  (from) =>
    Math.max(...all.map((one) => one(from)));

/** By when, and how long between two rungs; with what the floor's pack says of these four kinds. */
const times: Readonly<Record<Severity, Readonly<Record<Step, { readonly due: Reckon; readonly pause: Reckon }>>>> = {
  immediate: {
    acknowledged: { due: wall(15), pause: wall(5) },
    acted: { due: wall(60), pause: wall(15) },
    reviewed: { due: days(1), pause: inSchool(60) },
  },
  high: {
    acknowledged: { due: inSchool(120), pause: inSchool(30) },
    acted: { due: first(last(days(0), inSchool(180)), days(1)), pause: inSchool(60) },
    reviewed: { due: days(5), pause: inSchool(240) },
  },
  medium: {
    acknowledged: { due: days(1), pause: inSchool(120) },
    acted: { due: days(1), pause: inSchool(240) },
    reviewed: { due: first(days(10), wall(14 * 1_440)), pause: days(1) },
  },
  low: {
    acknowledged: { due: days(3), pause: days(1) },
    acted: { due: first(days(10), wall(7 * 1_440)), pause: days(1) },
    reviewed: { due: days(20), pause: days(2) },
  },
};

/** One case of the year, by slots. */
export type Story = {
  readonly severity: Severity;
  readonly reported: number;
  readonly acknowledged?: { readonly at: number; readonly by: 'dsl' | 'deputy' };
  readonly noted?: number;
  readonly closed: number;
};

/** When the safeguarding lead is away: from, until. */
export type Away = readonly (readonly [from: number, until: number])[];

/** Every rung of the story, as `moment step rung`. */
export function expectedRungs(story: Story, away: Away): readonly string[] {
  const { severity, reported, acknowledged, noted, closed } = story;
  const [ack, act, look] = [times[severity].acknowledged, times[severity].acted, times[severity].reviewed];
  const night = severity === 'immediate' && !open[reported];
  const found = climb(
    story,
    away,
    'acknowledged',
    night ? reported : ack.due(reported),
    acknowledged?.at ?? closed,
    night,
  );
  if (!acknowledged) return found;
  const actDue = Math.max(act.due(reported), act.pause(acknowledged.at));
  found.push(...climb(story, away, 'acted', actDue, noted ?? closed));
  if (noted === undefined) return found;
  found.push(...climb(story, away, 'reviewed', Math.max(look.due(noted), look.pause(noted)), closed));
  return found;
}

function climb(story: Story, away: Away, step: Step, from: number, until: number, night = false): string[] {
  const { severity, acknowledged } = story;
  const { pause } = times[severity][step];
  const byWall = severity === 'immediate' && step !== 'reviewed';
  const hours = (at: number) => (byWall ? at : wait(at, 0));
  const rungs = ['channel', 'dsl', 'deputy', 'head', 'chair'].slice(night ? 1 : 0);
  if (step !== 'acknowledged') rungs.unshift('worker');
  if (step === 'acknowledged' && severity === 'immediate') rungs.push('reporter', ...Array(24).fill('all'));
  const lines: string[] = [];
  let at = hours(from);
  for (const rung of rungs) {
    const gone = away.some(([since, back]) => since < at && at < back);
    const handed = acknowledged && away.some(([since]) => acknowledged.at < since && since < at);
    const who = rung === 'worker' ? (handed ? 'deputy' : (acknowledged?.by ?? '')) : rung;
    if (who === 'dsl' && gone) continue;
    if (at > until) break;
    const all = gone ? 'deputy+head+chair' : 'dsl+deputy+head+chair';
    lines.push(`${momentOf(at)} ${step} ${who === 'all' ? all : who}`);
    at = rung === 'reporter' || rung === 'all' ? at + 60 * perMinute : hours(pause(at));
  }
  return lines;
}
