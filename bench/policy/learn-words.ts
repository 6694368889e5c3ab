// Learns which words go together, over all packs, and writes it for the product: `npm run learn:words`, whenever many
// ways of asking were added; then `npm run fit:answers`. Words only: nothing that a policy says is in it.
import { writeFileSync } from 'node:fs';
import { entriesOf } from '../../src/policy/answers/entries.ts';
import { languageOf } from '../../src/policy/answers/language.ts';
import { dot } from './directions.ts';
import { everydayWords } from './everyday-words.ts';
import { learnAsks } from './learn-asks.ts';
import { type AskedLesson, lessonOf } from './lesson.ts';
import { packsIn } from './packs.ts';
import { sharedSpace } from './shared-space.ts';

const folder = 'src/policy/answers';
const packs = [...packsIn('policies').values()];

/** Each entry's stems, those of the floor once. */
function texts(): readonly (readonly string[])[] {
  const seen = new Map<string, readonly string[]>();
  for (const pack of packs) {
    const language = languageOf(pack);
    const stems = (text: string) => language.stems(language.spell(text));
    for (const { id, asks, says } of entriesOf(pack)) {
      seen.set(id, [...asks.flatMap(stems), ...stems(says)]);
    }
  }
  return [...seen.values()];
}

function write(name: string, size: number, words: readonly string[], vectors: Packed, more: object = {}): void {
  const json = { size, words: words.join(' '), vectors: packed(vectors), ...more };
  writeFileSync(`${folder}/${name}`, `${JSON.stringify(json)}\n`);
  console.log(`${name}: ${words.length} words, ${Math.round(JSON.stringify(json).length / 1024)} KB`);
}

type Packed = readonly ArrayLike<number>[];

/** As roots, in steps of 1/127 of the widest. */
function packed(vectors: Packed): string {
  const values = vectors.flatMap((vector) => Array.from(vector));
  const widest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const steps = Int8Array.from(values, (one) => Math.round(Math.sign(one) * Math.sqrt(Math.abs(one) / widest) * 127));
  return Buffer.from(steps.buffer).toString('base64');
}

/** What the rules of each school are about: the middle of their ways of asking and what they say. */
function aboutOf({ schools, own }: AskedLesson, points: readonly Float32Array[], size: number): Packed {
  return schools.flatMap(({ examples }, school) =>
    (own[school] ?? []).map((entry) => {
      const middle = new Float64Array(size);
      for (const { words } of examples.filter((one) => one.entry === entry)) {
        const sum = new Float64Array(size);
        for (const word of words)
          for (let at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) + (points[word]?.[at] ?? 0);
        const length = Math.sqrt(dot(sum, sum)) || 1;
        for (let at = 0; at < size; at++) middle[at] = (middle[at] ?? 0) + (sum[at] ?? 0) / length;
      }
      return middle;
    }),
  );
}

const told = sharedSpace(texts(), 60);
write('told-words.json', 60, told.words, told.vectors);

const size = 64;
const lesson = lessonOf(packs, (written) => everydayWords(14_000, written));
const points = learnAsks(lesson, size);
write('asked-words.json', size, lesson.words, points, { elsewhere: packed(aboutOf(lesson, points, size)) });
