import type { Command, Draft, Step } from '../../src/conversation/dialogue.ts';
import type { DialogueEvent } from '../../src/conversation/events.ts';
import { summaryView } from '../../src/conversation/present/summary.ts';
import type { Button, NoticeView, SummaryView } from '../../src/conversation/views.ts';
import { harbourPolicy } from '../support/policies.ts';
import { Stage } from './stage.ts';

/** A child at the bully box: plays lines and presses, and keeps what was shown and what was sent. */
export class ChildStage extends Stage {
  /** Every button that was ever shown, newest last: old cards stay in a chat. */
  readonly shown: Button[] = [];
  readonly commands: Command[] = [];
  /** All notices so far. */
  readonly heard: NoticeView[] = [];

  constructor() {
    super('pupil', harbourPolicy);
  }

  override does(event: DialogueEvent, place: 'chat' | 'channel' = 'chat'): Step {
    const step = super.does(event, place);
    this.shown.push(...this.buttons);
    if (step.command) this.commands.push(step.command);
    for (const { message } of step.replies) if ('notice' in message) this.heard.push(message.notice);
    return step;
  }

  /** A line is typed; one in square brackets is a button, by the beginning of its label; `+2 days` lets time pass. */
  play(...lines: readonly string[]): this {
    for (const line of lines) this.#line(line);
    return this;
  }

  #line(line: string): void {
    const [, amount, unit] = /^\+(\d+) (minutes|days)$/.exec(line) ?? [];
    if (amount !== undefined) this.waits(Number(amount) * (unit === 'days' ? 24 * 60 : 1));
    else if (line.startsWith('[')) this.chooses(line.slice(1, -1));
    else this.says(line);
  }

  waits(minutes: number): void {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
  }

  /** Presses the newest button whose label begins so. */
  chooses(label: string): Step {
    const button = this.shown.findLast((one) => one.label.startsWith(label));
    if (!button) throw new Error(`no button ${label} among ${this.shown.map((one) => one.label).join(', ')}`);
    return this.presses(button.press as Parameters<Stage['presses']>[0]);
  }

  /** The buttons of what was said last. */
  get buttons(): readonly Button[] {
    return this.last.replies.flatMap(({ message }) => {
      if (message.kind === 'summary') return this.summary.buttons;
      return 'notice' in message ? message.notice.buttons : [];
    });
  }

  /** The summary as it is shown now. */
  get summary(): SummaryView {
    return summaryView(this.world(), this.draft);
  }

  get labels(): readonly string[] {
    return this.buttons.map(({ label }) => label);
  }

  /** What was submitted, oldest first. */
  get sent(): readonly Draft[] {
    return this.commands.flatMap((command) => (command.kind === 'submit' ? [command.draft] : []));
  }

  /** What was added to something sent, oldest first. */
  get added(): readonly string[] {
    return this.commands.flatMap((command) => (command.kind === 'add' ? [command.text] : []));
  }

  /** Everything that is held of what the child typed, wherever. */
  get held(): string {
    return JSON.stringify([this.dialogue, this.sent, this.added]);
  }
}
