import { answerer } from '../../../src/policy/answers/answerer.ts';
import type { Pack } from '../../../src/policy/standing.ts';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { type Files, goodFiles, loadFiles, today } from '../../support/packs.ts';

/** A school with a dozen rules, two of which are asked for alike. */
const files: Files = {
  ...goodFiles,
  'more.yaml': `rules:
  memory-sticks:
    topic: equipment
    clause: Phones
    asks: [can i use my own memory stick, bring a usb from home, is a pen drive ok, put files on a memory stick]
    answer: Own memory sticks are not used on school computers.
    pupil: Do not put your own stick into a school computer.
    related: [phones]
  laptops-home:
    topic: equipment
    clause: Phones
    for: [staff]
    asks: [can i take my school laptop home, laptop at home, use the work laptop in the evening]
    answer: Staff may take their laptop home when it is encrypted.
  passwords:
    topic: accounts
    clause: Reporting
    asks: [how often do i change my password, when must passwords be changed, password change how often]
    answer: Change it every 90 days.
    pupil: Change it every term.
    reviewBy: 2024-09
  wulfric-lockers:
    topic: equipment
    clause: Reporting
    asks: [wulfric locker key, key to a wulfric locker, wulfric key lost]
    answer: The office has keys to the lockers in Wulfric.
  edwyn-lockers:
    topic: equipment
    clause: Reporting
    asks: [edwyn locker key, key to a edwyn locker, edwyn key lost]
    answer: The office has keys to the lockers in Edwyn.
gaps:
  trip-money:
    topic: policy
    asks: [how much does the skiing trip cost, price of the ski trip]
    says: The policy says nothing of trips and their prices.
`,
};

/** The school's pack; the test fails where it is refused. */
export function oakfield(): Pack {
  const result = loadFiles(files);
  if (result.kind === 'broken') throw new Error(JSON.stringify(result.complaints, undefined, 1));
  return result.pack;
}

const answering = answerer(oakfield());

/** What Oakfield answers. */
export function ask(text: string, role: Audience = 'staff') {
  return answering({ text, role }, today);
}
