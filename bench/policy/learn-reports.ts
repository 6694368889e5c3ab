// Learns from the floor's made-up reports and writes down what they taught, for the product to read when it starts:
// `npm run learn:reports`, whenever reports, families of words, spellings or signs of the floor have changed.
import { writeFileSync } from 'node:fs';
import { lessonsOf } from '../../src/policy/triage/experience.ts';
import { fingerprint, fingerprintOf } from '../../src/policy/triage/fingerprint.ts';
import type { Learnt } from '../../src/policy/triage/learn.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import { learnOpinions, type Opinions } from '../../src/policy/triage/opinions.ts';
import { floorAlone } from './packs.ts';

const target = 'src/policy/triage/experience.json';

/** The root of each weight, in steps of 1/127 of the widest root. */
function kept({ kinds, often, weights }: Learnt) {
  const widest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const steps = Int8Array.from(weights, (one) => Math.round(Math.sign(one) * Math.sqrt(Math.abs(one) / widest) * 127));
  const names = kinds.map(({ category, severity }) => `${category}/${severity}`);
  return { kinds: names.join(' '), often: often.join(' '), widest, weights: base64(steps) };
}

function base64({ buffer }: { readonly buffer: ArrayBufferLike }): string {
  return Buffer.from(buffer).toString('base64');
}

/** Without the features that hardly speak for or against anything: the least telling quarter. */
function telling({ categories, both }: Opinions): Opinions {
  const tells = [...both.rows].map(([name, row]) => ({
    name,
    most: Math.max(mostIn(row, categories), mostIn(row, both)),
  }));
  const bar = tells.map(({ most }) => most).toSorted((a, b) => a - b)[Math.floor(tells.length / 4)] ?? 0;
  const names = tells.flatMap(({ name, most }) => (most >= bar ? [name] : []));
  return { categories: onlyRows(names, categories), both: onlyRows(names, both) };
}

function mostIn(row: number, { kinds, weights }: Learnt): number {
  return weights
    .subarray(row * kinds.length, (row + 1) * kinds.length)
    .reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

function onlyRows(names: readonly string[], learnt: Learnt): Learnt {
  const { kinds, rows, weights } = learnt;
  const width = kinds.length;
  const own = names.map((name) => (rows.get(name) ?? 0) * width);
  return {
    ...learnt,
    rows: new Map(names.map((name, row) => [name, row])),
    weights: Float32Array.from(own.flatMap((from) => [...weights.subarray(from, from + width)])),
  };
}

const floor = floorAlone();
const lessons = lessonsOf(floor.reports, floor, lexiconOf(floor));
const { categories, both } = telling(learnOpinions(lessons));
const json = {
  taughtBy: fingerprintOf(lessons),
  reports: base64(Uint32Array.from(floor.reports, ({ text }) => fingerprint(text))),
  features: [...both.rows.keys()].join('\n'),
  categories: kept(categories),
  both: kept(both),
};
writeFileSync(target, `${JSON.stringify(json, null, 2)}\n`);
console.log(
  `${lessons.length} reports, ${both.rows.size} features, ${Math.round(JSON.stringify(json).length / 1024)} KB`,
);
