import type { Gap, Pack, Rule } from '../standing.ts';
import { type Audience, audiences } from '../vocabulary.ts';

/** Something that a question can meet: a rule, or a gap that the policy is known to have. */
export type Entry = {
  readonly id: string;
  readonly found: { readonly kind: 'rule'; readonly rule: Rule } | { readonly kind: 'gap'; readonly gap: Gap };
  readonly for: readonly Audience[];
  /** Not the school's own, but of the pack beneath. */
  readonly floor: boolean;
  readonly asks: readonly string[];
  /** What it says, in all readers' words. */
  readonly says: string;
  /** How much of whom it names belongs to each, from 0 to 1. */
  readonly speaksOf: Readonly<Record<Audience, number>>;
};

/** Everything of a pack that a question can meet, its own before the floor's. */
export function entriesOf(pack: Pack): readonly Entry[] {
  return [...pack.rules.map((rule) => ruleEntry(rule, pack)), ...pack.gaps.map((gap) => gapEntry(gap, pack))];
}

function ruleEntry(rule: Rule, pack: Pack): Entry {
  const says = [rule.answer, rule.pupil, rule.parent].join(' ');
  return {
    id: rule.id,
    found: { kind: 'rule', rule },
    for: rule.for,
    floor: rule.from !== pack.head.id,
    asks: rule.asks,
    says,
    speaksOf: speaksOf(says),
  };
}

function gapEntry(gap: Gap, pack: Pack): Entry {
  return {
    id: gap.id,
    found: { kind: 'gap', gap },
    for: gap.for,
    floor: gap.from !== pack.head.id,
    asks: gap.asks,
    says: gap.says,
    speaksOf: speaksOf(gap.says),
  };
}

const named: Readonly<Record<Audience, RegExp>> = {
  staff: /\bstaff|teacher|colleague|member/gi,
  pupil: /pupil|student|child/gi,
  parent: /parent|carer|famil/gi,
  governor: /governor|governing/gi,
  technician: /technic|network manager|ict support|it support/gi,
};

/** Where nobody is named, it may be about anybody. */
const anybody = 0.3;

function speaksOf(text: string): Readonly<Record<Audience, number>> {
  const counts = audiences.map((one) => text.match(named[one])?.length ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = audiences.map((one, at) => [one, all > 0 ? (counts[at] ?? 0) / all : anybody]);
  return Object.fromEntries(shares) as Record<Audience, number>;
}
