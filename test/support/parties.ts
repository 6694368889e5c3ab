import type { Press } from '../../src/conversation/press.ts';
import type { Case } from '../../src/domain/case.ts';
import { type House, openHouse, wordsOf } from './house.ts';
import { caseIn } from './records.ts';

/** What is reported. */
export const game = 'somebody was bullied in a game';

/** A made-up pupil to whom it was done. */
export const jo = { name: 'Jo Invented', kind: 'pupil', part: 'target' } as const;

/** Adds somebody to the people of a case. */
export const add = (id: string, more: object = {}): Press => ({
  verb: 'case.party-add',
  case: id,
  person: 'none',
  name: 'Sam Madeup',
  type: 'pupil',
  part: 'bystander',
  reason: 'said by a friend',
  ...more,
});

/** Opens a case. */
export const open = (id: string): Press => ({ verb: 'case.open', case: id });

/** Cases as they stand and as people see them. */
export type Looks = {
  head(id: string): Promise<Case>;
  /** What somebody is shown when they press this in their own chat. */
  shown(who: string, press: Press): Promise<string>;
  /** Whether somebody can open a case. */
  opens(who: string, id: string): Promise<boolean>;
};

/** Opens a house in which those of these tests have a chat with Lantern already. */
export async function openPeopledHouse(): Promise<House> {
  const house = await openHouse();
  for (const id of ['dsl', 'deputy', 'head', 'chair', 'pupil', 'teacher', 'itsupport']) {
    await house.does(id, { kind: 'joined' });
  }
  return house;
}

/** Looks at the cases of the house that is open when it is asked. */
export function looksInto(house: () => House): Looks {
  return {
    head: (id) => caseIn(house().store, id),
    shown: async (who, press) => (await house().presses(who, press)).map(({ view }) => wordsOf(view)).join('\n'),
    opens: async (who, id) => (await house().presses(who, open(id))).some(({ view }) => view.kind === 'case-detail'),
  };
}
