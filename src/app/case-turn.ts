import type { Reply } from '../conversation/dialogue.ts';
import { adviceView } from '../conversation/present/advice.ts';
import { unreadySentence } from '../conversation/present/unready.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Turn } from '../conversation/turn.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { WordingId } from '../conversation/wording.ts';
import type { Actor, Case } from '../domain/case.ts';
import { actor, type Decision } from '../domain/casework/handler.ts';
import type { Found } from '../domain/casework/words.ts';
import { type CaseRequest, decide } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';
import { emptyReport } from '../domain/report.ts';
import { type CaseTurnPress, requestOf } from './case-requests.ts';
import { readCase } from './compose.ts';
import { refusal } from './dialogue-turn.ts';
import { cardParcel, type Desk, listWrites, newsParcels } from './effects.ts';
import { commitTurn, markKey, type Office, policyAt, reply, schoolOf, untilCommitted } from './office.ts';
import { parcel, queue } from './parcels.ts';
import { append, digestOf } from './record.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** What a case's turn is worked with: the desk, and the school's policy. */
type PolicyDesk = Desk & Pick<Advised, 'policy'>;

type Effects = { readonly writes: readonly Write[]; readonly replies: readonly Reply[] };

/** One turn on a case: one point read of its head, one decision, one transaction. */
export async function caseTurn(office: Office, turn: Turn, press: CaseTurnPress): Promise<readonly Reply[]> {
  const markAt = markKey(office, turn);
  const result = await untilCommitted(office, async () => {
    const found = await readCase(office.store, turn.school, press.case);
    const [school, policy] = [schoolOf(office, turn.school), policyAt(office, turn.school)];
    const desk = { school, policy, ids: office.ids, now: office.clock.now() };
    const effects = found ? actOn(desk, turn, press, found) : missing(desk, turn, press);
    const { writes, replies } = placed(desk, turn, effects);
    return commitTurn(office, turn.school, markAt, writes, replies, replies);
  });
  return result.kind === 'committed' ? result.outcome : result.replies;
}

/** No such case, here at least: a forged or mistaken reference. Answered like a refusal, so that nobody can probe. */
function missing(desk: Desk, turn: Turn, press: CaseTurnPress): Effects {
  return { writes: [refusal(desk, turn, press.verb)], replies: [saying(desk, turn, 'case.refused')] };
}

function actOn(desk: PolicyDesk, turn: Turn, press: CaseTurnPress, found: { current: Case; etag: string }): Effects {
  const { current, etag } = found;
  const request = requestOf({ ...desk, person: turn.person }, press, current);
  const decision = decide(current, request, turn.person, desk.now);
  switch (decision.kind) {
    case 'done':
      return isRepeat(current, request, turn.person)
        ? { writes: [], replies: answers(desk, turn, current, request, decision) }
        : done(desk, turn, current, etag, request, decision);
    case 'forbidden': {
      const { next, write } = append(current, decision.event, desk.now, actor(turn.person));
      return { writes: [head(next, etag), write], replies: [saying(desk, turn, 'case.refused')] };
    }
    case 'too-late':
    case 'invalid':
    case 'unready':
      return { writes: [], replies: hindered(desk, turn, current, request, decision) };
    default:
      return decision satisfies never;
  }
}

/** A second press on the same card with the same words. Opening twice is two openings. */
function isRepeat({ lastDone }: Case, request: CaseRequest, by: Person): boolean {
  return request.kind !== 'open' && lastDone === digestOf(request, actor(by));
}

function done(
  desk: PolicyDesk,
  turn: Turn,
  current: Case,
  etag: string,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'done' }>,
): Effects {
  const lastDone = digestOf(request, actor(turn.person));
  const { next, write } = append({ ...decision.next, lastDone }, decision.event, desk.now, actor(turn.person));
  return {
    writes: [
      head(next, etag),
      write,
      ...listWrites(current, next),
      ...(decision.cardChanged ? cardParcel(desk, next, 'refresh') : []),
      ...newsParcels(desk, next, decision.tell),
    ],
    replies: answers(desk, turn, next, request, decision),
  };
}

function head(next: Case, etag: string): Write {
  return { kind: 'replace', key: key.case(next.id), value: next, etag };
}

