import { type Dialogue, newDialogue, type Step, type World } from '../../src/conversation/dialogue.ts';
import type { DialogueEvent } from '../../src/conversation/events.ts';
import type { Message } from '../../src/conversation/messages.ts';
import { step } from '../../src/conversation/step.ts';
import type { NoticeView } from '../../src/conversation/views.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { harbourPolicy } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';

/** Plays a conversation with one person: each line continues from the state of the one before. */
export class Stage {
  dialogue: Dialogue = newDialogue;
  now = '2026-11-23T09:30:00.000Z';
  school = harbour;
  last: Step = { state: newDialogue, replies: [] };
  #drafts = 0;
  readonly #person;
  readonly #policy;

  constructor(id: string, policy: Policy = harbourPolicy) {
    this.#person = who(id);
    this.#policy = policy;
  }

  does(event: DialogueEvent, place: 'chat' | 'channel' = 'chat'): Step {
    this.last = step(this.dialogue, event, this.world(), place);
    this.dialogue = this.last.state;
    return this.last;
  }

  says(text: string, files = 0): Step {
    return this.does({ kind: 'said', text, files });
  }

  presses(press: Extract<DialogueEvent, { kind: 'pressed' }>['press']): Step {
    return this.does({ kind: 'pressed', press });
  }

  world(): World {
    const fresh = `TEST-000${this.#drafts++ % 10}`;
    return { school: this.school, policy: this.#policy, person: this.#person, now: this.now, fresh };
  }

  /** The open draft; fails the test where there is none. */
  get draft() {
    if (!this.dialogue.draft) throw new Error('no draft');
    return this.dialogue.draft;
  }

  /** The kinds of what was said last. */
  get kinds(): readonly Message['kind'][] {
    return this.last.replies.map(({ message }) => message.kind);
  }

  /** All words of the notices said last. */
  get words(): string {
    return this.#notices.flatMap(wordsOf).join('\n');
  }

  /** What the buttons said last would do. */
  get verbs(): readonly string[] {
    return this.#notices.flatMap(({ buttons }) => buttons.map(({ press }) => press.verb));
  }

  get #notices(): readonly NoticeView[] {
    return this.last.replies.flatMap(({ message }) => ('notice' in message ? [message.notice] : []));
  }
}

function wordsOf({ title, toldLines, sections, note }: NoticeView): readonly string[] {
  return [title, ...toldLines, ...sections.flatMap((one) => [one.title, ...one.toldLines]), note];
}
