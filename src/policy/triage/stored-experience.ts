import type { Category, Severity } from '../../domain/filing.ts';
import kept from './experience.json' with { type: 'json' };
import { fingerprint } from './fingerprint.ts';
import type { Kind, Learnt } from './learn.ts';
import type { Opinions } from './opinions.ts';

/** Weights as they are kept: the root of each, in steps of 1/127 of the widest root, so that small ones keep digits. */
type KeptWeights = {
  readonly kinds: string;
  readonly often: string;
  readonly widest: number;
  readonly weights: string;
};

/** The row of each feature. */
const rows = new Map(kept.features.split('\n').map((name, row) => [name, row]));
/** The fingerprints of the reports it was taught by. */
const prints = new Set(new Uint32Array(bytesOf(kept.reports).buffer));

/** What the floor's made-up reports taught, as `npm run learn:reports` wrote it down. */
export const stored: Opinions = { categories: learntFrom(kept.categories), both: learntFrom(kept.both) };

/** Whether it was taught by this report too. */
export function isLearnt(text: string): boolean {
  return prints.has(fingerprint(text));
}

function learntFrom({ kinds, often, widest, weights }: KeptWeights): Learnt {
  const roots = new Int8Array(bytesOf(weights).buffer);
  const values = new Float32Array(roots.length);
  for (let at = 0; at < roots.length; at++) {
    const root = roots[at] ?? 0;
    values[at] = (root * Math.abs(root) * widest) / 127 ** 2;
  }
  return { kinds: kinds.split(' ').map(kindOf), often: often.split(' ').map(Number), rows, weights: values };
}

function kindOf(name: string): Kind {
  const [category, severity] = name.split('/');
  return { category: category as Category, severity: severity as Severity };
}

/** Plain loops here and above: half a million steps at every start. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
