import { type Given, judge, type Kept } from './judge.ts';
import { packsIn } from './packs.ts';
import { installPeers } from './peers.ts';
import { type Half, questionsIn } from './questions.ts';
import { printLoading, printTriage, rounds } from './speed.ts';
import { lantern, peers, type System } from './systems.ts';
import { type Outcome, quantile, type Tally, tally } from './tally.ts';

const schools = ['somerset', 'lbbd', 'miserden', 'all-saints', 'chipping-sodbury'];
const withPeers = !process.argv.includes('--no-peers');
const tuningOnly = process.argv.includes('--tuning');

function questionsOf(school: string): readonly { readonly kept: Kept; readonly half: Half }[] {
  const halves = tuningOnly ? (['tuning'] as const) : (['tuning', 'held back'] as const);
  return halves.flatMap((half) => questionsIn(half, school).map((kept) => ({ kept, half })));
}

/** With `--wrong`: the tuning questions that went wrong, of one policy if it is named after it. */
function printWrong(outcomes: readonly Outcome[]): void {
  const at = process.argv.indexOf('--wrong');
  if (at < 0) return;
  const policy = process.argv[at + 1];
  for (const { kept, given, half } of outcomes) {
    if (half !== 'tuning' || (policy && policy !== kept.policy) || isRight(kept, given)) continue;
    console.log(`\n${kept.id} [${kept.role}, ${kept.kind}] ${kept.question}`);
    console.log(`  wanted ${kept.answerable ? `${kept.section}: ${kept.expect.join(' | ')}` : 'a no'}`);
    console.log(`  got    ${given.answered ? given.sections.join(' | ') : '(a no)'}: ${given.text}`);
  }
}

function isRight(kept: Kept, given: Given): boolean {
  if (!kept.answerable) return !given.answered;
  const { section, facts } = judge(kept, given);
  return section || facts;
}

async function run(system: System, school: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { kept, half } of questionsOf(school)) {
    const from = performance.now();
    const given = await system.ask(kept);
    outcomes.push({ kept, half, given, took: performance.now() - from });
  }
  return outcomes;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '   –' : `${Math.round(share * 100)} %`.padStart(5);
}

function row(name: string, { asked, lenient, strict, section, missed, refused, dangerous, cited }: Tally): void {
  const cells = [lenient, strict, section, missed, refused, dangerous, cited].map((one) => percent(one).padStart(9));
  console.log(`${name.padEnd(34)}${String(asked).padStart(5)}${cells.join('')}`);
}

function head(title: string): void {
  const cells = ['right', 'strict', 'clause', 'missed', 'refused', 'danger', 'cited'].map((one) => one.padStart(9));
  console.log(`\n${title.padEnd(34)}${'n'.padStart(5)}${cells.join('')}`);
}

function report(name: string, outcomes: readonly Outcome[]): void {
  for (const half of tuningOnly ? (['tuning'] as const) : (['tuning', 'held back'] as const)) {
    const these = outcomes.filter((one) => one.half === half);
    head(`${name}, ${half} half`);
    const groups = [
      (one: Outcome) => one.kept.policy,
      ...(name === 'lantern' ? [(one: Outcome) => one.kept.kind] : []),
    ];
    for (const key of groups) for (const [group, ones] of Map.groupBy(these, key)) row(`  ${group}`, tally(ones));
    row('  all', tally(these));
  }
}

const packs = packsIn('policies');
console.log(
  'right: the expected clause or all expected facts; strict: both; clause: the clause alone; missed: an answerable',
);
console.log(
  'question met with a no; refused: an unanswerable one met with a no; cited: answers that name their clause.',
);

const all = new Map<string, Outcome[]>();
/** How long each took, after a round to warm up. */
const times = new Map<string, number[]>();
if (withPeers) installPeers();
for (const school of schools) {
  const pack = packs.get(school);
  if (!pack) continue;
  for (const system of [lantern(pack), ...(withPeers ? await peers(pack) : [])]) {
    for (let round = 0; round < rounds; round++) {
      const outcomes = await run(system, school);
      if (round === 0) all.set(system.name, [...(all.get(system.name) ?? []), ...outcomes]);
      else times.set(system.name, [...(times.get(system.name) ?? []), ...outcomes.map(({ took }) => took)]);
    }
  }
}
for (const [name, outcomes] of all) report(name, outcomes);
printWrong(all.get('lantern') ?? []);

printLoading();
printTriage(packs);
const own = times.get('lantern') ?? [];
for (const [name, took] of times) {
  const [median, most] = [quantile(took, 0.5), quantile(took, 0.99)];
  const ratio = `${(median / quantile(own, 0.5)).toFixed(2)} and ${(most / quantile(own, 0.99)).toFixed(2)} of lantern's`;
  console.log(`${name}: median ${median.toFixed(2)} ms, 99th percentile ${most.toFixed(2)} ms (${ratio})`);
}
