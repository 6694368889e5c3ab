import type { Told } from './answers/answer.ts';
import { type Answerer, answerer } from './answers/answerer.ts';
import type { PreparedAsks } from './answers/prepare-asks.ts';
import { tell } from './answers/tell.ts';
import type { Pack } from './standing.ts';
import type { Experience } from './triage/experience.ts';
import type { Triage, TriageInput } from './triage/result.ts';
import { triager } from './triage/triager.ts';
import type { Audience } from './vocabulary.ts';

/** A school's policy at work: its rules, what they make of a report, and what they answer to a question. */
export type Policy = {
  readonly pack: Pack;
  readonly triage: (input: TriageInput) => Triage;
  readonly answer: Answerer;
  /** A rule by its id, in the words of whoever asks; undefined where there is none for them. `today` is an ISO date. */
  readonly tell: (rule: string, role: Audience, today: string) => Told | undefined;
};

/**
 * Puts a pack to work. `experience`: what triage has learnt, shared by schools on one floor. `prepared`: what was kept
 * of its ways of asking.
 */
export function policyOf(pack: Pack, experience?: Experience, prepared?: PreparedAsks): Policy {
  const triage = triager(pack, experience);
  return {
    pack,
    triage,
    answer: answerer(pack, triage, prepared),
    tell: (id, role, today) => {
      const rule = pack.rules.find((one) => one.id === id && one.for.includes(role));
      return rule && tell(rule, role, pack, today);
    },
  };
}
