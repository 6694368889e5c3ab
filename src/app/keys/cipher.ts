import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const shortHash = 16;

/** Under AES-256-GCM with a nonce of its own: the nonce, what was hidden, and the tag. `place` opens it again, nothing else. */
export function encrypt(key: KeyObject, plain: Uint8Array, place: readonly string[]): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(aad(place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What {@link encrypt} hid. Throws where one bit differs, or the key, or the place. */
export function decrypt(key: KeyObject, hidden: Buffer, place: readonly string[]): Buffer {
  if (hidden.length < nonceBytes + tagBytes) throw new Error('too short to have been sealed');
  const decipher = createDecipheriv(algorithm, key, hidden.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(aad(place));
  decipher.setAuthTag(hidden.subarray(-tagBytes));
  return Buffer.concat([decipher.update(hidden.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

/** A keyed hash of 128 bits in 22 letters, digits, `-` and `_`: the same for the same text, and no way back. */
export function keyedHash(key: KeyObject, purpose: string, text: string): string {
  const whole = createHmac('sha256', key)
    .update(aad([purpose, text]))
    .digest();
  return whole.subarray(0, shortHash).toString('base64url');
}

/** As JSON, so that no two lists of texts are the same bytes. */
function aad(parts: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(parts));
}
