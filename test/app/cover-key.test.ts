import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverKey } from '../../src/app/keys/cover-key.ts';
import { dueUntil, key, seenBefore, under } from '../../src/app/rows.ts';
import { fixedRing } from '../support/sealer.ts';

const keys = fixedRing.keysOf('harbour');
const cover = (one: string) => coverKey(keys, one);
const at = '2026-11-22T10:00:00.000Z';
const id = 'K7QF-3MX9';

/** Whatever a school or a platform may call somebody; also what looks like a time, a number or a reference. */
const anybody = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^\d{1,16}$/),
  fc.constantFrom(
    '2026-11-22',
    '2026-11-22T100000.000',
    'AAAA-0000',
    '12345678',
    '~~',
    'zebedee.quillfeather@school.example',
  ),
);
const ofSomebody = [
  (who: string) => key.mine(who, at, id),
  (who: string) => key.person(who),
  (who: string) => key.induction(who),
  (who: string) => key.away(who),
  (who: string) => key.conversation({ channel: 'teams', kind: 'chat', conversation: who }),
];

describe('a covered row key', () => {
  it('has a hash of 22 letters for whoever it belongs to, whatever they are called', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...ofSomebody), (who, toKey) => {
        const plain = toKey(who).split(':');
        const covered = cover(toKey(who)).split(':');
        const place = plain[0] === 'conv' ? 2 : 1;
        expect(covered[place]).toMatch(/^[A-Za-z0-9_-]{22}$/);
        expect(covered).toHaveLength(plain.length);
      }),
    );
  });

  it('is another for somebody else, and the same for the same', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(cover(key.person(one)) === cover(key.person(other))).toBe(key.person(one) === key.person(other));
      }),
    );
  });

  it.each([
    ['a case', key.case(id), /^case:K7QF-3MX9$/],
    ['an event', key.event(id, 12), /^event:K7QF-3MX9:00000012$/],
    ['an open case', key.open('high', at, id), /^open:1:2026-11-22T100000\.000:K7QF-3MX9$/],
    ['something due', key.due(at, 'any id'), /^due:2026-11-22T100000\.000:[\w-]{22}$/],
    ['a timer', key.timer(at, `away-pip`), /^timer:2026-11-22T100000\.000:[\w-]{22}$/],
    ['a report of somebody', key.mine('pip', at, id), /^mine:[\w-]{22}:\d{16}:K7QF-3MX9$/],
    ['a seen event', key.seen(at, 'view of U0PIP'), /^seen:2026-11-22:[\w-]{22}$/],
    [
      'a row of a kind that is yet to come',
      `subject:jo:${key.due(at, id).slice(4)}`,
      /^subject:[\w-]{22}:2026-11-22T100000\.000:K7QF-3MX9$/,
    ],
    ['a person’s row of a kind to come', 'anything:zebedee', /^anything:[\w-]{22}$/],
  ])('keeps the order of lists: %s', (_, plain, covered) => {
    expect(cover(plain)).toMatch(covered);
  });

  it('is in the range that its own is in', () => {
    const inside = (one: string, { from, to }: { from: string; to: string }) =>
      cover(from) <= cover(one) && cover(one) < cover(to);
    fc.assert(
      fc.property(anybody, fc.constantFrom(...ofSomebody), (who, toKey) => {
        const [kind = ''] = toKey(who).split(':');
        expect(inside(toKey(who), under(kind))).toBe(true);
      }),
    );
    expect(inside(key.mine('pip', at, id), under('mine', 'pip'))).toBe(true);
    expect(inside(key.mine('pip', at, id), under('mine', 'another'))).toBe(false);
    expect(inside(key.due(at, 'zz'), dueUntil(at))).toBe(true);
    expect(inside(key.due('2026-11-22T10:00:00.001Z', 'zz'), dueUntil(at))).toBe(false);
    expect(inside(key.seen(at, 'e'), seenBefore('2026-11-23T00:00:00.000Z'))).toBe(true);
    expect(inside(key.seen(at, 'e'), seenBefore(at))).toBe(false);
  });
});
