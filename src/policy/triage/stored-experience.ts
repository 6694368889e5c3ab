import kept from './experience.json' with { type: 'json' };
import { fingerprint } from './fingerprint.ts';
import type { Network } from './network.ts';

/** Weights as they are kept: the root of each, in steps of 1/127 of the widest root, so that small ones keep digits. */
type KeptWeights = { readonly widest: number; readonly roots: string };

/** The fingerprints of the reports it was taught by. */
const prints = new Set(new Uint32Array(bytesOf(kept.reports).buffer));

/** What made-up reports taught, as `npm run learn:reports` wrote it down. */
export const stored: Network = {
  rows: new Map(kept.features.split('\n').map((name, row) => [name, row])),
  hidden: kept.hidden,
  weights: weightsOf(kept.weights),
  base: weightsOf(kept.base),
  out: weightsOf(kept.out),
};

/** Whether it was taught by this report too. */
export function isLearnt(text: string): boolean {
  return prints.has(fingerprint(text));
}

function weightsOf({ roots, widest }: KeptWeights): Float32Array {
  const steps = new Int8Array(bytesOf(roots).buffer);
  const values = new Float32Array(steps.length);
  for (let at = 0; at < steps.length; at++) {
    const root = steps[at] ?? 0;
    values[at] = (root * Math.abs(root) * widest) / 127 ** 2;
  }
  return values;
}

/** Plain loops here and above: a million steps at every start. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
