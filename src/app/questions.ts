import type { Command, Reply } from '../conversation/dialogue.ts';
import type { Press } from '../conversation/press.ts';
import { type Advised, audienceOf } from '../conversation/suggestion.ts';
import type { Turn } from '../conversation/turn.ts';
import type { NoticeView } from '../conversation/views.ts';
import { button, notice, roleName, tell } from '../conversation/voice.ts';
import type { Actor, Instant } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import { holds, isRole, type PersonId, type Role } from '../domain/people.ts';
import { workingRole } from '../domain/permissions.ts';
import type { KnownPerson, School } from '../domain/school.ts';
import { withoutNames } from '../domain/without-names.ts';
import { personOf } from '../policy/answers/tell.ts';
import { wordsOf } from '../policy/pack-words.ts';
import type { Pack } from '../policy/standing.ts';
import type { Audience, InsideRole } from '../policy/vocabulary.ts';
import type { Desk } from './effects.ts';
import { commitTurn, markKey, type Office, policyAt, reply, schoolOf, untilCommitted } from './office.ts';
import { parcel, queue } from './parcels.ts';
import { personToday } from './people.ts';
import { key } from './rows.ts';
import type { Store, Write } from './store.ts';

/** A question that was passed on to people, and what they answered. */
export type Passed = {
  readonly id: string;
  readonly question: string;
  readonly asker: Actor;
  readonly askedAt: Instant;
  /** Who may read and answer it. */
  readonly owners: readonly PersonId[];
  readonly answers: readonly { readonly by: Actor; readonly at: Instant; readonly text: string }[];
  /** When an answer was kept as the draft of a rule. */
  readonly keptAt?: Instant;
};

/** A line of the log that a policy's owner reads: what it did not answer, and answers worth a rule. Nobody's name. */
export type LoggedQuestion = {
  readonly at: Instant;
  /** `draft`: a person answered, and thinks that it should be a rule. */
  readonly why: 'unanswered' | 'unhelpful' | 'draft';
  readonly question: string;
  readonly audience: Audience;
  /** The rule whose answer did not help; blank where none was given. */
  readonly rule: string;
  /** A person's answer, for a draft. */
  readonly answer: string;
};

type Logging = Extract<Command, { kind: 'log-question' }>;
type PassingOn = Extract<Command, { kind: 'pass-on' }>;
type Effects = { readonly writes: readonly Write[]; readonly replies: readonly Reply[] };

/** Keeps a question for whoever looks after the policy, without names. */
export function logQuestion(desk: Desk, by: Advised, { question, why, rule }: Logging): Write {
  return logged(desk, by, { why, question, rule, answer: '', audience: audienceOf(by.person) });
}

function logged(
  { ids, now }: Desk,
  { school, policy }: Pick<Advised, 'school' | 'policy'>,
  line: Omit<LoggedQuestion, 'at'>,
): Write {
  const known = wordsOf(policy.pack);
  const bare = (text: string) => withoutNames(text, school.people, (word) => known.has(word));
  const value: LoggedQuestion = { ...line, at: now, question: bare(line.question), answer: bare(line.answer) };
  return { kind: 'insert', key: key.asked(now, ids.unique()), value };
}

/** Puts a question before the people who own its topic, each in their own chat. */
export function passOn(desk: Desk, by: Advised, { question, to }: PassingOn): Effects {
  const { role, people } = ownersOf(desk.school, by.policy.pack, to, by.person.id);
  const { title } = personOf(role, audienceOf(by.person), by.policy.pack);
  const values = { person: title };
  if (people.length === 0) return { writes: [], replies: [saying(by, 'ask.nobody', values)] };
  const id = desk.ids.unique();
  const owners = people.map((one) => one.id);
  const value: Passed = { id, question, asker: actor(by.person), askedAt: desk.now, owners, answers: [] };
  const parcels = owners.map((owner) => sendTo(desk, owner, { kind: 'question', question: id }));
  return {
    writes: [{ kind: 'insert', key: key.question(id), value }, ...parcels],
    replies: [saying(by, 'ask.passed-on', values)],
  };
}

/** Who answers: whoever holds the role, or has it beside their own, or else the policy's owner. Nobody asks themselves. */
function ownersOf(school: School, pack: Pack, wanted: InsideRole | undefined, asker: PersonId) {
  const first = wanted ?? pack.head.owner;
  const chain: readonly (InsideRole | undefined)[] = [
    first,
    pack.contacts[first]?.heldBy,
    ...(pack.contacts[first]?.deputies ?? []),
    pack.head.owner,
    'headteacher',
    'dsl',
  ];
  for (const role of chain) {
    const people = role && isRole(role) ? school.people.filter((one) => holds(one, role) && one.id !== asker) : [];
    if (role && people.length > 0) return { role, people };
  }
  return { role: first, people: [] as readonly KnownPerson[] };
}

