/** What the bully box asks a child, one at a time. */
export const boxQuestions = [
  /** Did something happen? */
  'start',
  /** Show the name, or keep it hidden unless someone is in danger? */
  'name',
  'what',
  /** Is anyone hurt or in danger now? */
  'danger',
  'who',
  'where',
  /** Is it about the same as what was sent before? */
  'again',
  /** Everything read back: send, change, or do not send? */
  'summary',
  'change',
  /** After "only joking" or "stop": go on? */
  'sure',
  /** Not sent, and kept: go on after all, or delete? */
  'unsent',
  'delete',
  /** Words that came much later: do they belong to what is not sent yet? */
  'same',
  /** Something older that is not sent: look at it? */
  'aside',
  /** Where is the person who needs help? Asked once it is sent, since somebody may be in danger. */
  'place-now',
  /** Did somebody do this? Asked once it is sent. */
  'who-now',
  /** What should be added to something that was sent? */
  'more',
] as const;
/** One of {@link boxQuestions}. */
export type BoxQuestion = (typeof boxQuestions)[number];

/** What a button of the bully box can answer. Which of them a question has is for its notice. */
export const boxAnswers = [
  'yes',
  'no',
  'skip',
  'unsure',
  'show',
  'hide',
  'adult',
  'online',
  'in-school',
  'outside-school',
  'go-on',
  'not-send',
  'delete',
  'what',
  'who',
  'where',
  'name',
] as const;
/** One of {@link boxAnswers}. */
export type BoxAnswer = (typeof boxAnswers)[number];
