import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock, Ids } from './ports.ts';

/** Crockford's letters: no I, L, O or U, so that a reference read out over the phone is heard right. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Ids from the machine's own randomness: 40 bits for a reference, checked for a clash when it is used. */
export const systemIds: Ids = {
  caseId() {
    const text = Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join('');
    return `${text.slice(0, 4)}-${text.slice(4)}`;
  },
  unique: () => randomUUID(),
  chance: () => randomInt(0, 1_000_000) / 1_000_000,
};