/** The question as its owners see it; undefined for anybody else. */
export async function questionFor(store: Store, to: Advised, id: string): Promise<Passed | undefined> {
  const row = await store.get(to.school.id, key.question(id));
  const passed = row?.value as Passed | undefined;
  return passed?.owners.includes(to.person.id) ? passed : undefined;
}

/** A passed-on question with all that was answered to it. */
export function questionView(to: Advised, { id, question, asker, answers }: Passed): NoticeView {
  const values = { name: asker.name, role: roleName(workingOrFirst(asker)) };
  const before = answers.map(({ text }) => tell(to, 'question.answered-before', { text }));
  return notice(
    [tell(to, 'question.from', values), tell(to, 'question.text', { question }), ...before],
    [button(to, 'question.reply', { verb: 'question.replying', question: id }, 'positive')],
    tell(to, 'question.title'),
  );
}

function workingOrFirst(by: Actor): Role {
  const role = workingRole(by);
  return role === 'staff' ? (by.roles[0] ?? role) : role;
}

/** Presses on a passed-on question by those who own it. */
export type QuestionPress = Extract<Press, { verb: 'question.reply' | 'question.keep' }>;

/** One turn on a passed-on question: one point read, one transaction. */
export async function questionTurn(office: Office, turn: Turn, press: QuestionPress): Promise<readonly Reply[]> {
  const markAt = markKey(office, turn);
  const school = schoolOf(office, turn.school);
  const by: Advised = { school, policy: policyAt(office, turn.school), person: turn.person };
  const result = await untilCommitted(office, async () => {
    const row = await office.store.get(turn.school, key.question(press.question));
    const passed = row?.value as Passed | undefined;
    const desk = { school, ids: office.ids, now: office.clock.now(), sealer: office.sealer };
    const { writes, replies } =
      row && passed?.owners.includes(turn.person.id)
        ? act(desk, by, press, passed, row.etag)
        : { writes: [], replies: [saying(by, 'question.gone')] };
    return commitTurn(office, turn.school, markAt, writes, replies, replies);
  });
  return result.kind === 'committed' ? result.outcome : result.replies;
}

function act(desk: Desk, by: Advised, press: QuestionPress, passed: Passed, etag: string): Effects {
  return press.verb === 'question.reply' ? answer(desk, by, press.text, passed, etag) : keep(desk, by, passed, etag);
}

/** Sends an answer to the asker; the same one twice is one. */
function answer(desk: Desk, by: Advised, text: string, passed: Passed, etag: string): Effects {
  const given = text.trim();
  if (given === '') return { writes: [], replies: [saying(by, 'add.empty')] };
  const keepIt = button(by, 'question.keep', { verb: 'question.keep', question: passed.id });
  const replies = [reply({ kind: 'notice', notice: notice([tell(by, 'question.replied')], [keepIt]) }, true)];
  if (passed.answers.some((one) => one.text === given && one.by.id === by.person.id)) return { writes: [], replies };
  const next: Passed = { ...passed, answers: [...passed.answers, { by: actor(by.person), at: desk.now, text: given }] };
  return {
    writes: [replacing(next, etag), sendTo(desk, passed.asker.id, answered(desk.school, by, next, given))],
    replies,
  };
}

/** What the asker gets: their question and the answer, by role. */
function answered(school: School, by: Advised, { question, asker }: Passed, text: string) {
  const to = { school, person: personToday(school, asker.id, undefined) };
  const role = roleName(workingRole(by.person));
  const lines = [tell(to, 'question.asked', { question }), tell(to, 'question.answer', { role, text })];
  return { kind: 'notice', notice: notice(lines, [], tell(to, 'question.answer-title')) } as const;
}

/** Keeps the last answer as the draft of a rule, once. */
function keep(desk: Desk, by: Advised, passed: Passed, etag: string): Effects {
  const replies = [saying(by, 'question.kept')];
  const last = passed.answers.at(-1);
  if (!last || passed.keptAt) return { writes: [], replies };
  const { question, asker } = passed;
  const audience = audienceOf(asker);
  const line = logged(desk, by, { why: 'draft', question, rule: '', answer: last.text, audience });
  return { writes: [replacing({ ...passed, keptAt: desk.now }, etag), line], replies };
}

function replacing(next: Passed, etag: string): Write {
  return { kind: 'replace', key: key.question(next.id), value: next, etag };
}

function sendTo({ ids, now }: Desk, person: PersonId, message: Reply['message']): Write {
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: person }, message, sort: 'news' }));
}

function saying(by: Advised, id: Parameters<typeof tell>[1], values: Readonly<Record<string, string>> = {}): Reply {
  return reply({ kind: 'notice', notice: notice([tell(by, id, values)]) });
}
