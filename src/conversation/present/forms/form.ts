import type { Case } from '../../../domain/case.ts';
import type { Person } from '../../../domain/people.ts';
import { type Action, mayOn } from '../../../domain/permissions.ts';
import type { PolicyOnCase } from '../../policy-on-case.ts';
import type { CaseForm, Choice, FormField } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import type { WordingId } from '../../wording.ts';

/** Who looks at a case: one person, or everybody in the DSL channel. */
export type Viewer = Person | 'channel';

/**
 * Makes a little form of a case for the one who looks; null where they may not, or it makes no sense now. `asked`: what
 * the policy says of the case; not there in the channel, whose card says nothing of it.
 */
export type FormMaker = (
  to: Listener,
  current: Case,
  viewer: Viewer,
  asked: PolicyOnCase | undefined,
) => CaseForm | null;

/** Whether the viewer may do this; in the channel, whether anybody may, since the role decides when it is pressed. */
export function can(viewer: Viewer, action: Action, current: Case): boolean {
  return viewer === 'channel' || mayOn(viewer, action, current);
}

/** A form with its names in the listener's wording. */
export function form(
  to: Listener,
  press: CaseForm['press'],
  title: WordingId,
  submit: WordingId,
  fields: readonly FormField[],
  group: CaseForm['group'] = 'work',
  intro: readonly string[] = [],
): CaseForm {
  return {
    group,
    title: tell(to, title),
    submit: tell(to, submit),
    intro,
    required: tell(to, 'case.required'),
    press,
    fields,
  };
}

/** The form with these answers in it. A choice that is no longer offered stays as it was. */
export function filled(one: CaseForm, answers: Readonly<Record<string, string>>): CaseForm {
  const answered = (asked: FormField): FormField => {
    const now = answers[asked.id];
    const fits = asked.kind !== 'choice' || asked.choices.some(({ value }) => value === now);
    return now === undefined || !fits ? asked : { ...asked, now };
  };
  return { ...one, fields: one.fields.map(answered) };
}

/** A question, by default one for many words that must be answered. */
export function field(id: string, label: string, more: Partial<Omit<FormField, 'id' | 'label'>> = {}): FormField {
  return { id, label, kind: 'long', hint: '', choices: [], now: '', optional: false, ...more };
}

/** A question with choices; the first stands there unless `now` says otherwise. */
export function choice(
  id: string,
  label: string,
  choices: readonly Choice[],
  now = choices[0]?.value ?? '',
): FormField {
  return field(id, label, { kind: 'choice', choices, now });
}
