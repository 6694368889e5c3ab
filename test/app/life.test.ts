import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { repeatsIn } from '../../src/app/neighbours.ts';
import { hashOf } from '../../src/app/record.ts';
import { systemClock } from '../../src/app/system.ts';
import { verifyOne } from '../../src/app/verify.ts';
import { caseCardView } from '../../src/conversation/present/case-card.ts';
import { type Press, pressSchema } from '../../src/conversation/press.ts';
import type { View } from '../../src/conversation/views.ts';
import type { Listener } from '../../src/conversation/voice.ts';
import { type Case, caseStates } from '../../src/domain/case.ts';
import { categories, severities } from '../../src/domain/filing.ts';
import { onCallFor } from '../../src/domain/ladder.ts';
import { closing } from '../support/closing.ts';
import { type House, openHouse, report } from '../support/house.ts';
import { eventsOf, valuesUnder } from '../support/records.ts';
import { harbour } from '../support/school.ts';
import { fixedSealer } from '../support/sealer.ts';

const people = harbour.people.map(({ id }) => id);

/** What is typed or chosen in a form: people, parties, days, times and words that fit, and some that do not. */
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('me', 'role:dsl:1', ...people) },
  { weight: 3, arbitrary: fc.constantFrom('a few words', 'somebody else', 'no', 'yes', '') },
  { weight: 1, arbitrary: fc.constantFrom('p1', 'p2', 'e1', '2026-11-20', '10:30', '1') },
);

type Fields = Readonly<Record<string, unknown>>;

/** Any value that a field of a press takes. */
function takenBy(field: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (field instanceof z.ZodEnum) return fc.constantFrom(...field.options);
  if (field instanceof z.ZodOptional) return fc.option(takenBy(field.unwrap()), { nil: undefined });
  if (field instanceof z.ZodLiteral) return fc.constant(field.value);
  if (field instanceof z.ZodNumber) return fc.integer({ min: 1, max: 12 });
  if (field instanceof z.ZodUnion) return fc.constantFrom('', '2026-11-20');
  return answer;
}

const onCases = pressSchema.options.filter(({ shape }) => /^(?:case|mine|own)\./.test(shape.verb.value));

/** What moves every case along is pressed more often, so that however many topics there are, it happens. */
const core = /^case\.(?:open|acknowledge|assign|note|close|reopen|refile)$/;

/** Any press on a case that the schema takes, whatever topics it has: a new one is drawn in by itself. */
const anyPress: fc.Arbitrary<Fields> = fc.oneof(
  ...onCases.map(({ shape }) => {
    const fields = Object.entries<z.core.$ZodType>(shape);
    const arbitrary = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, takenBy(field)])));
    return { arbitrary, weight: core.test(shape.verb.value) ? 4 : 1 };
  }),
);

/** These come more often than by chance alone: they want every field filled in, a closed case, or somebody who may. */
const drawn: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 9, arbitrary: anyPress },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Fields>(
      closing(''),
      { verb: 'case.reopen', reason: 'again' },
      { verb: 'case.assign', to: 'me' },
      { verb: 'case.refile', category: 'other', severity: 'high', reason: 'again' },
    ),
  },
);

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const id of people) await house.does(id, { kind: 'joined' });
});
afterAll(() => house.close());

async function caseOf(id: string): Promise<Case> {
  const cases = await valuesUnder<Case>(house.store, 'case');
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
}

/** What must hold of a case at every moment. */
async function expectSound(id: string): Promise<Case> {
  const current = await caseOf(id);
  expect(caseStates).toContain(current.state);
  expect(categories).toContain(current.category);
  expect(severities).toContain(current.severity);
  expect(current.state === 'closed').toBe(current.closed !== undefined);
  expect(current.state === 'new').toBe(current.acknowledged === undefined && current.closed === undefined);
  // Deliveries are recorded meanwhile.
  const events = (await eventsOf(house.store, id)).slice(0, current.seq);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: current.seq }, (_, at) => at + 1));
  let previous = '';
  for (const { hash, ...open } of events) {
    expect(open.previous).toBe(previous);
    expect(hash).toBe(hashOf(id, open));
    previous = hash;
  }
  expect(current.lastHash).toBe(previous);
  const lines = await valuesUnder<{ readonly id: string }>(house.store, 'open');
  expect(lines.filter((line) => line.id === id).length).toBe(current.state === 'closed' ? 0 : 1);
  return current;
}

const someone = fc.constantFrom('dsl', 'dsl', 'deputy', 'head', 'teacher', ...people);
const words = [
  'somebody was picked on in a game',
  'my laptop was stolen from the car',
  'a boy said he will kill her today',
];

/** The case's card as it must be, with what everybody in the channel may know of other cases. */
async function cardOf(to: Listener, current: Case): Promise<View> {
  const desk = { store: house.store, sealer: fixedSealer };
  const repeats = await repeatsIn(desk, to, current, ({ route }) => route.inChannel);
  return caseCardView(to, current, repeats, called(current));
}

/** Whom the card of an immediate case calls until somebody has it. */
function called(current: Case) {
  if (current.severity !== 'immediate' || current.state !== 'new') return [];
  return onCallFor(current, harbour.onCall, { people: harbour.people, away: new Set() });
}

/** The case's card as the channel shows it, once nothing waits to be sent. */
async function shownCard(id: string): Promise<unknown> {
  await expect.poll(() => valuesUnder(house.store, 'due'), { timeout: 20_000 }).toEqual([]);
  return house.channel.shown.findLast(({ view }) => view.kind === 'case-card' && view.caseId === id)?.view;
}

it('random presses by random people: no state outside the table, no event lost, the card is what the store says', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...words),
      fc.array(fc.tuple(someone, drawn), { minLength: 10, maxLength: 25 }),
      async (what, acts) => {
        const id = await report(house, 'teacher', what);
        for (const [by, fields] of acts) {
          const press = pressSchema.safeParse({ ...fields, case: id });
          if (!press.success) continue;
          const before = (await caseOf(id)).seq;
          await house.presses(by, press.data satisfies Press);
          const current = await expectSound(id);
          expect(current.seq).toBeGreaterThanOrEqual(before);
          for (const { event } of (await eventsOf(house.store, id)).slice(before)) done.add(event.kind);
        }
        const current = await caseOf(id);
        const to = { school: harbour, person: { id: 'channel', name: '', roles: ['staff'] } } as const;
        if (current.route.inChannel) expect(await shownCard(id)).toEqual(await cardOf(to, current));
        // The chain holds a digest of the head as well, so whoever writes one without an event is found here.
        expect(await verifyOne({ store: house.store, school: 'harbour', now: systemClock.now() }, id)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
  for (const kind of ['opened', 'acknowledged', 'assigned', 'noted', 'closed', 'reopened', 'refiled', 'refused']) {
    expect(done).toContain(kind);
  }
}, 180_000);
