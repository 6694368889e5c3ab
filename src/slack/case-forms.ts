import type { Verb } from '../conversation/press.ts';
import type { AddFormView, CaseForm, FormField } from '../conversation/views.ts';

/** A little form of one step: what it is called, what it asks, and the press that its answers complete. */
export type LittleForm = Pick<CaseForm, 'title' | 'submit' | 'fields'> & {
  readonly press: { readonly verb: Verb } & Readonly<Record<string, string | number>>;
};

/** The one field of a form that adds to something. */
export function addForm({ press, title, label, hint, submit }: AddFormView): LittleForm {
  const field: FormField = { id: 'text', label, hint, kind: 'long', choices: [], now: '', optional: false };
  return { title, submit, press, fields: [field] };
}
