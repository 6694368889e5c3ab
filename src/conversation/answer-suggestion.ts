import { emptyReport } from '../domain/report.ts';
import { type Advised, type Suggestion, suggestionFor } from './suggestion.ts';

/** In fewer words than this nothing is only guessed to be grave: "after lunch" is like many reports, and is none. */
const fewWords = 4;

/** What the policy makes of an answer. It is part of a conversation, so it may be as short as "yes". */
export function answerSuggestion(to: Advised, text: string): Suggestion {
  const suggestion = suggestionFor(to, { ...emptyReport, what: text });
  const guessed = !suggestion.triage.outright && text.trim().split(/\s+/).length < fewWords;
  return guessed ? { ...suggestion, severity: 'low', rules: [] } : suggestion;
}
