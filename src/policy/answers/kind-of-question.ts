/** What a question wants to hear: a number, a person, a time, a place; `other` where it does not show. */
export type Wants = 'cost' | 'amount' | 'often' | 'span' | 'person' | 'time' | 'place' | 'other';

const forms: readonly (readonly [Wants, RegExp])[] = [
  ['cost', /\bhow much (?:is|does|do|did|will|would|are)\b|\b(?:price|cost|costs|pay for)\b/],
  [
    'often',
    /\bhow (?:often|regular(?:ly)?|frequently)\b|\b(?:times|often) (?:a|per|each|every) (?:day|week|month|term|year)\b/,
  ],
  ['span', /\bhow (?:long|soon|quick(?:ly)?|fast|many (?:days|hours|weeks|months|years|minutes))\b/],
  ['amount', /\bhow (?:many|much|big|old|large|strong)\b|\bbiggest\b|\bwhat age\b/],
  ['person', /\b(?:who|whos|whom|whose|which (?:person|company|group|team)|what company)\b/],
  ['time', /\b(?:when|whens|what time|what date|which day)\b/],
  ['place', /\b(?:where|wheres)\b/],
];

/** Reads it off the words as they are spelt, small and in a row. */
export function wants(spelt: readonly string[]): Wants {
  const text = spelt.join(' ');
  if (!/\bhow\b|\bwh|\b(?:cost|price|pay|times|often|biggest)/.test(text)) return 'other';
  return forms.find(([, form]) => form.test(text))?.[0] ?? 'other';
}

const numbers =
  /\d|\b(?:once|twice|two|three|four|five|six|seven|eight|nine|ten|twelve|each|every|daily|weekly|monthly|termly|yearly|annual|annually|regularly|term|immediately|at once|straight away|same day)\b/i;

function wantsNumber(wanted: Wants): boolean {
  return wanted === 'cost' || wanted === 'amount' || wanted === 'often' || wanted === 'span';
}

/** Whether somebody who wants a number is given none. */
export function lacksNumber(wanted: Wants, says: string): boolean {
  return wantsNumber(wanted) && !numbers.test(says);
}
