import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import { sweep } from '../../src/app/sweeper.ts';
import { type House, openHouse } from '../support/house.ts';
import { harbour } from '../support/school.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function marks(): Promise<number> {
  let count = 0;
  for await (const _ of all(house.store, 'harbour', under('seen'))) count++;
  return count;
}

function sweepAt(now: string): Promise<void> {
  const clock = { now: () => now, after: () => () => undefined };
  return sweep({ store: house.store, schools: new Map([['harbour', harbour]]), clock });
}

describe('marks of seen events', () => {
  it('are kept for two days and then cleared, however many there are', async () => {
    for (let n = 0; n < 130; n++) {
      await house.lantern.turn({
        ...house.turn('teacher', { kind: 'said', text: 'help', files: 0 }),
        sentAt: '2026-03-27T23:59:00.000Z',
      });
    }
    await sweepAt('2026-03-29T23:00:00.000Z');
    expect(await marks()).toBe(130);
    await sweepAt('2026-03-30T00:01:00.000Z');
    expect(await marks()).toBe(0);
  });

  it('a repeat past midnight is still known', async () => {
    const turn = {
      ...house.turn('teacher', { kind: 'said', text: 'report', files: 0 }),
      sentAt: '2026-03-27T23:59:59.000Z',
    };
    await house.lantern.turn(turn);
    await house.lantern.turn(turn);
    expect(await marks()).toBe(1);
  });
});
