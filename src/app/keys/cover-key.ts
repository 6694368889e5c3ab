import { keyedHash } from './cipher.ts';
import type { SchoolKeys } from './key-ring.ts';

/** How row keys are written: the key that stands in the store for the one that Lantern knows. */
export type Cover = (keys: SchoolKeys, key: string) => string;

/** Parts that stand for people whatever they look like: a pupil's id may be a number. By kind of row, from 1. */
const people: Readonly<Record<string, number>> = { conv: 2, mine: 1, person: 1, induction: 1, away: 1 };

/**
 * What may be read by whoever looks after the storage, because lists are in its order: times, days, and numbers of a
 * fixed width; references of cases, which name nobody; the ends of ranges.
 */
const clear =
  /^(|~~|\d{4}-\d\d-\d\d(T\d{6}(\.\d+)?)?|\d{1,2}|\d{8}|\d{16}|[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})$/;

/**
 * A row key with a keyed hash for every part but the kind of row and what is {@link clear}, so that keys name nobody.
 * The ends of a range are covered in the same way; so a range begins and ends with whole parts, as those of `rows.ts` do.
 */
export const coverKey: Cover = (keys, key) => {
  const [kind = '', ...parts] = key.split(':');
  const named = people[kind];
  const covered = parts.map((part, at) =>
    part === '' || part === '~~' || (clear.test(part) && at + 1 !== named)
      ? part
      : keyedHash(keys.index, 'part of a row key', part),
  );
  return [kind, ...covered].join(':');
};
