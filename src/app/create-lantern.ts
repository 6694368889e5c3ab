import { type Dialogue, newDialogue, type Reply } from '../conversation/dialogue.ts';
import type { InductionPress, Press } from '../conversation/press.ts';
import type { Turn } from '../conversation/turn.ts';
import type { View } from '../conversation/views.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { CaseTurnPress } from './case-requests.ts';
import { caseTurn } from './case-turn.ts';
import { compose } from './compose.ts';
import type { PostOffice } from './delivery.ts';
import { dialogueTurn } from './dialogue-turn.ts';
import { inductionTurn } from './induction-turn.ts';
import type { Answer, Lantern } from './lantern.ts';
import { policyAt, schoolOf } from './office.ts';
import { Outbox, type OutboxTimes, outboxTimes } from './outbox.ts';
import { parcel, queue } from './parcels.ts';
import { questionTurn } from './questions.ts';
import { startSweeper } from './sweeper.ts';
import { Timers } from './timers.ts';

/** Lantern with its outbox and its housekeeping, which run from `start` to `stop`. */
export type RunningLantern = Lantern & {
  start(): void;
  /** Resolves when the tries under way have ended. */
  stop(): Promise<void>;
};

/** Puts the use cases together over their ports. */
export function createLantern(office: PostOffice, times: OutboxTimes = outboxTimes): RunningLantern {
  const outbox = new Outbox(office, times);
  const timers = new Timers(office, () => outbox.kick());
  let stopSweeper: () => void = () => undefined;
  return {
    async turn(turn) {
      const { replies, dialogue, met = false } = await perform(office, turn);
      if (met) outbox.met(turn.school, turn.person.id);
      outbox.kick();
      return Promise.all(replies.map((reply) => answer(office, turn, reply, dialogue)));
    },
    show: (school, person, message) =>
      compose(
        office,
        message,
        { school: schoolOf(office, school), policy: policyAt(office, school), person },
        newDialogue,
      ),
    notSaved: (turn) => notSaved(office, turn),
    async answerLater(turn, answers) {
      await answerLater(office, turn, answers);
      outbox.kick();
    },
    start() {
      outbox.start();
      timers.start();
      stopSweeper = startSweeper(office);
    },
    async stop() {
      stopSweeper();
      await timers.stop();
      await outbox.stop();
    },
  };
}

/** What a turn came to: all of it is saved by now. `met`: the person can be reached from now on. */
type Performed = { readonly replies: readonly Reply[]; readonly dialogue: Dialogue; readonly met?: boolean };

async function perform(office: PostOffice, turn: Turn): Promise<Performed> {
  const { body } = turn;
  if (body.kind === 'ignorable') return { replies: [], dialogue: newDialogue };
  if (body.kind !== 'pressed') return dialogueTurn(office, turn, body);
  const { press } = body;
  if (press.verb === 'forms.open') return { replies: [formsReply(press)], dialogue: newDialogue };
  if (isOnCase(press)) return { replies: await caseTurn(office, turn, press), dialogue: newDialogue };
  if (press.verb === 'question.reply' || press.verb === 'question.keep') {
    return { replies: await questionTurn(office, turn, press), dialogue: newDialogue };
  }
  if (isInduction(press)) return { replies: await inductionTurn(office, turn, press), dialogue: newDialogue };
  return dialogueTurn(office, turn, { kind: 'pressed', press });
}

/** Nothing is changed by looking for a form, so nothing is written; whether they may see it is asked when it is shown. */
function formsReply({ case: caseId, group }: Extract<Press, { verb: 'forms.open' }>): Reply {
  return { message: { kind: 'case-forms', caseId, group }, replaces: true };
}

function isInduction(press: Press): press is InductionPress {
  return press.verb.startsWith('induction.');
}

function isOnCase(press: { readonly verb: string }): press is CaseTurnPress {
  return press.verb.startsWith('case.') || press.verb.startsWith('own.') || press.verb === 'mine.add';
}

/** The view of a reply. What was done is saved, so a store that fails here must not make it look lost. */
async function answer(office: PostOffice, turn: Turn, reply: Reply, dialogue: Dialogue): Promise<Answer> {
  const to = { school: schoolOf(office, turn.school), policy: policyAt(office, turn.school), person: turn.person };
  try {
    return { ...reply, view: await compose(office, reply.message, to, dialogue) };
  } catch (error) {
    office.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'turn: saved, but not shown');
    return { ...reply, view: notice([tell(to, 'fault.not-shown')]), replaces: false };
  }
}

function notSaved(office: PostOffice, turn: Turn): View {
  const to = { school: schoolOf(office, turn.school), person: turn.person };
  return { ...notice([tell(to, 'fault.not-saved')]), urgent: true };
}

/** In a channel nothing is sent late: an answer there belongs to its moment. The person gets it in their own chat. */
async function answerLater({ store, ids, clock }: PostOffice, turn: Turn, answers: readonly Answer[]): Promise<void> {
  const to =
    turn.address.kind === 'chat'
      ? ({ kind: 'address', address: turn.address, person: turn.person.id } as const)
      : ({ kind: 'person', id: turn.person.id } as const);
  const now = clock.now();
  const writes = answers.map(({ message }) => queue(parcel(ids.unique(), now, { to, message, sort: 'news' })));
  if (writes.length > 0) await store.commit(turn.school, writes);
}