/** What is shown after it is done: the card as it now stands, or a line where the card looks the same. */
function answers(
  desk: PolicyDesk,
  turn: Turn,
  { id, state, route }: Case,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'done' }>,
): readonly Reply[] {
  const reference = { reference: id };
  if (request.kind === 'add') {
    const line = saying(desk, turn, state === 'closed' ? 'add.saved-closed' : 'add.saved', reference);
    return [...urgentAdvice(desk, turn, request.text, request.found), { ...line, replaces: true }];
  }
  const line = saying(desk, turn, `case.done.${request.kind}`, reference);
  if (turn.address.kind === 'chat' || turn.surface === 'dialog') {
    return [reply({ kind: 'case-detail', caseId: id }, request.kind !== 'open' || isBack(turn))];
  }
  if (request.kind === 'open') return [line, reply({ kind: 'case-detail', caseId: id })];
  // A case that the channel may not know has no face there, whoever pressed and wherever.
  const hasCard = decision.cardChanged && route.inChannel;
  return hasCard ? [reply({ kind: 'case-card', caseId: id }, true)] : [line];
}

/** Pressed on a menu of the case, which the case then takes the place of. */
function isBack({ body }: Turn): boolean {
  return body.kind === 'pressed' && body.press.verb === 'case.back';
}

/** What to do now, where an addition says that somebody may be in danger. */
function urgentAdvice(
  { school, policy }: PolicyDesk,
  { person }: Turn,
  text: string,
  { severity }: Found,
): readonly Reply[] {
  if (severity !== 'immediate') return [];
  const to = { school, policy, person };
  return [reply({ kind: 'notice', notice: adviceView(to, suggestionFor(to, { ...emptyReport, what: text })) })];
}

/** Why nothing changed, and how the case really stands. */
function hindered(
  desk: Desk,
  turn: Turn,
  current: Case,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'too-late' | 'invalid' | 'unready' }>,
): readonly Reply[] {
  const reference = { reference: current.id };
  if (request.kind === 'add') return [saying(desk, turn, 'add.empty')];
  if (decision.kind === 'unready') return [unready(desk, turn, current, decision)];
  if (decision.kind === 'invalid') return [saying(desk, turn, `case.invalid.${decision.why}`, reference)];
  if (decision.why !== 'acknowledged') return [saying(desk, turn, `case.too-late.${decision.why}`, reference)];
  return [acknowledgedFirst(desk, turn, current, decision.by)];
}

/** What is missing before the case can be closed, in one sentence. */
function unready(desk: Desk, turn: Turn, current: Case, decision: Extract<Decision, { kind: 'unready' }>): Reply {
  const line = unreadySentence({ school: desk.school, person: turn.person }, current, decision);
  return reply({ kind: 'notice', notice: notice([line]) });
}

function acknowledgedFirst(desk: Desk, turn: Turn, { id }: Case, by: Actor): Reply {
  const own = by.id === turn.person.id;
  const line: WordingId = own ? 'case.too-late.acknowledged-self' : 'case.too-late.acknowledged';
  return saying(desk, turn, line, { reference: id, name: by.name });
}

function saying(desk: Desk, turn: Turn, id: WordingId, values: Readonly<Record<string, string>> = {}): Reply {
  const line = tell({ school: desk.school, person: turn.person }, id, values);
  return reply({ kind: 'notice', notice: notice([line]) });
}

/**
 * Sends each reply where only the right people read it. What was pressed on a card in a channel is answered to the
 * presser alone, by the platform, in one line or a new face of the card; anything else goes to their own chat.
 */
function placed(desk: Desk, turn: Turn, { writes, replies }: Effects): Effects {
  if (turn.address.kind === 'chat' || turn.surface === 'dialog') return { writes, replies };
  const here = replies.filter(({ message }) => turn.surface === 'card' && message.kind !== 'case-detail');
  const elsewhere = replies.filter((one) => !here.includes(one) && one.message.kind !== 'case-card');
  return { replies: here, writes: [...writes, ...elsewhere.map((one) => privately(desk, turn, one))] };
}

function privately({ ids, now }: Desk, { person }: Turn, { message }: Reply): Write {
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: person.id }, message, sort: 'news' }));
}
