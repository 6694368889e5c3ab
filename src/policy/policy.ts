import type { Told } from './answers/answer.ts';
import { type Answerer, answerer } from './answers/answerer.ts';
import { tell } from './answers/tell.ts';
import type { Prepared } from './prepare.ts';
import type { Pack } from './standing.ts';
import type { Triage, TriageInput } from './triage/result.ts';
import { lookerFor } from './triage/triager.ts';
import type { Audience } from './vocabulary.ts';

/** A school's policy at work: its rules, what they make of a report, and what they answer to a question. */
export type Policy = {
  readonly pack: Pack;
  readonly triage: (input: TriageInput) => Triage;
  readonly answer: Answerer;
  /** A rule by its id, in the words of whoever asks; undefined where there is none for them. `today` is an ISO date. */
  readonly tell: (rule: string, role: Audience, today: string) => Told | undefined;
};

/** Puts a pack to work, with what was found out about it before. */
export function policyOf(pack: Pack, prepared?: Prepared): Policy {
  const look = lookerFor(pack, undefined, prepared?.words);
  return {
    pack,
    triage: (input) => look(input).triage(),
    answer: answerer(pack, look, prepared?.asks),
    tell: (id, role, today) => {
      const rule = pack.rules.find((one) => one.id === id && one.for.includes(role));
      return rule && tell(rule, role, pack, today);
    },
  };
}
