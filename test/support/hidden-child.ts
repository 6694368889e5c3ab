import { expect } from 'vitest';
import { all } from '../../src/app/compose.ts';
import type { Answer } from '../../src/app/lantern.ts';
import type { Log } from '../../src/app/ports.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Address, TurnBody } from '../../src/conversation/turn.ts';
import type { Case } from '../../src/domain/case.ts';
import type { KnownPerson, School } from '../../src/domain/school.ts';
import { plantHidden } from './hidden.ts';
import { chatOf, type House, openHouse, type Shown, wordsOf } from './house.ts';
import { caseIn, valuesUnder } from './records.ts';
import { harbour } from './school.ts';
import { quiet } from './set-clock.ts';

/** A made-up child whose name and ids stand nowhere else. */
export const quilla: KnownPerson = {
  id: 'zq-quill',
  name: 'Quilla Zephyrine',
  roles: ['pupil'],
  address: 'zq-quill@harbour.example',
  objectId: '00000000-0000-4000-8000-7a712d717569',
};

/** Whatever gives that child away. */
export const traces = /quilla|zephyrine|zq-quill|7a712d717569/i;

/** The made-up school, with that child in it. */
export const school: School = { ...harbour, people: [...harbour.people, quilla] };

/** What the child reports. */
export const what = 'they keep posting mean things about me';

/** Asks for the name of whoever reported. */
export const reveal = { verb: 'case.reveal', reason: 'must speak with them', because: 'talk' } as const;

/** Agrees to what was asked. */
export const agree = { verb: 'case.reveal-answer', answer: 'agree', text: '' } as const;

/** All words that were answered, for searching. */
export const words = (answers: readonly Answer[]): string => answers.map(({ view }) => wordsOf(view)).join('\n');

/** Rows that belong to a person and not to a case, and the one that says who it is. */
const own = /^(?:conv|person|mine|sealed):/;

/** What that child does in a house, and what becomes of it. */
export type HiddenChild = {
  /** Any turn of the child's; in their own chat unless said otherwise. */
  child(body: TurnBody, address?: Address): Promise<readonly Answer[]>;
  press(what: Press): Promise<readonly Answer[]>;
  says(text: string): Promise<readonly Answer[]>;
  /** The child reports under a hidden name. */
  reports(more?: object): Promise<string>;
  caseNow(id: string): Promise<Case>;
  /** The next thing in the child's own chat, or in somebody's, with these words in it. */
  hears(text: string, chat?: string): Promise<Shown>;
  /** Once nothing waits to be sent. */
  settled(): Promise<void>;
  /** The keys of all rows with this in them, but those that belong to a person. */
  rowsNaming(pattern: RegExp): Promise<readonly string[]>;
};

/** Opens a house in which everybody, that child too, has a chat with Lantern already. */
export async function openHiddenHouse(log: Log = quiet): Promise<House> {
  const house = await openHouse({ school, log });
  for (const { id } of harbour.people) await house.does(id, { kind: 'joined' });
  await hiddenIn(() => house).child({ kind: 'joined' });
  return house;
}

/** The child in the house that is open when they do something. */
export function hiddenIn(house: () => House): HiddenChild {
  const child: HiddenChild['child'] = (body, address = chatOf('hidden-one')) =>
    house().lantern.turn({ ...house().turn('pupil', body), person: quilla, address });
  const press: HiddenChild['press'] = (what) => child({ kind: 'pressed', press: what });
  return {
    child,
    press,
    says: (text) => child({ kind: 'said', text, files: 0 }),
    async reports(more = {}) {
      const draft = await plantHidden(house().store, quilla.id, { what, ...more });
      await press({ verb: 'report.confirm', draft });
      return draft;
    },
    caseNow: (id) => caseIn(house().store, id),
    hears: (text, chat = 'hidden-one') =>
      house().channel.find(({ to, view }) => to.conversation === `a:${chat}` && wordsOf(view).includes(text)),
    settled: () => expect.poll(() => valuesUnder(house().store, 'due'), { timeout: 10_000 }).toEqual([]),
    async rowsNaming(pattern) {
      const found: string[] = [];
      for await (const { key, value } of all(house().store, 'harbour', { from: '', to: '~~' })) {
        if (!own.test(key) && pattern.test(key + JSON.stringify(value))) found.push(key);
      }
      return found;
    },
  };
}
