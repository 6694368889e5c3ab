import { createHash, createSecretKey } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';

/** What keeps the keys of schools safe: a seal key of our own, or a vault. */
export type Wrapper = {
  /** The setting that names it, for people to read. */
  readonly setting: string;
  /** Whether it is the one that a key was wrapped with. */
  owns(by: string): boolean;
  /** Wraps a few dozen bytes; `by` says with what, and is no secret. */
  wrap(plain: Buffer): Promise<Wrapped>;
  /** The bytes. Rejects where this wrapper did not wrap them, or they were changed. */
  unwrap(wrapped: Wrapped): Promise<Buffer>;
};

/** Bytes as a {@link Wrapper} keeps them, in base64. */
export type Wrapped = { readonly by: string; readonly wrapped: string };

/** Wraps under a seal key of 32 bytes. */
export function sealKeyWrapper(setting: string, bytes: Uint8Array): Wrapper {
  const key = createSecretKey(bytes);
  // Names the key without helping to guess it: it is random, so its hash says nothing.
  const by = `seal-key ${createHash('sha256').update('lantern seal key').update(bytes).digest('hex').slice(0, 12)}`;
  return {
    setting,
    owns: (other) => other === by,
    wrap: async (plain) => ({ by, wrapped: encrypt(key, plain, ['wrap', by]).toString('base64') }),
    unwrap: async ({ wrapped }) => decrypt(key, Buffer.from(wrapped, 'base64'), ['wrap', by]),
  };
}
