import { createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyRing, SchoolKeys } from '../../src/app/keys/key-ring.ts';
import { openKeyRing } from '../../src/app/keys/open-key-ring.ts';
import { sealKeyWrapper } from '../../src/app/keys/wrapper.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import { createSealer } from '../../src/app/sealer.ts';
import type { Store } from '../../src/app/store.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';

/** Keys that are the same in every test, for any school. */
export const fixedRing: KeyRing = { keysOf, refresh: async (school) => keysOf(school) };

/** A sealer for an Office in a test: fixed keys, any school. */
export const fixedSealer = createSealer(fixedRing);

/** The setting `LANTERN_SEAL_KEY` of tests that start Lantern as a process. */
export const sealKey = Buffer.alloc(32, 7).toString('base64');

/** What wraps keys under {@link sealKey}, or under another such text. */
export function testWrapper(key = sealKey, setting = 'LANTERN_SEAL_KEY') {
  return sealKeyWrapper(setting, Buffer.from(key, 'base64'));
}

/** The records in a file that Lantern keeps, or will keep, under {@link sealKey} or another; open. */
export async function sealedFile(file: string, school = 'harbour', key = sealKey): Promise<Store> {
  const raw = sqliteStore({ file });
  await raw.open();
  return sealedStore(raw, await openKeyRing(raw, [school], [testWrapper(key)]));
}

function keysOf(school: string): SchoolKeys {
  return { index: made(school, 'index'), data: new Map([['00000001', made(school, 'data')]]), newest: '00000001' };
}

function made(school: string, what: string) {
  return createSecretKey(Buffer.from(hkdfSync('sha256', 'not a secret', school, what, 32)));
}
