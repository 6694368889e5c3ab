// Learns from made-up reports and writes down what they taught, for the product to read when it starts:
// `npm run learn:reports` (a quarter of an hour), whenever reports, families of words, spellings, signs, circumstances or
// alarms of the floor have changed.
import { writeFileSync } from 'node:fs';
import { lessonsOf } from '../../src/policy/triage/experience.ts';
import { fingerprint, fingerprintOf } from '../../src/policy/triage/fingerprint.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import { allLessons } from './lessons.ts';
import { madeUpPrint } from './made-up.ts';
import { floorAlone } from './packs.ts';
import { inSteps } from './steps.ts';
import { taught } from './teach.ts';

const target = 'src/policy/triage/experience.json';

function kept(weights: Float32Array) {
  const { steps, widest } = inSteps(weights);
  return { widest, roots: base64(steps) };
}

function base64({ buffer }: { readonly buffer: ArrayBufferLike }): string {
  return Buffer.from(buffer).toString('base64');
}

const floor = floorAlone();
const lessons = allLessons();
const { rows, hidden, weights, base, out } = taught(lessons);
const json = {
  taughtBy: fingerprintOf(lessonsOf(floor.reports, floor, lexiconOf(floor))),
  madeUp: madeUpPrint(),
  reports: base64(Uint32Array.from(floor.reports, ({ text }) => fingerprint(text))),
  features: [...rows.keys()].join('\n'),
  hidden,
  weights: kept(weights),
  base: kept(base),
  out: kept(out),
};
writeFileSync(target, `${JSON.stringify(json, null, 2)}\n`);
console.log(`${lessons.length} lessons, ${rows.size} features, ${Math.round(JSON.stringify(json).length / 1024)} KB`);
