import type { CaseId } from '../../domain/case.ts';
import { emptyReport, longestAnswer } from '../../domain/report.ts';
import type { Dialogue, Draft, Step, World } from '../dialogue.ts';
import { addWords, joined } from '../flows/draft-parts.ts';
import { tooLong } from '../flows/too-long.ts';
import { tell } from '../voice.ts';
import { changed, withWhere, withWho } from './edit.ts';
import { type Adding, addTo, ask, begin, settle } from './flow.ts';
import { isAnother } from './incidents.ts';
import { isOnSent } from './notices.ts';
import type { BoxAnswer, BoxQuestion } from './questions.ts';
import { answeredIn, boxOf, isStale, sentLately, withLoose } from './state.ts';
import {
  asksForSecrecy,
  asksOfFamily,
  dangerIn,
  isHalfYes,
  isVague,
  leaningOf,
  meaningOf,
  nameChoice,
  plain,
  saysAgain,
  whoIn,
} from './understand.ts';

type Typed = Readonly<Partial<Record<'yes' | 'no' | 'skip', BoxAnswer>>>;

/** What "yes", "no" and "skip" mean as an answer to each question; what is left out is no answer to it. */
const typed: Readonly<Record<Exclude<BoxQuestion, 'name' | 'danger'>, Typed>> = {
  start: { yes: 'yes', no: 'no', skip: 'unsure' },
  what: { skip: 'unsure' },
  who: { no: 'skip', skip: 'skip' },
  where: { no: 'skip', skip: 'skip' },
  again: { yes: 'yes', no: 'no', skip: 'skip' },
  summary: { yes: 'yes', no: 'no' },
  change: { no: 'no', skip: 'no' },
  sure: { yes: 'go-on', no: 'not-send', skip: 'not-send' },
  unsent: { yes: 'go-on' },
  delete: { yes: 'yes', no: 'no', skip: 'no' },
  same: { yes: 'yes', no: 'no', skip: 'yes' },
  aside: { yes: 'yes', no: 'no', skip: 'no' },
  'place-now': { no: 'skip', skip: 'skip' },
  'who-now': { no: 'skip', skip: 'skip' },
  more: { no: 'skip', skip: 'skip' },
};

const allWell =
  /^(?:ok|okay|k|kk|oki|fine|alright|sure|im ok|im okay|im fine|i am ok|i am fine|were ok|everyone is ok|everyone is fine|all good)$/;

/** The answer that typed words are to the question that waits; undefined where they are more than that. */
export function typedAnswer(question: BoxQuestion, text: string): BoxAnswer | undefined {
  if (question === 'name') return nameChoice(text);
  const meaning = meaningOf(text);
  if (question === 'danger') return allWell.test(plain(text)) ? 'no' : meaning === 'skip' ? 'unsure' : meaning;
  if (question === 'delete' && isHalfYes(text)) return undefined;
  return meaning && typed[question][meaning];
}

/** Words of a child that are no plain answer: they go where they belong, and none is lost. */
export function words(state: Dialogue, text: string, world: World): Step {
  const { asked } = boxOf(state);
  const sent = sentLately(state, world);
  const length = (state.loose ?? '').length + text.length;
  if (length > longestAnswer) return tooLong(state, length, world);
  if (asked && isOnSent(asked) && sent) return answerOnSent(state, sent, asked, text, world);
  if (state.draft) return toDraft(state, state.draft, text, world);
  if (sent && isAnother(state, text, world)) return mayBelong(state, sent, text, world);
  if (sent) return addTo(state, sent, text, world, { lead: secrecyLines(text, world) });
  return beginWith(state, text, world);
}

/**
 * A draft of its own until the child says whether it is about the same; where somebody may be in danger it is sent at
 * once as a new report. Loose words are not part of what is asked.
 */
