import type { Pack } from '../standing.ts';
import { accusedKinds, targetKinds } from './accusation.ts';
import { withBodies } from './bodily.ts';
import type { Context } from './context.ts';
import { withoutErrand } from './errand.ts';
import type { Lexicon } from './lexicon.ts';
import { toneOf } from './readings.ts';
import type { TriageInput } from './result.ts';
import { underKnownNames } from './titles.ts';

/** Reads a report with all that a pack knows of words. */
export function readReport({ text, reporter, about }: TriageInput, lexicon: Lexicon, pack: Pack): Context {
  const named = withBodies(withoutErrand(underKnownNames(text, pack), reporter));
  const scanned = lexicon.matcher.scan(lexicon.read(named));
  const tone = toneOf(scanned, named, lexicon, pack.cues);
  const told = about ? [about] : [];
  const plain: Context = { scanned, tone, lexicon, reporter, said: about, about: new Set(told), targets: new Set() };
  const context = { ...plain, targets: new Set(targetKinds(plain, pack)) };
  return { ...context, about: new Set([...told, ...accusedKinds(context, pack, about)]) };
}
