import { helplineLines } from '../helplines.ts';
import { fill } from '../placeholders.ts';
import type { Gap, Pack, Rule } from '../standing.ts';
import type { Look, Triage } from '../triage/result.ts';
import { speaker } from '../triage/speak.ts';
import { type AdviceAudience, type InsideRole, readerOf } from '../vocabulary.ts';
import type { Answer, HelpFirst, NotInPolicy, Question, Requested, Told } from './answer.ts';
import { type Finding, sure } from './confidence.ts';
import { ownerFor } from './owner.ts';
import { phrasesFor } from './phrases.ts';
import type { Candidate } from './rank.ts';
import { choicesOf, citationOf, personOf, tell } from './tell.ts';
import { withoutVerdict } from './verdict.ts';

/** All that is known of a question. */
export type Known = {
  readonly question: Question;
  readonly today: string;
  /** What triage would make of it. */
  readonly seen: Look;
  readonly needsHelp: boolean;
  readonly finding: Finding;
  readonly pack: Pack;
};

/** Rules this near to the first in score tie with it: `always`, or where none is sure. */
const tie = { always: 0.01, unsure: 0.04 };
/** A rule that is surer than this is told unless another comes out the same. */
const surely = 0.5;

/** After help only a rule is told that is surer than this: nothing beside the point must stand there. */
const sureAfterHelp = 0.8;

/** Help comes first, then a wish, then what the policy says, then an honest no. */
export function decide(known: Known): Answer {
  const { finding, needsHelp, seen } = known;
  if (needsHelp) return helpFirst(known);
  if (seen.request && !isQuestion(known.question.text)) return requested(known, seen.request);
  const tied = tiedRules(finding);
  if (tied.length > 1) {
    return { kind: 'did-you-mean', choices: choicesOf(tied, known.question.role), confidence: finding.confidence };
  }
  const told = toldBy(known);
  if (told) return { kind: 'answered', ...told, confidence: finding.confidence, alternatives: alternatives(known, 1) };
  return seen.request ? requested(known, seen.request) : notInPolicy(known);
}

/** Somebody who asks how a thing is asked for has not asked for it yet. */
function isQuestion(text: string): boolean {
  return /^\W*(?:who|whos|what|how|when|where|which|why|is|are|do|does|should|must|am)\b/i.test(text);
}

function rulesOf(candidates: readonly Candidate[]): readonly Rule[] {
  return candidates.flatMap(({ entry: { found } }) => (found.kind === 'rule' ? [found.rule] : []));
}

/** The rule that answers, told; nothing where none is sure enough. */
function toldBy({ finding, question, pack, today }: Known, least = sure): Told | undefined {
  const [rule] = rulesOf(finding.rules);
  if (!rule || finding.rather < least) return undefined;
  const told = tell(rule, question.role, pack, today);
  return { ...told, text: withoutVerdict(told.text, question.text) };
}

/** Two or three rules that come out alike; fewer than two where one leads, none where there are more. */
function tiedRules({ rules, rather, confidence }: Finding): readonly Rule[] {
  const [first] = rules;
  if (!first || rather < sure) return [];
  const width = confidence > surely ? tie.always : tie.unsure;
  const near = rulesOf(rules.slice(0, 4).filter(({ score }) => first.score - score < width));
  return near.length > 3 ? [] : near;
}

function alternatives({ finding, question }: Known, from: number) {
  return choicesOf(rulesOf(finding.rules).slice(from, from + 3), question.role);
}

function notInPolicy(known: Known): NotInPolicy {
  const { finding, question, pack } = known;
  const gap = gapMet(finding);
  const person = personOf(gap?.owner ?? ownerFor(question, finding, pack), question.role, pack);
  const reader = readerOf(question.role);
  const phrases = phrasesFor(reader);
  const says = reader === 'pupil' || !gap?.says ? [] : [fill(gap.says, pack, reader)];
  return {
    kind: 'not-in-policy',
    gap: gap?.id,
    text: [phrases.notInPolicy, ...says, phrases.askPerson.replace('{person}', person.title)].join(' '),
    person,
    alternatives: alternatives(known, 0),
    confidence: 1 - finding.rather,
  };
}

/** The gap that the question is about, where it leads every rule. */
function gapMet({ gap, rules }: Finding): Gap | undefined {
  if (gap?.entry.found.kind !== 'gap' || gap.score < (rules[0]?.score ?? 0)) return undefined;
  return gap.entry.found.gap;
}

function helpFirst(known: Known): HelpFirst {
  const { question, pack, finding } = known;
  const triage = known.seen.triage();
  const { danger, do: now, dont, evidence, helplines } = triage.advice;
  const reader = readerOf(question.role);
  const numbers = helplineLines(helplines, reader);
  const said = danger.length > 0 ? danger : firstLines(triage, reader, pack);
  return {
    kind: 'help-first',
    lines: [...new Set([...said, ...now, ...dont, evidence, ...numbers, phrasesFor(reader).offerReport])].filter(
      Boolean,
    ),
    rules: triage.rules,
    citation: citationOf(pack.incidents[triage.category].clauses[0], pack),
    person: personOf(firstTold(triage, pack), question.role, pack),
    told: toldBy(known, sureAfterHelp),
    confidence: finding.confidence,
  };
}

/** Whom to ring in danger: nobody who is not told, where an adult is accused. */
function firstLines({ accused, route }: Triage, reader: AdviceAudience, pack: Pack): readonly string[] {
  if (accused.length === 0) return pack.danger[reader].map((line) => fill(line, pack, reader));
  const named = { barred: new Set(route.keptFrom), instead: route.tell[0], only: route.tell };
  return speaker(pack, { ...named, byOffice: !named.barred.has('headteacher') })(pack.danger[reader], reader);
}

function firstTold({ route }: Triage, pack: Pack): InsideRole {
  return route.tell[0] ?? pack.head.owner;
}

function requested(known: Known, request: NonNullable<Triage['request']>): Requested {
  const { question, pack, finding } = known;
  const triage = known.seen.triage();
  return {
    kind: 'request',
    request: request.id,
    rules: triage.rules,
    text: triage.advice.do.join(' '),
    needs: request.needs,
    citation: request.clauses[0] && citationOf(request.clauses[0], pack),
    person: personOf(firstTold(triage, pack), question.role, pack),
    told: toldBy(known),
    confidence: finding.confidence,
  };
}