function mayBelong(state: Dialogue, id: CaseId, text: string, world: World): Step {
  const lead = secrecyLines(text, world);
  const { loose = '' } = state;
  const step = begin(withLoose(state, ''), text, world, { link: { perhapsOf: id }, lead });
  return { ...step, state: withLoose(step.state, loose) };
}

/** What a child says about something that was sent, with what it answers. */
function answerOnSent(state: Dialogue, id: CaseId, asked: BoxQuestion, text: string, world: World): Step {
  const who = asked === 'who-now' ? whoIn(text, world) : undefined;
  const adding: Readonly<Partial<Record<BoxQuestion, Adding>>> = {
    'place-now': { record: tell(world, 'pupil.box.place-label', { text }), next: 'who-now' },
    'who-now': {
      record: tell(world, 'pupil.box.who-label', { text }),
      who: who && who.name.length <= 300 ? who : undefined,
      last: tell(world, 'pupil.box.done-now'),
    },
  };
  return addTo(state, id, text, world, adding[asked] ?? {});
}

function toDraft(state: Dialogue, draft: Draft, text: string, world: World): Step {
  const { asked } = boxOf(state);
  const stale = isStale(draft, world) && draft.report.what !== '';
  if (stale && dangerIn({ ...emptyReport, what: text }, world) === 'alarm') return begin(state, text, world);
  if (stale || asked === 'same') {
    return ask(withLoose(state, joined([state.loose, text])), 'same', world, [tell(world, 'pupil.box.kept-that')]);
  }
  const takenBack = asked === 'sure' ? (state.loose ?? '') : '';
  const before = takenBack === '' ? draft : addWords(draft, takenBack, world.now);
  const question = onItsOwn(asked) && !/\?\s*$/.test(text) ? asked : undefined;
  const next = edited(before, question, text, world);
  const kept = takenBack === '' ? state : withLoose(state, '');
  const lead = leadFor(question !== undefined, text, world);
  return settle(question ? answeredIn(kept, question) : kept, next, world, { before: draft.report, lead });
}

/** The questions whose answer may be any words. */
function onItsOwn(asked: BoxQuestion | undefined): asked is 'what' | 'who' | 'where' | 'danger' {
  return asked === 'what' || asked === 'who' || asked === 'where' || asked === 'danger';
}

/** The honest answer to whoever asks to keep it secret, or what their family will hear. */
export function secrecyLines(text: string, world: World): readonly string[] {
  if (asksOfFamily(text)) return [tell(world, 'pupil.box.family'), tell(world, 'pupil.box.no-secret')];
  return asksForSecrecy(text, world) ? [tell(world, 'pupil.box.no-secret')] : [];
}

function leadFor(placed: boolean, text: string, world: World): readonly string[] {
  const answered = secrecyLines(text, world);
  if (answered.length > 0) return answered;
  return placed ? [] : [tell(world, 'pupil.box.kept-more')];
}

/** The draft with the words where the question that waited puts them. */
function edited(draft: Draft, question: BoxQuestion | undefined, text: string, world: World): Draft {
  if (question === 'who') return withWho(draft, text, world);
  if (question === 'where') return withWhere(draft, text, world.now);
  const told = addWords(draft, text, world.now);
  if (question !== 'danger') return told;
  return leaningOf(text) === 'yes' ? changed(told, { danger: true }, world.now) : told;
}

/** The first words of something new. Too little to tell is kept, and the child is asked kindly; once. */
function beginWith(state: Dialogue, text: string, world: World): Step {
  const { sent, done = [] } = boxOf(state);
  const vague = done.includes('start') ? !/[\p{L}\p{N}]/u.test(text) : isVague(text, world);
  if (!vague) return begin(state, text, world, sent && saysAgain(text) ? { link: { again: sent.id } } : {});
  const kept = answeredIn(withLoose(state, joined([state.loose, text])), 'start');
  return ask(kept, 'start', world, [tell(world, 'pupil.box.kept-that')]);
}
