// Learns which words go together from how people ask, over all packs, and writes it for the product:
// `npm run learn:words`, whenever many ways of asking were added. Words only: nothing that a policy says is in it.
import { writeFileSync } from 'node:fs';
import { entriesOf } from '../../src/policy/answers/entries.ts';
import { languageOf } from '../../src/policy/answers/language.ts';
import { packsIn } from './packs.ts';
import { sharedSpace } from './shared-space.ts';

const size = 60;
const target = 'src/policy/answers/word-meanings.json';

/** Each entry's stems, those of the floor once. */
function texts(): readonly (readonly string[])[] {
  const seen = new Map<string, readonly string[]>();
  for (const pack of packsIn('policies').values()) {
    const language = languageOf(pack);
    const stems = (text: string) => language.stems(language.spell(text));
    for (const { id, asks, says } of entriesOf(pack)) {
      seen.set(id, [...asks.flatMap(stems), ...stems(says)]);
    }
  }
  return [...seen.values()];
}

const { words, vectors } = sharedSpace(texts(), size);
const widest = Math.max(...vectors.flat().map(Math.abs));
const steps = Int8Array.from(vectors.flat(), (one) =>
  Math.round(Math.sign(one) * Math.sqrt(Math.abs(one) / widest) * 127),
);
const json = { size, words: words.join(' '), vectors: Buffer.from(steps.buffer).toString('base64') };
writeFileSync(target, `${JSON.stringify(json)}\n`);
console.log(`${words.length} words, ${Math.round(steps.length / 1024)} KB`);
