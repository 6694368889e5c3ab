import type { AdviceAudience } from '../vocabulary.ts';

/** What is said around a policy's own words; `{person}` is whom to ask. For pupils in a nine-year-old's words. */
type Phrases = {
  readonly notInPolicy: string;
  readonly askPerson: string;
  readonly notForYou: string;
  readonly overdue: string;
  readonly offerReport: string;
  readonly didYouMean: string;
};

const adult: Phrases = {
  notInPolicy: 'The policy does not say.',
  askPerson: 'Please ask {person}. I can pass your question on.',
  notForYou: 'The policy has nothing on that for you.',
  overdue: 'This policy was due for review by {date} and may be out of date.',
  offerReport: 'If this has happened, or may happen, you can report it here now. A person reads every report.',
  didYouMean: 'Did you mean one of these?',
};

const pupil: Phrases = {
  notInPolicy: 'The school rules do not say.',
  askPerson: 'Ask {person}. I can send them your question.',
  notForYou: 'The school rules do not say.',
  overdue: 'These rules are a bit old. Ask if they are still right.',
  offerReport: 'If this is about you or a friend, you can tell us here now. A grown-up will read it.',
  didYouMean: 'Did you mean one of these?',
};

/** The phrases for a reader. */
export function phrasesFor(reader: AdviceAudience): Phrases {
  return reader === 'pupil' ? pupil : adult;
}
