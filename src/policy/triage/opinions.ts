import { type Category, categories, type Severity, severities } from '../../domain/filing.ts';
import type { Features } from './features.ts';
import { type Added, type Network, type Shares, sharesOf } from './network.ts';

/** What a report looks like, compared with the made-up reports that taught triage. */
export type Guess = {
  /** How likely it is of a category. */
  readonly share: (category: Category) => number;
  /** How likely it is this grave. */
  readonly severity: (severity: Severity) => number;
};

/** Judges reports by what was learnt. What a school adds may make one graver, and never less grave. */
export function judgeBy(network: Network, added?: Added): (features: Features) => Guess {
  return (features) => {
    const shares = sharesOf(features, network, added);
    const before = added ? sharesOf(features, network) : shares;
    const severityShares = likeliest(before) < likeliest(shares) ? before.severities : shares.severities;
    return {
      share: (category) => shares.categories[categories.indexOf(category)] ?? 0,
      severity: (severity) => severityShares[severities.indexOf(severity)] ?? 0,
    };
  };
}

/** The place of the likeliest severity: the lower, the graver. */
function likeliest(shares: Shares): number {
  return shares.severities.indexOf(Math.max(...shares.severities));
}
