import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCase } from '../../src/app/compose.ts';
import { earlierOf } from '../../src/app/neighbours.ts';
import type { Subject } from '../../src/domain/report.ts';
import { closing } from '../support/closing.ts';
import { type House, openHouse, report } from '../support/house.ts';
import { harbourPolicy } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';
import { fixedSealer } from '../support/sealer.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const jo = (part: Subject['part'], name = 'Jo Invented'): Subject => ({ name, kind: 'pupil', part });

/** A case of the same kind each time; closed where it is of the past. */
async function made(subjects: Subject[], closed: boolean): Promise<string> {
  const id = await report(house, 'teacher', 'a girl was called names in a game', {
    subjects,
    category: 'cyberbullying',
  });
  if (closed) await house.presses('dsl', closing(id));
  return id;
}

async function earlier(id: string, reader = 'dsl'): Promise<number> {
  const found = await readCase(house.store, 'harbour', id);
  if (!found) throw new Error(`no case ${id}`);
  const to = { school: harbour, policy: harbourPolicy, person: who(reader) };
  return earlierOf({ store: house.store, sealer: fixedSealer }, to, found.current);
}

it('counts what a pupil did before: closed cases of this kind, never what was done to them or is still open', async () => {
  expect(await earlier(await made([jo('alleged')], true))).toBe(0);
  expect(await earlier(await made([jo('alleged', 'jo invented')], true))).toBe(1);
  await made([jo('target')], true);
  await made([jo('alleged')], false);
  await made([jo('alleged', 'Kim Otherwise')], true);
  const last = await made([jo('alleged')], false);
  expect(await earlier(last)).toBe(2);
  expect(await earlier(last, 'chair')).toBe(0);
  expect(await earlier(await made([jo('target')], false))).toBe(0);
});
