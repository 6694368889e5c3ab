import type { Gap, Pack, Rule } from '../standing.ts';
import type { Audience } from '../vocabulary.ts';

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
};

/** Everything of a pack that a question can meet, its own before the floor's. */
export function entriesOf(pack: Pack): readonly Entry[] {
  return [...pack.rules.map((rule) => ruleEntry(rule, pack)), ...pack.gaps.map((gap) => gapEntry(gap, pack))];
}

function ruleEntry(rule: Rule, pack: Pack): Entry {
  return {
    id: rule.id,
    found: { kind: 'rule', rule },
    for: rule.for,
    floor: rule.from !== pack.head.id,
    asks: rule.asks,
    says: [rule.answer, rule.pupil, rule.parent].join(' '),
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
  };
}
