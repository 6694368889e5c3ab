import type { Verb } from '../conversation/press.ts';
import type { AddFormView, CaseActions, Choice } from '../conversation/views.ts';

/** A question of a little form. `id` is the press's own name for the answer. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Absent: words; `long`: many of them. */
  readonly choices?: readonly Choice[];
  /** The choice that stands there at first. */
  readonly now?: string;
  readonly long?: boolean;
};

/** A little form of one step: what it is called, what it asks, and the press that its answers complete. */
export type LittleForm = {
  readonly title: string;
  readonly submit: string;
  readonly press: { readonly verb: Verb } & Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
};

/** All the little forms that a case offers to the one who looks at it. */
export function littleForms(actions: CaseActions): readonly LittleForm[] {
  const { caseId, assign, note, escalate, told, close, refile, reopen } = actions;
  const form = (verb: Verb, words: { label: string; submit: string } | null, fields: () => readonly Field[]) =>
    words ? [{ title: words.label, submit: words.submit, press: { verb, case: caseId }, fields: fields() }] : [];
  const long = (id: string, label = '') => ({ id, label, long: true });
  return [
    ...form('case.assign', assign, () => [{ id: 'to', label: assign?.to ?? '', choices: assign?.people ?? [] }]),
    ...form('case.note', note, () => [long('text', note?.text)]),
    ...form('case.escalate', escalate, () => [
      { id: 'to', label: escalate?.to ?? '', choices: escalate?.people ?? [] },
      long('reason', escalate?.reason),
    ]),
    ...form('case.told', told, () => [
      { id: 'body', label: told?.body ?? '', choices: told?.bodies ?? [] },
      { id: 'who', label: told?.who ?? '' },
      { id: 'number', label: told?.number ?? '' },
      { id: 'when', label: told?.when ?? '', hint: told?.whenHint ?? '' },
    ]),
    ...form('case.close', close, () => [long('outcome', close?.outcome), long('lessons', close?.lessons)]),
    ...form('case.refile', refile, () => [
      {
        id: 'category',
        label: refile?.category ?? '',
        choices: refile?.categories ?? [],
        now: refile?.now.category ?? '',
      },
      {
        id: 'severity',
        label: refile?.severity ?? '',
        choices: refile?.severities ?? [],
        now: refile?.now.severity ?? '',
      },
      long('reason', refile?.reason),
    ]),
    ...form('case.reopen', reopen, () => [long('reason', reopen?.reason)]),
  ];
}

/** The one field of a form that adds to something. */
export function addForm({ press, title, label, hint, submit }: AddFormView): LittleForm {
  return {
    title,
    submit,
    press,
    fields: [{ id: 'text', label, hint, long: true }],
  };
}
