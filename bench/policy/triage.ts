// How triage does on incidents whose outcome is known: `npm run bench:triage`, with `--tuning` for the open ones alone,
// `--crossed` to leave out what their writers taught (minutes), `--verbose` to print each failure.
import { outcome } from '../../src/cli/triage.ts';
import { packFolders, packLoader } from '../../src/packs/load-pack.ts';
import type { Pack } from '../../src/policy/standing.ts';
import type { Experience, ToldReport } from '../../src/policy/triage/experience.ts';
import type { Triage, TriageInput } from '../../src/policy/triage/result.ts';
import { triager } from '../../src/policy/triage/triager.ts';
import { foldsOf } from './crossed.ts';
import { type Half, type Incident, incidentsOf } from './incidents.ts';
import { demands, judge, type Verdict } from './judge-incident.ts';
import { allLessons } from './lessons.ts';
import { type HeldFile, heldMessages, type MadeUp, madeUpReports } from './made-up.ts';
import { today } from './packs.ts';

type Desk = { readonly pack: Pack; readonly triage: (input: TriageInput) => Triage };
type Desks = ReadonlyMap<string, Desk>;
type Judged = {
  readonly incident: Incident;
  readonly verdict: Verdict;
  readonly got: ReturnType<typeof outcome>;
  readonly words: readonly string[];
};

const at = process.argv.indexOf('--packs');
const folder = at > 0 ? (process.argv[at + 1] ?? 'policies') : 'policies';
const verbose = process.argv.includes('--verbose');

/** The packs that load. A pack that is refused is named. */
function readPacks(): readonly Pack[] {
  const load = packLoader(today);
  return packFolders(folder).flatMap((one) => {
    const result = load(one);
    if (result.kind === 'pack') return [result.pack];
    console.log(`${one} is refused (${result.complaints.length} complaints)`);
    if (!verbose) return [];
    for (const { file, line, message } of result.complaints.slice(0, 3)) console.log(`  ${file}:${line} ${message}`);
    return [];
  });
}

function desksOf(packs: readonly Pack[], experience?: Experience): Desks {
  return new Map(packs.map((pack) => [pack.head.id, { pack, triage: triager(pack, experience) }]));
}

function judgeAll(incidents: readonly Incident[], desks: Desks): readonly Judged[] {
  return incidents.flatMap((incident) => {
    const desk = desks.get(incident.policy) ?? desks.get('floor');
    if (!desk) return [];
    const { text, reporter, about } = incident;
    const result = desk.triage({ text, reporter, about: about ?? undefined });
    const got = outcome(result, reporter, desk.pack);
    return [{ incident, verdict: judge(incident, got), got, words: result.words }];
  });
}

