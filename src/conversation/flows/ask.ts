import { DateTime } from 'luxon';
import { isPupil } from '../../domain/people.ts';
import type { Answer } from '../../policy/answers/answer.ts';
import type { Command, Dialogue, Reply, Step, World } from '../dialogue.ts';
import { answerView, ruleView } from '../present/answer.ts';
import { longestQuestion } from '../press.ts';
import { audienceOf } from '../suggestion.ts';
import { button, notice, remark, replies, tell } from '../voice.ts';

/** `ask` alone: the next message is a question, whatever it looks like. */
export function prompt(state: Dialogue, world: World): Step {
  return remark({ ...state, asking: true }, notice([tell(world, 'ask.prompt')]));
}

/** Answers from the school's policy. What it does not answer is logged without names, for whoever looks after it. */
export function ask(state: Dialogue, text: string, world: World): Step {
  const { asking: _, ...before } = state;
  const answer = answerTo(text, world);
  const said = { ...before, ...loosely(before, text, answer, world) };
  const command = answer.kind === 'not-in-policy' ? { command: log(text, 'unanswered', '') } : {};
  return { ...remark(said, answerView(world, text, answer)), ...command };
}

/** The answer alone, where a rule gives one. */
export function answered(text: string, world: World): readonly Reply[] | undefined {
  const answer = answerTo(text, world);
  if (answer.kind !== 'answered') return undefined;
  return replies({ kind: 'notice', notice: answerView(world, text, answer) });
}

/** What the policy makes of a question. */
export function answerTo(text: string, world: World): Answer {
  return world.policy.answer({ text, role: audienceOf(world.person) }, today(world));
}

/** A question behind which somebody may need help is kept, so that one press makes it a report; a child's always. */
function loosely({ loose }: Dialogue, text: string, { kind }: Answer, world: World): Pick<Dialogue, 'loose'> {
  const kept = kind === 'help-first' || (kind !== 'answered' && isPupil(world.person));
  if (!kept) return {};
  return { loose: loose === undefined || loose === text ? text : `${loose}\n${text}` };
}

/** A related question, or one of several that may have been meant. */
export function askRule(state: Dialogue, rule: string, world: World): Step {
  const told = world.policy.tell(rule, audienceOf(world.person), today(world));
  return remark(state, told ? ruleView(world, told) : notice([tell(world, 'ask.no-rule')]));
}

/** Whether the answer was right; one press on each answer counts. */
export function judge(state: Dialogue, question: string, rule: string, right: boolean, world: World): Step {
  if (right || state.judged === question) return remark(state, notice([tell(world, 'ask.thanks')]));
  const person = button(world, 'ask.person', { verb: 'ask.person', question });
  const said = remark({ ...state, judged: question }, notice([tell(world, 'ask.sorry')], [person]));
  return { ...said, command: log(question, 'unhelpful', rule) };
}

/** Passes a question on to whoever owns its topic; once, however often it is pressed. */
export function askPerson(state: Dialogue, question: string, world: World): Step {
  if (state.passedOn === question) return remark(state, notice([tell(world, 'ask.passed-on-already')]));
  const answer = answerTo(question, world);
  const to = answer.kind === 'did-you-mean' ? undefined : answer.person.role;
  return { state: { ...state, passedOn: question }, replies: [], command: { kind: 'pass-on', question, to } };
}

function log(question: string, why: 'unanswered' | 'unhelpful', rule: string): Command {
  return { kind: 'log-question', question: question.slice(0, longestQuestion), why, rule };
}

/** The day at the school, as an ISO date. */
function today({ now, school }: World): string {
  return DateTime.fromISO(now, { zone: school.timeZone }).toISODate() ?? now.slice(0, 10);
}
