import type { LongField } from './form-fields.ts';

/** What of a view its card does not hold, because it follows in messages of its own. */
export type Cut = {
  /** Said at the end of what is cut, for example `(1/3)`; empty where nothing is. */
  readonly more: string;
  /** Answers of the report form that are too long for it. */
  readonly left: readonly LongField[];
};

/** Nothing is cut. */
export const whole: Cut = { more: '', left: [] };
