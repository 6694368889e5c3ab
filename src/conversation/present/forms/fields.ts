import type { Choice, FormField } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import type { WordingId } from '../../wording.ts';
import { field } from './form.ts';

/** Asks when something was, in the school's own time. Nothing stands there at first: a card may be hours old. */
export function whenFields(to: Listener): readonly FormField[] {
  return [
    field('day', tell(to, 'field.day'), { kind: 'day', optional: true }),
    field('time', tell(to, 'field.time'), { kind: 'time', hint: tell(to, 'field.now-hint'), optional: true }),
  ];
}

/** A question for a few words, with a hint where there is one. */
export function line(to: Listener, id: string, label: WordingId, hint?: WordingId): FormField {
  return field(id, tell(to, label), { kind: 'line', ...(hint ? { hint: tell(to, hint) } : {}) });
}

/** Choices whose titles stand in the wording under `prefix`. */
export function choicesIn<Value extends string>(
  to: Listener,
  values: readonly Value[],
  titleOf: (value: Value) => WordingId,
): readonly Choice[] {
  return values.map((value) => ({ value, toldTitle: tell(to, titleOf(value)) }));
}
