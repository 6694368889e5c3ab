import { fill } from '../placeholders.ts';
import type { Alarm, Pack } from '../standing.ts';
import { type InsideRole, type Reading, readerOf } from '../vocabulary.ts';
import { type Candidate, candidate } from './candidates.ts';
import type { Context } from './context.ts';
import { isNuisance } from './is-calm.ts';
import type { Requested } from './requested.ts';
import type { Triage } from './result.ts';

/** A message that only tries whether anybody is there: noted, nobody is alarmed. What a school adds comes last. */
export function asTest(context: Context, alarms: readonly Alarm[], pack: Pack): Triage {
  return asNoted('test', context, alarms, pack);
}

/** Thanks, praise, a lesson that is planned: noted, and nobody is told. */
export function asEveryday(context: Context, alarms: readonly Alarm[], pack: Pack): Triage {
  return asNoted('everyday', context, alarms, pack);
}

function asNoted(read: Reading, context: Context, alarms: readonly Alarm[], pack: Pack): Triage {
  const about = alarms.filter(({ reads }) => reads.includes(read)).toReversed();
  const lines = about.flatMap((one) => one.do[readerOf(context.reporter)]);
  return quiet(context, pack, { category: 'other', lines, tell: [], rules: about.map(({ id }) => id), words: [] });
}

/** A question, or what harmed nobody: answered as far as may be, and put in front of who sees to it; nobody is alarmed. */
export function asQuestion(found: Candidate, context: Context, alarms: readonly Alarm[], pack: Pack): Triage {
  const isFault = context.tone.reads.has('harmless') && isNuisance(context, pack);
  const lead = isFault ? candidate(pack.incidents['filtering-issue'], context) : found;
  const read = context.tone.reads.has('question') && !isFault ? 'question' : 'harmless';
  const about = [...lead.cases, ...alarms].filter(({ reads }) => reads.includes(read));
  const lines = about.flatMap((one) => one.do[readerOf(context.reporter)]);
  const category = context.reporter === 'pupil' ? 'other' : lead.incident.category;
  const tell = [...answering(context, read), ...(isFault || isTold(lead, read) ? (['it-support'] as const) : [])];
  return quiet(context, pack, { category, lines, tell, rules: about.map(({ id }) => id), words: [] });
}

/** Who answers: staff ask whoever the answer names; a parent's wish goes to who knows the child, too. */
function answering({ reporter }: Pick<Context, 'reporter'>, read: Reading): readonly InsideRole[] {
  if (reporter === 'pupil') return ['class-teacher'];
  if (reporter !== 'parent') return [];
  return read === 'question' ? ['school-administrator'] : ['school-administrator', 'class-teacher'];
}

/** Whether somebody tells of a fault of the filter, rather than asking about it. */
function isTold({ incident }: Candidate, read: Reading): boolean {
  return read === 'harmless' && incident.category === 'filtering-issue';
}

/** A request: noted, and put in front of whoever decides on it. */
export function asRequest({ request, tell, ids, words }: Requested, context: Context, pack: Pack): Triage {
  const lines = [context.reporter === 'pupil' && request.pupil ? request.pupil : request.answer];
  const { category } = request;
  const noted = quiet(context, pack, { category, lines, tell, rules: ids, words });
  const checklist = request.handler.map((line) => fill(line, pack, 'staff'));
  return { ...noted, request, handling: { ...noted.handling, checklist } };
}

type Quiet = Pick<Triage, 'category' | 'rules' | 'words'> & {
  readonly lines: readonly string[];
  readonly tell: readonly InsideRole[];
};

function quiet(context: Context, pack: Pack, { category, lines, tell, rules, words }: Quiet): Triage {
  const who = readerOf(context.reporter);
  const { evidence, parents } = pack.incidents[category];
  return {
    category,
    alsoCategories: [],
    severity: 'low',
    route: { tell, outside: [], keptFrom: [] },
    accused: [],
    advice: { danger: [], do: lines.map((line) => fill(line, pack, who)), dont: [], evidence: '', helplines: [] },
    handling: { steps: [], checklist: [], consider: {}, parents, deadlines: [], sanctions: [], close: [] },
    evidence: evidence.rule,
    request: undefined,
    reads: [...context.tone.reads],
    rules,
    outright: false,
    words,
  };
}
