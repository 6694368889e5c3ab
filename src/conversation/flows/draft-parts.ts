import { DateTime } from 'luxon';
import type { Instant } from '../../domain/case.ts';
import { emptyReport, longestAnswer, type Report } from '../../domain/report.ts';
import type { Draft, World } from '../dialogue.ts';
import type { Answers } from '../press.ts';
import { suggestionFor } from '../suggestion.ts';
import { tell } from '../voice.ts';

/** A draft that begins with these words, and with a first guess at whom they accuse, for the person to see. */
export function begunWith(text: string, world: World): Draft {
  const { fresh, now } = world;
  const empty: Draft = { id: fresh, report: emptyReport, begun: now, touched: now, stage: 'form', added: [] };
  return text === '' ? empty : withGuess(addWords(empty, text, now), world);
}

/** A first guess at whom it is about, where that decides who may know; the person sees it and may change it. */
function withGuess(draft: Draft, world: World): Draft {
  const { accused } = suggestionFor(world, draft.report);
  if (!accused) return draft;
  return { ...draft, report: { ...draft.report, subjects: [{ name: '', kind: accused, part: 'alleged' }] } };
}

/** The draft with more words in what happened. */
export function addWords(draft: Draft, text: string, now: Instant): Draft {
  const what = joined([draft.report.what, text]);
  const added = [...draft.added, text];
  return { ...draft, touched: now, stage: 'form', added, report: { ...draft.report, what } };
}

/** Whether the draft says more than one answer can hold. */
export function isTooLong({ report }: Draft): boolean {
  return report.what.length > longestAnswer;
}

/** Texts one below the other, without the empty ones. */
export function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text.trim() !== '').join('\n');
}

/**
 * The draft with the answers of a form. A form that was drawn before the last words were typed cannot know them, so
 * they are put below what it says. `seen`: how many texts had been typed when it was drawn.
 */
export function answered(
  draft: Draft,
  { seen = draft.added.length, ...answers }: Answers & { seen?: number | undefined },
  now: Instant,
): Draft {
  const given = defined(answers);
  const unseen = draft.added.slice(seen);
  const what = given.what === undefined ? draft.report.what : joined([given.what, ...unseen]);
  return { ...draft, touched: now, report: { ...draft.report, ...given, what } };
}

/** Only what was answered. */
function defined(answers: Answers): Partial<Report> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** What has to be put right before the report can be read back; empty when nothing. */
export function problemWith(report: Report, world: World): string {
  if (report.what.trim() === '') return tell(world, 'form.problem-what');
  if (report.what.length > longestAnswer) {
    return tell(world, 'form.problem-long', { length: report.what.length, most: longestAnswer });
  }
  const fine =
    [report.occurredOn, report.noticedOn].every(isDay) && [report.occurredAt, report.noticedAt].every(isTime);
  if (!fine) return tell(world, 'form.problem-day');
  return [report.occurredOn, report.noticedOn].some((day) => isToCome(day, world))
    ? tell(world, 'form.problem-future')
    : '';
}

/** Whether the day has not yet begun at the school: what is reported has happened. */
function isToCome(day: string, { now, school }: World): boolean {
  return day > (DateTime.fromISO(now, { zone: school.timeZone }).toISODate() ?? '');
}

function isDay(text: string): boolean {
  return text === '' || DateTime.fromFormat(text, 'yyyy-MM-dd').isValid;
}

function isTime(text: string): boolean {
  return text === '' || DateTime.fromFormat(text, 'HH:mm').isValid;
}

/** Minutes from one moment to a later one. */
export function minutesBetween(earlier: Instant, later: Instant): number {
  return DateTime.fromISO(later).diff(DateTime.fromISO(earlier)).as('minutes');
}
