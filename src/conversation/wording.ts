import { box } from './wording/box.ts';
import { cases } from './wording/cases.ts';
import { clock } from './wording/clock.ts';
import { general } from './wording/general.ts';
import { people } from './wording/people.ts';
import { policy } from './wording/policy.ts';
import { record } from './wording/record.ts';
import { report } from './wording/report.ts';
import { talk } from './wording/talk.ts';
import { who } from './wording/who.ts';

/**
 * Every sentence Lantern says to anybody, in plain British English. Keys starting with `pupil.` are for children:
 * short words, no blame, no promise of secrecy. `{name}` is filled in by {@link say}.
 */
export const wording = {
  ...general,
  ...policy,
  ...report,
  ...cases,
  ...people,
  ...talk,
  ...who,
  ...record,
  ...clock,
  ...box,
} as const;

/** Names a sentence of the catalogue. */
export type WordingId = keyof typeof wording;

/** The sentence with its `{names}` filled in. A name without a value is a fault of ours and throws. */
export function say(id: WordingId, values: Readonly<Record<string, string | number>> = {}): string {
  return wording[id].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording ${id}: no value for {${name}}`);
    return String(value);
  });
}

type PupilId = Extract<WordingId, `pupil.${string}`> extends `pupil.${infer Id}` ? Id : never;
type SharedId = Extract<PupilId, WordingId>;

/** The id of the sentence for a child where there is one, when the listener is a child. */
export function forListener(id: WordingId, pupil: boolean): WordingId {
  const childs = `pupil.${id}`;
  return pupil && childs in wording ? (childs as `pupil.${SharedId}`) : id;
}
