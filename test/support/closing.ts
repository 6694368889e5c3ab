import type { Press } from '../../src/conversation/press.ts';

type Closing = Extract<Press, { verb: 'case.close' }>;

/** Closes a case with everything filled in, and with a reason for whatever may be missing. */
export function closing(id: string, more: Partial<Closing> = {}): Closing {
  return {
    verb: 'case.close',
    case: id,
    outcome: 'settled',
    debrief: 'all who dealt with it',
    day: '',
    lessons: 'none',
    changes: 'nothing',
    anyway: 'a test needs no more',
    ...more,
  };
}

/** The same as the inputs of a card in Teams, with these words in every one. */
export function closingInputs(words: string): Readonly<Record<string, string>> {
  const fields = ['Outcome', 'Debrief', 'Lessons', 'Changes', 'Anyway'];
  return Object.fromEntries(fields.map((field) => [`close${field}`, words]));
}

type Telling = Extract<Press, { verb: 'case.told' }>;

/** What an immediate case wants before it is closed, whatever reason is given: the bodies outside are told. */
export function tellings(id: string): readonly Telling[] {
  const bodies = ['police', 'childrens-social-care'] as const;
  const told = { who: 'the desk', number: '1', advice: 'they take it on', day: '', time: '' };
  return bodies.map((body) => ({ verb: 'case.told', case: id, body, ...told }));
}
