import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decode, encode } from 'base32768';
import { StoreLimit, type Value } from '../store.ts';
import { decrypt, encrypt } from './cipher.ts';
import { dataKey, newestKey, type SchoolKeys } from './key-ring.ts';

/** A row's whole value, hidden: which key opens it, and everything else as text. */
export type SealedValue =
  /** In base64. */
  | { readonly k: string; readonly s: string }
  /**
   * At 15 bits a character: where a character takes two bytes, base64 would make rows of the longest answers too long
   * for Azure. It is slow, so small rows do without.
   */
  | { readonly k: string; readonly w: string };

/** Bytes from which on text is written at 15 bits a character. */
const wide = 65_536;
/** Bytes from which on it is worth to pack a value. */
const packed = 2_048;

/** Whether a value is a sealed one, and not one that was written before there were keys. */
export function isSealed(value: Value): value is SealedValue {
  const { k, s, w } = value;
  return typeof k === 'string' && typeof (s ?? w) === 'string' && Object.keys(value).length === 2;
}

/** Hides a value and the key it is known by. It opens in its own row alone. */
export function sealRow(keys: SchoolKeys, school: string, key: string, at: string, value: Value): SealedValue {
  const { id, key: secret } = newestKey(keys);
  const hidden = encrypt(secret, pack(toText(key, value)), place(school, at));
  return hidden.length < wide ? { k: id, s: hidden.toString('base64') } : { k: id, w: encode(hidden) };
}

/** The value of a row and the key it is known by. Throws where the row was changed or moved, or its key is gone. */
export function openRow(
  keys: SchoolKeys,
  school: string,
  at: string,
  sealed: SealedValue,
): { readonly key: string; readonly value: Value } {
  const hidden = 's' in sealed ? Buffer.from(sealed.s, 'base64') : Buffer.from(decode(sealed.w));
  const text = unpack(decrypt(dataKey(keys, sealed.k), hidden, place(school, at)));
  const [key, value] = JSON.parse(text) as [string, Value];
  return { key, value };
}

function place(school: string, at: string): readonly string[] {
  return ['row', school, at];
}

/** The first byte says whether the rest is deflated. */
function pack(text: string): Buffer {
  const bytes = Buffer.from(text);
  return bytes.length < packed
    ? Buffer.concat([Buffer.of(0), bytes])
    : Buffer.concat([Buffer.of(1), deflateRawSync(bytes)]);
}

function unpack(bytes: Buffer): string {
  const rest = bytes.subarray(1);
  return (bytes[0] === 1 ? inflateRawSync(rest) : rest).toString();
}

function toText(key: string, value: Value): string {
  try {
    if (JSON.stringify(value) !== undefined) return JSON.stringify([key, value]);
  } catch (cause) {
    throw unsayable(key, cause);
  }
  throw unsayable(key, undefined);
}

function unsayable(key: string, cause: unknown): StoreLimit {
  return new StoreLimit(`The row ${JSON.stringify(key.slice(0, 80))} holds what JSON cannot say.`, { cause });
}
