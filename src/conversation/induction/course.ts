import type { Pack, PolicyDocument, Rule } from '../../policy/standing.ts';
import type { Audience } from '../../policy/vocabulary.ts';

/** A text that somebody accepts, point by point. */
export type Agreement = {
  /** With the pack's id, so that two schools' agreements are never taken for each other: `somerset.staff-aup`. */
  readonly document: string;
  readonly title: string;
  readonly version: string;
  /** Months after which it is accepted again; 0: only when the version changes. */
  readonly everyMonths: number;
  readonly points: readonly string[];
  /** What the school has yet to supply; blank where the whole text is there. */
  readonly missing: string;
};

/** What a member of staff is taken through: rules to read, then agreements to accept. */
export type Course = { readonly steps: readonly Rule[]; readonly agreements: readonly Agreement[] };

/** A check question as it is put: its choices shuffled, always in the same way. */
export type Check = { readonly ask: string; readonly choices: readonly string[]; readonly right: string };

/** About ten minutes, with half a minute for a rule and its question. */
const mostSteps = 20;

/** Whether induction is for people who read the policy as this audience. */
export function isForStaff(audience: Audience): boolean {
  return audience === 'staff' || audience === 'governor' || audience === 'technician';
}

/** The pack's induction for an audience; empty for pupils and parents. */
export function courseFor({ rules, documents }: Pick<Pack, 'rules' | 'documents'>, audience: Audience): Course {
  if (!isForStaff(audience)) return { steps: [], agreements: [] };
  const wanted = rules.filter((rule) => rule.induction.wanted && rule.for.includes(audience));
  const agreements = Object.entries(documents).flatMap(([id, document]) => agreementIn(id, document, audience));
  return { steps: wanted.toSorted((a, b) => orderOf(a) - orderOf(b)).slice(0, mostSteps), agreements };
}

/** A rule that was given no order follows those that were, so that where room is short it is the one left out. */
function orderOf({ induction }: Rule): number {
  return induction.order === 0 ? Number.MAX_SAFE_INTEGER : induction.order;
}

function agreementIn(
  id: string,
  { agreement, title, missing, from }: PolicyDocument,
  audience: Audience,
): readonly Agreement[] {
  if (!agreement?.for.includes(audience)) return [];
  const { version, everyMonths, points } = agreement;
  return [{ document: `${from}.${id}`, title, version, everyMonths, points, missing }];
}

/** The rule's check question; undefined where it has none. */
export function checkOf({ id, induction }: Rule): Check | undefined {
  const check = 'check' in induction ? induction.check : undefined;
  if (!check) return undefined;
  const rank = (choice: string) => scatter(`${id}\n${choice}`);
  return {
    ask: check.ask,
    choices: [check.right, ...check.wrong].toSorted((a, b) => rank(a) - rank(b)),
    right: check.right,
  };
}

/** What is said after the rule's check question, right or wrong; may be blank. */
export function reasonOf({ induction }: Rule): string {
  return ('check' in induction && induction.check?.because) || '';
}

/** A number that looks like chance but is the same for a text everywhere (FNV-1a, its bits mixed once more). */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
