import { join } from 'node:path';
import { outcome } from '../../src/cli/triage.ts';
import { packFolders, packLoader } from '../../src/packs/load-pack.ts';
import { experienceOf } from '../../src/policy/triage/experience.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import { triager } from '../../src/policy/triage/triager.ts';
import { type Half, type Incident, incidentsOf } from './incidents.ts';
import { demands, judge, type Verdict } from './judge-incident.ts';

/** The packs that load, each with its triage. A pack that is refused is named. */
function desks() {
  const load = packLoader('2026-11-21');
  const floor = load(join(folder, 'floor'));
  if (floor.kind === 'broken') throw new Error(JSON.stringify(floor.complaints.slice(0, 3)));
  const experience = experienceOf(floor.pack, lexiconOf(floor.pack));
  return new Map(
    packFolders(folder).flatMap((one) => {
      const result = load(one);
      if (result.kind === 'broken') {
        console.log(`${one} is refused (${result.complaints.length} complaints)`);
        if (verbose)
          for (const { file, line, message } of result.complaints.slice(0, 3))
            console.log(`  ${file}:${line} ${message}`);
        return [];
      }
      return [[result.pack.head.id, { pack: result.pack, triage: triager(result.pack, experience) }] as const];
    }),
  );
}

const at = process.argv.indexOf('--packs');
const folder = at > 0 ? (process.argv[at + 1] ?? 'policies') : 'policies';
const verbose = process.argv.includes('--verbose');
const ready = desks();

/** Judges a half, and says how it went. Of what is held back, only the figures are ever printed. */
function run(half: Half): void {
  const judged = incidentsOf(half).flatMap((incident) => {
    const desk = ready.get(incident.policy) ?? ready.get('floor');
    if (!desk) return [];
    const { text, reporter, about } = incident;
    const result = desk.triage({ text, reporter, about: about ?? undefined });
    const got = outcome(result, desk.pack);
    return [{ incident, verdict: judge(incident, got), got, result }];
  });
  print(half, judged);
  printByPolicy(judged);
  if (verbose && half === 'tuning')
    for (const one of judged) printFailure(one.incident, one.verdict, one.got, one.result.words);
}

function print(half: Half, judged: readonly { readonly verdict: Verdict }[]): void {
  console.log(`\n${half}: ${judged.length} incidents`);
  for (const demand of demands) {
    const good = judged.filter(({ verdict }) => verdict[demand]).length;
    console.log(`  ${demand.padEnd(26)} ${((100 * good) / judged.length).toFixed(1)} % (${good}/${judged.length})`);
  }
}

/** The same per policy, so that a school sees its own. */
function printByPolicy(judged: readonly { readonly incident: Incident; readonly verdict: Verdict }[]): void {
  const policies = [...new Set(judged.map(({ incident }) => incident.policy))].toSorted();
  for (const policy of policies) {
    const own = judged.filter(({ incident }) => incident.policy === policy);
    const share = (demand: (typeof demands)[number]) =>
      `${own.filter(({ verdict }) => verdict[demand]).length}/${own.length}`;
    console.log(
      `  ${policy.padEnd(18)} ${demands
        .slice(0, 6)
        .map((demand) => `${demand} ${share(demand)}`)
        .join(', ')}`,
    );
  }
}

function printFailure(
  incident: Incident,
  verdict: Verdict,
  got: ReturnType<typeof outcome>,
  words: readonly string[],
): void {
  const failed = demands.filter((demand) => !verdict[demand]);
  if (failed.length === 0) return;
  console.log(
    `\n${incident.id} [${incident.policy}/${incident.reporter}/${incident.about}] ${failed.join(', ')}\n  ${incident.text}`,
  );
  console.log(`  want ${incident.category} ${incident.severity} ${incident.route} not ${incident.must_not_route}`);
  console.log(`  got  ${got.category} ${got.severity} ${got.route} also ${got.also}\n  ${words.join(' | ')}`);
  if (verdict.missing.length > 0) console.log(`  missing: ${verdict.missing.join(' / ')}`);
}

/** Times every incident over and over. */
function time(): void {
  const all = [...incidentsOf('tuning'), ...incidentsOf('held-back')];
  const taken: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (const { policy, text, reporter, about } of all) {
      const desk = ready.get(policy) ?? ready.get('floor');
      const start = performance.now();
      desk?.triage({ text, reporter, about: about ?? undefined });
      if (round > 2) taken.push(performance.now() - start);
    }
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(2);
  console.log(`\ntime: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`);
}

run('tuning');
if (!process.argv.includes('--tuning')) run('held-back');
time();
