import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeView } from '../../src/conversation/views.ts';
import { wording } from '../../src/conversation/wording.ts';
import { asksForImage, blames, promisesSecrecy } from '../../src/policy/wording-rules.ts';
import { gradeOf } from '../support/reading-age.ts';
import { ChildStage } from './child-stage.ts';

/** What a child may type; `@` becomes a word that is found again nowhere else. */
const lines = [
  'sumone called @ keeps bein mean 2 me',
  '@',
  'it was @ who did it at lunch',
  'he hit me @',
  'is it bad that @ laughed at me?',
  'what do i do about @',
  'i want to die @',
  'dont tell anyone about @',
  'mrs @ shouts at me',
  'it happened again with @',
  '@ 😢😢',
  'شخص ما @ يرسل لي رسائل',
];
const replies = [
  'yes',
  'no',
  'skip',
  'idk',
  'hidden',
  'show',
  'jk',
  'dont send it',
  'hi',
  'help',
  'stop',
  'cancel',
  'ok',
];

type Act =
  | { readonly kind: 'types'; readonly line: string }
  | { readonly kind: 'replies'; readonly text: string }
  | { readonly kind: 'presses'; readonly nth: number }
  | { readonly kind: 'waits'; readonly minutes: number }
  | { readonly kind: 'edits'; readonly line: string }
  | { readonly kind: 'joins' | 'deletes' | 'sends a file' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines).map((line) => ({ kind: 'types', line }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...replies).map((text) => ({ kind: 'replies', text }) as const) },
  { weight: 5, arbitrary: fc.nat(40).map((nth) => ({ kind: 'presses', nth }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(5, 90, 2_000).map((minutes) => ({ kind: 'waits', minutes }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(...lines).map((line) => ({ kind: 'edits', line }) as const) },
  { weight: 1, arbitrary: fc.constantFrom('joins', 'deletes', 'sends a file').map((kind) => ({ kind }) as Act) },
);

/** A telling in which every word that was typed is remembered. */
class Telling {
  readonly child = new ChildStage();
  readonly typed: string[] = [];
  #count = 0;

  does(one: Act): void {
    const { child } = this;
    switch (one.kind) {
      case 'types':
        this.#says(one.line);
        break;
      case 'sends a file':
        this.#says('look @', 1);
        break;
      case 'edits':
        child.does({ kind: 'edited', text: this.#marked(one.line) });
        break;
      case 'replies':
        if (one.text !== 'yes' || child.dialogue.box?.asked !== 'delete') child.says(one.text);
        break;
      case 'presses':
        this.#presses(one.nth);
        break;
      case 'waits':
        child.waits(one.minutes);
        break;
      case 'joins':
        child.does({ kind: 'joined' });
        break;
      case 'deletes':
        child.does({ kind: 'deleted' });
        break;
      default:
        one satisfies never;
    }
  }

  /** A question that the school's rules answer, with their clause, is no report and is not kept. */
  #says(line: string, files = 0): void {
    this.child.says(this.#marked(line), files);
    const { draft } = this.child.dialogue;
    const clause = this.child.last.replies.some(({ message }) => 'notice' in message && message.notice.note !== '');
    if (clause && !draft && !this.child.last.command) this.typed.pop();
  }

  #marked(line: string): string {
    const word = `zq${++this.#count}x`;
    this.typed.push(word);
    return line.replace('@', word);
  }

  /** Any button that was ever shown; only "delete my words", and yes once more, may lose them. */
  #presses(nth: number): void {
    const { shown } = this.child;
    const button = shown.at(-1 - (nth % Math.max(1, shown.length)));
    if (!button || button.label === wording['pupil.box.delete.yes']) return;
    const { verb } = button.press;
    if (verb === 'case.open' || verb === 'case.acknowledge' || verb === 'forms.open' || verb.startsWith('induction.'))
      return;
    if (verb === 'question.keep') return;
    this.child.presses(button.press as Parameters<ChildStage['presses']>[0]);
  }
}

const plainNotices = (all: readonly NoticeView[]) => all.filter(({ note }) => note === '');

describe('in any order of messages, presses, pauses and edits', () => {
  it('no word that a child typed is lost, and every one is answered', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const telling = new Telling();
        for (const one of acts) {
          telling.does(one);
          if (one.kind !== 'waits' && one.kind !== 'presses' && one.kind !== 'replies') {
            expect(telling.child.last.replies.length).toBeGreaterThan(0);
          }
          for (const word of telling.typed) expect(telling.child.held, word).toContain(word);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a form is never shown, nothing is submitted twice, and no notice is hard to read', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const telling = new Telling();
        for (const one of acts) {
          telling.does(one);
          expect(telling.child.kinds).not.toContain('report-form');
          expect(telling.child.kinds).not.toContain('add-form');
        }
        const ids = telling.child.sent.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const notice of plainNotices(telling.child.heard)) expectReadable(notice);
      }),
      { numRuns: 200 },
    );
  });
});

/** What the pack says of its own is tried where packs are; here is what the bully box says, put together. */
function expectReadable({ title, toldLines, sections, buttons }: NoticeView): void {
  const packs = [
    wording['pupil.advice.do'],
    wording['pupil.advice.dont'],
    wording['advice.helplines'],
    wording['advice.evidence'],
  ];
  if (sections.some((one) => packs.some((heading) => one.title === heading))) return;
  if (buttons.some(({ press }) => press.verb.startsWith('ask.'))) return;
  const asked = sections.flatMap((one) => [one.title, ...one.toldLines]);
  const text = [title, ...toldLines, ...asked]
    .filter((line) => line !== '')
    .map(asSentence)
    .join(' ');
  expect(gradeOf(text), text).toBeLessThanOrEqual(4);
  expect(promisesSecrecy(text), text).toBe(false);
  expect(blames(text), text).toBe(false);
  expect(asksForImage(text), text).toBe(false);
}

/** References, titles, days and numbers are what they are. */
function asSentence(line: string): string {
  const plain = line
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'it')
    .replace(/(?:the )?(?:deputy )?safeguarding lead|headteacher|chair of governors/gi, 'it')
    .replace(/\d+ \w{3} \d{4}, \d\d:\d\d/g, 'Monday');
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
