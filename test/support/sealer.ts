import { createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyRing, SchoolKeys } from '../../src/app/keys/key-ring.ts';
import { createSealer } from '../../src/app/sealer.ts';

/** Keys that are the same in every test, for any school. */
export const fixedRing: KeyRing = { keysOf, refresh: async (school) => keysOf(school) };

/** A sealer for an Office in a test: fixed keys, any school. */
export const fixedSealer = createSealer(fixedRing);

function keysOf(school: string): SchoolKeys {
  return { index: made(school, 'index'), data: new Map([['00000001', made(school, 'data')]]), newest: '00000001' };
}

function made(school: string, what: string) {
  return createSecretKey(Buffer.from(hkdfSync('sha256', 'not a secret', school, what, 32)));
}
