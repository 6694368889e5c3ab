import { describe, expect } from 'vitest';
import { longestAnswer } from '../../src/domain/report.ts';
import { openHouse, report } from '../support/house.ts';
import { casesIn, eventsOf } from '../support/records.ts';
import { sealedDrivers, testOn } from '../support/store-drivers.ts';

/** Letters without any order, as no packing makes them shorter: nobody writes so, and nothing can be longer. */
function written(from: number, count: number, seed: number): string {
  let state = seed;
  let text = '';
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const letter = String.fromCodePoint(from + Math.floor((state / 2 ** 32) * count));
    if (text.length + letter.length > longestAnswer) return text;
    text += letter;
  }
}

const scripts: [string, number, number][] = [
  ['Latin', 0x41, 58],
  ['Arabic', 0x621, 42],
  ['Devanagari', 0x905, 53],
  ['Ethiopic', 0x1200, 73],
  ['Chinese', 0x4e00, 20_900],
  ['Korean', 0xac00, 11_172],
  ['emoji', 0x1f300, 1_000],
  ['rare Chinese', 0x20000, 42_000],
  ['quotes and control characters', 0x01, 0x22],
];

describe.each(sealedDrivers)('on $name the longest report there can be', (driver) => {
  const test = testOn(driver);

  test.for(scripts)('is kept to the letter: %s', async ([, from, count], { store }) => {
    const house = await openHouse({ store });
    const [what, evidence, done, note] = [1, 2, 3, 4].map((seed) => written(from, count, seed)) as [
      string,
      string,
      string,
      string,
    ];
    const reference = await report(house, 'teacher', 'a horrible group chat', { what, evidence, done });
    expect(await casesIn(store)).toMatchObject([{ id: reference, report: { what, evidence, done } }]);
    await house.presses('dsl', { verb: 'case.note', case: reference, text: note });
    const noted = (await eventsOf(store, reference)).map(({ event }) => event);
    expect(noted).toContainEqual({ kind: 'noted', text: note });
    await house.close();
  });
});
