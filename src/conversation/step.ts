import { may } from '../domain/permissions.ts';
import { longestAnswer } from '../domain/report.ts';
import { commandIn, type Command as Word } from './commands.ts';
import type { Dialogue, Step, World } from './dialogue.ts';
import * as asides from './flows/asides.ts';
import * as draft from './flows/draft.ts';
import { tooLong } from './flows/too-long.ts';
import { hello, help } from './flows/welcome.ts';
import type { Press } from './press.ts';
import type { Turn, TurnBody } from './turn.ts';
import { notice, remark, replies, tell } from './voice.ts';

/** What is pressed in a conversation; presses on cases and additions to them are the case's own turns. */
export type DialoguePress = Exclude<Press, { verb: `case.${string}` | 'mine.add' }>;

/** What a conversation can be stepped with. */
export type DialogueEvent =
  | Exclude<TurnBody, { kind: 'pressed' | 'ignorable' }>
  | { readonly kind: 'pressed'; readonly press: DialoguePress };

/** One turn of a conversation: the next state, what to say, and at most one thing to do. Pure. */
export function step(state: Dialogue, event: DialogueEvent, world: World, place: Turn['address']['kind']): Step {
  if (place === 'channel') return inChannel(state, event, world);
  switch (event.kind) {
    case 'joined':
      return hello(state, world);
    case 'said':
      return said(state, event.text, event.files, world);
    case 'pressed':
      return pressed(state, event.press, world);
    case 'unreadable':
      return asides.unreadable(state, event.verb, world);
    case 'edited':
      return asides.edited(state, event.text, world);
    case 'deleted':
      return asides.deleted(state, world);
    case 'strange':
      return remark(state, notice([tell(world, 'strange')]));
    default:
      return event satisfies never;
  }
}

/** In a room that others read Lantern takes nothing down and names nobody. */
function inChannel(state: Dialogue, event: DialogueEvent, world: World): Step {
  switch (event.kind) {
    case 'joined':
      return remark(state, notice([tell(world, 'in-channel.joined')]));
    case 'unreadable':
      return remark(state, notice([tell(world, 'unreadable')]));
    default:
      return remark(state, notice([tell(world, 'in-channel')]));
  }
}

function said(state: Dialogue, text: string, files: number, world: World): Step {
  const words = text.trim();
  if (words.length > longestAnswer) return tooLong(state, words.length, world);
  const answer = words === '' ? asides.noWords(state, files, world) : understood(state, words, world);
  return files > 0 ? asides.withFileRefusal(answer, world) : answer;
}

function understood(state: Dialogue, words: string, world: World): Step {
  const command = commandIn(words);
  return command ? obey(state, command, world) : draft.tell(state, words, world);
}

function obey(state: Dialogue, command: Word, world: World): Step {
  switch (command) {
    case 'report':
      return draft.start(state, world);
    case 'cancel':
      return draft.cancel(state, world);
    case 'pause':
      return state.draft ? { state, replies: draft.waiting(state, world) } : help(state, world);
    case 'continue':
      return draft.resume(state, world);
    case 'my-reports':
      return { state, replies: replies({ kind: 'my-reports' }) };
    case 'cases':
      return listCases(state, world);
    case 'help':
      return help(state, world);
    case 'hello':
      return hello(state, world);
    default:
      return command satisfies never;
  }
}

function pressed(state: Dialogue, press: DialoguePress, world: World): Step {
  switch (press.verb) {
    case 'help':
      return help(state, world);
    case 'report.start':
      return draft.start(state, world, press);
    case 'report.form':
      return draft.fillIn(state, press.draft, press.report, press.seen, world);
    case 'report.confirm':
      return draft.confirm(state, press.draft, world);
    case 'report.change':
      return draft.change(state, press.draft, world);
    case 'report.continue':
      return draft.resume(state, world);
    case 'report.cancel':
      return draft.cancel(state, world, press.draft);
    case 'mine.list':
      return { state, replies: replies({ kind: 'my-reports' }) };
    case 'mine.adding':
      return { state, replies: replies({ kind: 'add-form', caseId: press.case }) };
    case 'cases.list':
      return listCases(state, world);
    default:
      return press satisfies never;
  }
}

function listCases(state: Dialogue, world: World): Step {
  if (may(world.person, 'cases')) return { state, replies: replies({ kind: 'case-list' }) };
  const refusal = remark(state, notice([tell(world, 'case.refused-list')]));
  return { ...refusal, command: { kind: 'record-refusal', action: 'cases' } };
}
