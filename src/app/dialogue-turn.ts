import { type Dialogue, newDialogue, type Reply, type Step, type World } from '../conversation/dialogue.ts';
import type { DialogueEvent } from '../conversation/events.ts';
import { step } from '../conversation/step.ts';
import type { Address, Turn } from '../conversation/turn.ts';
import { actor } from '../domain/casework/handler.ts';
import { absenceWrites } from './absences.ts';
import { addition, withOwnLink } from './additions.ts';
import { answerCase } from './case-turn.ts';
import type { Desk } from './effects.ts';
import { commitTurn, markKey, type Office, policyAt, schoolOf, untilCommitted } from './office.ts';
import type { Contact } from './people.ts';
import { logQuestion, passOn } from './questions.ts';
import { refusal } from './refusal.ts';
import { key } from './rows.ts';
import type { Row, Store, Write } from './store.ts';
import { submit } from './submit.ts';

/** A conversation as its row holds it. */
export type Kept = Contact & { readonly dialogue: Dialogue };

/** What a turn of a conversation came to. `met`: how to reach the person was not known before, or has changed. */
export type DialogueOutcome = {
  readonly replies: readonly Reply[];
  readonly dialogue: Dialogue;
  readonly met: boolean;
};

/** One turn of a conversation: one point read, one step, one transaction (DESIGN.md, "The life of a turn"). */
export async function dialogueTurn(office: Office, turn: Turn, event: DialogueEvent): Promise<DialogueOutcome> {
  const markAt = markKey(office, turn);
  const rowKey = key.conversation(turn.address);
  const result = await untilCommitted(office, async () => {
    const row = await office.store.get(turn.school, rowKey);
    const { writes, ...outcome } = await stepOn(office, turn, event, row);
    return commitTurn(office, turn.school, markAt, writes, outcome.replies, outcome);
  });
  if (result.kind === 'committed') return result.outcome;
  return { replies: result.replies, dialogue: await dialogueAt(office.store, turn.school, turn.address), met: false };
}

/** What the conversation at this address remembers now. */
export async function dialogueAt(store: Store, school: string, address: Address): Promise<Dialogue> {
  return keptIn(await store.get(school, key.conversation(address)))?.dialogue ?? newDialogue;
}

async function stepOn(office: Office, turn: Turn, event: DialogueEvent, row: Row | undefined) {
  const kept = keptIn(row);
  const world = worldOf(office, turn);
  const before = kept?.dialogue ?? newDialogue;
  const stepped = step(before, event, world, turn.address.kind);
  const { writes, replies, state } = await carryOut(office, turn, world, before, stepped);
  const met = turn.address.kind === 'chat' && !(kept && isSame(contactIn(kept), contactIn(turn)));
  const own = [...conversationWrites(turn, row, kept, state), ...(met ? [contactWrite(turn)] : [])];
  return { dialogue: state, replies, met, writes: [...own, ...writes] };
}

function worldOf(office: Office, turn: Turn): World {
  const { clock, ids } = office;
  const [school, policy] = [schoolOf(office, turn.school), policyAt(office, turn.school)];
  return { school, policy, person: turn.person, now: clock.now(), fresh: ids.caseId() };
}

function keptIn(row: Row | undefined): Kept | undefined {
  return row?.value as Kept | undefined;
}

type CarriedOut = Pick<Step, 'state' | 'replies'> & { readonly writes: readonly Write[] };

async function carryOut(
  office: Office,
  turn: Turn,
  world: World,
  before: Dialogue,
  stepped: Step,
): Promise<CarriedOut> {
  const { command, state, replies } = stepped;
  const { ids, sealer } = office;
  const desk: Desk = { school: world.school, ids, now: world.now, sealer };
  const alone = (writes: readonly Write[]) => ({ state, replies, writes });
  switch (command?.kind) {
    case undefined:
      return alone([]);
    case 'submit': {
      const sent = submit(desk, world, await withOwnLink(office, world, command.draft), command.unfinished);
      return { state, writes: sent.writes, replies: [...sent.replies, ...replies] };
    }
    case 'answer': {
      // What could not be sent stays where it was.
      const sent = await answerCase(office, turn, world, command);
      return { state: sent.undone ? before : state, writes: sent.writes, replies: [...sent.replies, ...replies] };
    }
    case 'add':
      return addition(office, desk, world, stepped, command);
    case 'log-question':
      return alone([logQuestion(desk, world, command)]);
    case 'pass-on': {
      const passed = passOn(desk, world, command);
      return { state, writes: passed.writes, replies: [...passed.replies, ...replies] };
    }
    case 'away':
      return alone(absenceWrites(desk, world.person, command.until));
    case 'record-listing':
      return alone([listing(desk, world)]);
    case 'record-refusal':
      return alone([refusal(desk, world, command.action)]);
    default:
      return command satisfies never;
  }
}

/** The record that somebody looked at the list of open cases. Which they saw follows from their rights of that moment. */
function listing({ ids, now }: Desk, { person }: Pick<World, 'person'>): Write {
  return { kind: 'insert', key: key.listed(now, ids.unique()), value: { at: now, by: actor(person) } };
}

/** The conversation's next state. An unchanged row is not written. */
function conversationWrites(turn: Turn, row: Row | undefined, kept: Kept | undefined, dialogue: Dialogue): Write[] {
  const next: Kept = { ...contactIn(turn), dialogue };
  if (kept && isSame(kept, next)) return [];
  const rowKey = key.conversation(turn.address);
  if (!row) return [{ kind: 'insert', key: rowKey, value: next }];
  return [{ kind: 'replace', key: rowKey, value: next, etag: row.etag }];
}

function isSame<Kind extends Contact>(one: Kind, other: Kind): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Who speaks here, in which roles, and how to reach them: all of it may change between two turns. */
function contactIn({ person, address }: Contact): Contact {
  return { person: { id: person.id, name: person.name, roles: person.roles }, address };
}

function contactWrite(turn: Turn): Write {
  return { kind: 'put', key: key.person(turn.person.id), value: contactIn(turn) };
}
