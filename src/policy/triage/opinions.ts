import { type Category, categories, type Severity, severities } from '../../domain/filing.ts';
import type { Features } from './features.ts';
import { type Added, type Network, sharesOf } from './network.ts';

/** What a report looks like, compared with the made-up reports that taught triage. */
export type Guess = {
  /** How likely it is of a category. */
  readonly share: (category: Category) => number;
  /** How likely it is this grave. */
  readonly severity: (severity: Severity) => number;
};

/** Judges reports by what was learnt. */
export function judgeBy(network: Network, added?: Added): (features: Features) => Guess {
  return (features) => {
    const shares = sharesOf(features, network, added);
    return {
      share: (category) => shares.categories[categories.indexOf(category)] ?? 0,
      severity: (severity) => shares.severities[severities.indexOf(severity)] ?? 0,
    };
  };
}
