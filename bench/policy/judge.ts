import { stemmer } from 'stemmer';
import { tokens } from '../../src/policy/text.ts';

/** A question of the kept set, as its writer set it down from the document alone. */
export type Kept = {
  readonly id: string;
  readonly policy: string;
  readonly role: 'staff' | 'pupil' | 'parent' | 'governor' | 'technician';
  readonly question: string;
  readonly kind: string;
  readonly answerable: boolean;
  readonly section: string | null;
  readonly expect: readonly string[];
  readonly forbid: readonly string[];
};

/** What came back, whoever gave it. */
export type Given = {
  readonly answered: boolean;
  readonly text: string;
  readonly sections: readonly string[];
  readonly cited: boolean;
};

/** How an answer is judged by machine. `section`: its clause is the expected one. `facts`: all expected facts are in it. */
export type Verdict = { readonly section: boolean; readonly facts: boolean };

/** This much of a fact's own words must be in the text for the fact to count as said. */
const enoughOfFact = 0.5;

const empty = new Set(
  'a an and any are as at be been but by can do does for from had has have he help her him his how if in into is it its may no not of on one or our out she should so than that the their them then there they this to up was we what when where which who will with would yes you your first offer make policy say'.split(
    ' ',
  ),
);

/** Judges the answer to a question that the policy answers. */
export function judge({ section, expect }: Kept, given: Given): Verdict {
  const said = new Set(stems(given.text));
  return {
    section: given.answered && given.sections.some((one) => sameHeading(one, section)),
    facts: given.answered && expect.every((fact) => shareSaid(fact, said) >= enoughOfFact),
  };
}

/** Headings are compared without case, marks, and what packs add in brackets to tell two of a name apart. */
export function sameHeading(one: string, other: string | null): boolean {
  return other !== null && heading(one) === heading(other);
}

function heading(text: string): string {
  return words(text.replace(/\([^)]*\)/g, '')).join(' ');
}

function shareSaid(fact: string, said: ReadonlySet<string>): number {
  const wanted = stems(fact);
  return wanted.length === 0 ? 1 : wanted.filter((stem) => said.has(stem)).length / wanted.length;
}

function stems(text: string): readonly string[] {
  return words(text)
    .filter((word) => !empty.has(word))
    .map(stemmer);
}

function words(text: string): readonly string[] {
  return tokens(text).map(({ word }) => word);
}