/** Says how it went. Of what is held back, only the figures are ever printed. */
function print(title: string, judged: readonly Judged[], failures: boolean): void {
  console.log(`\n${title}: ${judged.length} incidents`);
  for (const demand of demands) {
    const good = judged.filter(({ verdict }) => verdict[demand]).length;
    console.log(`  ${demand.padEnd(26)} ${share(good, judged.length)} (${good}/${judged.length})`);
  }
  printBy(judged, ({ policy }) => policy);
  printBy(judged, ({ file }) => file);
  if (failures) for (const one of judged) printFailure(one);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** The same per policy, so that a school sees its own, and per file, each by another hand; then what else is accepted. */
function printBy(judged: readonly Judged[], key: (incident: Incident) => string): void {
  for (const [name, own] of Map.groupBy(judged, ({ incident }) => key(incident))) {
    const count = (fits: (one: Judged) => boolean) => `${own.filter(fits).length}/${own.length}`;
    const shares = demands.map((demand) => `${demand} ${count(({ verdict }) => verdict[demand])}`);
    console.log(`  ${name.padEnd(18)} ${shares.join(', ')}`);
    if (!own.some(({ incident: { also_ok } }) => also_ok.category.length + also_ok.severity.length > 0)) continue;
    const category = count(({ incident, verdict, got }) => verdict.category || accepts(incident, 'category', got));
    const severity = count(({ incident, verdict, got }) => verdict.severity || accepts(incident, 'severity', got));
    console.log(`  ${''.padEnd(18)} with what is accepted too: category ${category}, severity ${severity}`);
  }
}

function accepts({ also_ok }: Incident, what: 'category' | 'severity', got: Judged['got']): boolean {
  return also_ok[what].some((one) => one === got[what]);
}

function printFailure({ incident, verdict, got, words }: Judged): void {
  const failed = demands.filter((demand) => !verdict[demand]);
  if (failed.length === 0) return;
  const { id, policy, reporter, about, text, category, severity, route, must_not_route: mustNot } = incident;
  console.log(`\n${id} [${policy}/${reporter}/${about}] ${failed.join(', ')}\n  ${text}`);
  console.log(`  want ${category} ${severity} ${route} not ${mustNot}`);
  console.log(`  got  ${got.category} ${got.severity} ${got.route} also ${got.also}\n  ${words.join(' | ')}`);
  if (verdict.missing.length > 0) console.log(`  missing: ${verdict.missing.join(' / ')}`);
}

/** How it does on writers whom it was not taught by: the open incidents, and the made-up reports. */
function cross(packs: readonly Pack[]): void {
  const reports = madeUpReports();
  const ids = packs.map(({ head }) => head.id).filter((id) => id !== 'floor' && id !== 'template');
  const judged = foldsOf(allLessons()).flatMap(({ files, experience }) => {
    const desks = desksOf(packs, experience);
    const own = judgeAll(
      incidentsOf('tuning').filter(({ file }) => files.has(file)),
      desks,
    );
    for (const file of files) crossReports(file, reports, desks, ids);
    return own;
  });
  print('crossed', judged, verbose);
}

function crossReports(file: string, reports: readonly MadeUp[], desks: Desks, ids: readonly string[]): void {
  const results = reports.flatMap((report, place) => {
    const desk = report.file === file ? desks.get(ids[place % ids.length] ?? '') : undefined;
    return desk ? [{ report, got: desk.triage({ ...report, reporter: report.reporter ?? 'staff' }) }] : [];
  });
  if (results.length === 0) return;
  const good = (fits: (one: (typeof results)[number]) => boolean) => share(results.filter(fits).length, results.length);
  const category = good(({ report, got }) => report.category === got.category);
  const severity = good(({ report, got }) => report.severity === got.severity);
  const accepted = good(({ report, got }) => [report.severity, report.also].includes(got.severity));
  const low = results.filter(
    ({ report, got }) => report.severity === 'immediate' && ['medium', 'low'].includes(got.severity),
  );
  const told = `category ${category}, severity ${severity}, with what is accepted too ${accepted}`;
  console.log(`${file}: ${results.length} reports, ${told}; immediate put below high: ${low.length}`);
}

type Heard = { readonly one: ToldReport; readonly category: string | undefined; readonly severity: string | undefined };

/** What becomes of messages that are held back, each at one of the schools. */
function heard(file: HeldFile, desks: Desks): readonly Heard[] {
  const schools = [...desks].flatMap(([id, desk]) => (id === 'floor' || id === 'template' ? [] : [desk]));
  return heldMessages(file).map((one, place) => {
    const about = one.about === 'unknown' ? undefined : one.about;
    const desk = schools[place % schools.length];
    const got = desk?.triage({ text: one.text, reporter: one.reporter ?? 'staff', about });
    return { one, category: got?.category, severity: got?.severity };
  });
}

function isAccepted({ one, severity }: Heard): boolean {
  return severity === one.severity || severity === one.also;
}

function isMissed({ one, severity }: Heard): boolean {
  return one.severity === 'immediate' && (severity === 'medium' || severity === 'low');
}

function alarming(all: readonly Heard[]): string {
  const as = (severity: string) => all.filter((each) => each.severity === severity).length;
  return `${all.length}, of which ${as('immediate')} are heard as immediate, ${as('high')} as high`;
}

/** How many harmless messages alarm somebody, and what becomes of genuine incidents that are told in quiet words. */
function everyday(desks: Desks): void {
  const all = heard('everyday', desks);
  const harmless = all.filter(({ one }) => one.category === 'other' && one.severity === 'low');
  const genuine = all.filter((each) => !harmless.includes(each));
  console.log(`\neveryday messages, held back: harmless ${alarming(harmless)}`);
  const [right, low] = [isAccepted, isMissed].map((fits) => genuine.filter(fits).length);
  console.log(
    `${genuine.length} genuine in quiet words: severity right or accepted ${right}, immediate put below high ${low}`,
  );
}

/** How well messages are heard that have nearly the words of others, or words that mislead. */
function hard(title: string, file: HeldFile, desks: Desks): void {
  const all = heard(file, desks);
  const strictly = all.filter(({ one, severity }) => severity === one.severity).length;
  const category = all.filter((each) => each.category === each.one.category).length;
  const [right, low] = [isAccepted, isMissed].map((fits) => all.filter(fits).length);
  console.log(
    `\n${all.length} messages ${title}, held back: category ${category}, severity strictly ${strictly}, right or accepted ${right}, immediate put below high ${low}; low ${alarming(all.filter(({ one }) => one.severity === 'low'))}`,
  );
}

/** Times every incident over and over. */
function time(desks: Desks): void {
  const all = [...incidentsOf('tuning'), ...incidentsOf('held-back')];
  const taken: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (const { policy, text, reporter, about } of all) {
      const desk = desks.get(policy) ?? desks.get('floor');
      const start = performance.now();
      desk?.triage({ text, reporter, about: about ?? undefined });
      if (round > 2) taken.push(performance.now() - start);
    }
  }
  taken.sort((a, b) => a - b);
  const quantile = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(2);
  console.log(`\ntime: median ${quantile(0.5)} ms, 99th percentile ${quantile(0.99)} ms`);
}

const packs = readPacks();
const from = performance.now();
const desks = desksOf(packs);
console.log(`making triage for ${desks.size} packs took ${(performance.now() - from).toFixed(0)} ms`);
const halves: readonly Half[] = process.argv.includes('--tuning') ? ['tuning'] : ['tuning', 'held-back'];
for (const half of halves)
  print(
    half === 'tuning' ? 'tuning (these taught it)' : half,
    judgeAll(incidentsOf(half), desks),
    verbose && half === 'tuning',
  );
if (!process.argv.includes('--tuning')) {
  everyday(desks);
  hard('in threes', 'threes', desks);
  hard('in which words mislead', 'odd', desks);
}
if (process.argv.includes('--crossed')) cross(packs);
time(desks);
