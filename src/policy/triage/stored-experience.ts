import kept from './experience.json' with { type: 'json' };
import { fingerprint } from './fingerprint.ts';
import { type Network, weightsOf, worthOf } from './network.ts';

/** Weights as they are kept: the step of each. */
type KeptWeights = { readonly widest: number; readonly roots: string };

/** Changes with whatever teaches it. */
export const taughtMark = `${kept.taughtBy} ${kept.madeUp}`;

/** The fingerprints of the reports it was taught by. */
const prints = new Set(new Uint32Array(bytesOf(kept.reports)));

/** What made-up reports taught, as `npm run learn:reports` wrote it down. */
export const stored: Network = {
  rows: new Map(kept.features.split('\n').map((name, row) => [name, row])),
  hidden: kept.hidden,
  weights: weightsOf(stepsOf(kept.weights), kept.weights.widest),
  base: numbersOf(kept.base),
  out: numbersOf(kept.out),
};

/** Whether it was taught by this report too. */
export function isLearnt(text: string): boolean {
  return prints.has(fingerprint(text));
}

function stepsOf({ roots }: KeptWeights): Int8Array {
  return new Int8Array(bytesOf(roots));
}

function numbersOf(kept: KeptWeights): Float32Array {
  return Float32Array.from(stepsOf(kept), (step) => worthOf(step, kept.widest));
}

/** The bytes alone: what is decoded may lie anywhere in memory that others share. */
function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}
