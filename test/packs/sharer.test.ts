import { expect, it } from 'vitest';
import { sharer } from '../../src/packs/sharer.ts';

it('makes what is equal the same object, within what it is given and with what it was given before', () => {
  const share = sharer();
  const data = { a: { words: ['one', 'two'] }, b: [{ words: ['one', 'two'] }, ['one', 'two']] };
  const first = share(data);
  expect(first).toEqual(data);
  expect(first.b[0]).toBe(first.a);
  expect(first.b[1]).toBe(first.a.words);
  expect(share({ words: ['one', 'two'] })).toBe(first.a);
});

it('tells apart what only looks alike', () => {
  const alike = [['1'], [1], { 0: '1' }, [['1']], [null], [undefined], [], {}];
  const given = sharer()(alike);
  expect(given).toEqual(alike);
  expect(new Set(given).size).toBe(alike.length);
});

it('leaves other things as they are', () => {
  const bytes = [new Int32Array([1, 2]), new Int32Array([1, 2])];
  const [first, second] = sharer()(bytes);
  expect(first).toBe(bytes[0]);
  expect(second).toBe(bytes[1]);
});
