import { decrypt, encrypt, keyedHash } from './keys/cipher.ts';
import { dataKey, type KeyRing, newestKey } from './keys/key-ring.ts';
import type { Sealer } from './ports.ts';

/** A sealed text was changed, or belongs elsewhere, or its key is gone. Never holds a word of it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Seals under the keys of a ring that is open for every school it is asked about. */
export function createSealer(ring: KeyRing): Sealer {
  return {
    fingerprint: (school, purpose, text) => keyedHash(ring.keysOf(school).index, `text ${purpose}`, text),
    seal(school, text, context) {
      const { id, key } = newestKey(ring.keysOf(school));
      return { key: id, data: encrypt(key, Buffer.from(text), place(school, context)).toString('base64') };
    },
    unseal(school, { key, data }, context) {
      try {
        const hidden = Buffer.from(data, 'base64');
        return decrypt(dataKey(ring.keysOf(school), key), hidden, place(school, context)).toString();
      } catch (cause) {
        throw new SealBroken(`what is sealed as ${context.split(':')[0]} cannot be opened`, { cause });
      }
    },
  };
}

function place(school: string, context: string): readonly string[] {
  return ['text', school, context];
}
