import { z } from 'zod';
import { mostSubjects, type Report, type Subject } from '../domain/report.ts';
import { type ReportField, reportFields } from './form-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

const rows = Array.from({ length: mostSubjects }, (_, index) => index);
const rowInputs = rows.flatMap((index) => [`s${index}name`, `s${index}kind`, `s${index}part`]);
const plainInputs = reportFields.filter((field) => field !== 'subjects');

/** Every input a report form can hold. */
export const formInputs: readonly string[] = [...plainInputs, ...rowInputs];

const formSchema = z
  .strictObject({ verb: z.literal('report.form'), draft: z.unknown(), seen: z.string(), asks: z.string() })
  .extend(Object.fromEntries(formInputs.map((id) => [id, z.union([z.string(), z.boolean()]).optional()])));

/**
 * A submitted report form as the fields of a press, still to be checked; undefined where it cannot be one. `asks` says
 * which answers the form showed: a missing one of these was left empty, all others stay as the draft has them.
 */
export function readForm(fields: Fields): Fields | undefined {
  const form = formSchema.safeParse(fields);
  if (!form.success) return undefined;
  const { verb, draft, seen, asks, ...given } = form.data as Fields & { asks: string; seen: string };
  const asked = asks.split(',').filter((field) => field !== '');
  if (!asked.every(isField) || Object.keys(given).some((id) => !belongs(id, asked))) return undefined;
  // A toggle always sends its state, so without it the inputs did not arrive, and nothing may be taken for emptied.
  if (asked.includes('danger') && given['danger'] === undefined) return undefined;
  return {
    verb,
    draft,
    seen: Number(seen),
    report: Object.fromEntries(asked.map((field) => [field, answer(field, given)])),
  };
}

function isField(name: string): name is ReportField {
  return (reportFields as readonly string[]).includes(name);
}

function belongs(id: string, asked: readonly ReportField[]): boolean {
  return asked.includes(rowInputs.includes(id) ? 'subjects' : (id as ReportField));
}

function answer(field: ReportField, given: Fields): unknown {
  switch (field) {
    case 'danger':
      return truth(given[field]);
    case 'subjects':
      return rows.map((index) => subject(given, index)).filter(isSomebody);
    case 'place':
      return given[field] ?? ('unknown' satisfies Report['place']);
    default:
      return given[field] ?? '';
  }
}

function truth(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

function subject(given: Fields, index: number): Record<keyof Subject, unknown> {
  return {
    name: given[`s${index}name`] ?? '',
    kind: given[`s${index}kind`] ?? 'unknown',
    part: given[`s${index}part`] ?? 'unknown',
  };
}

/** A row counts once anything in it was filled in: "the headteacher" without a name decides where a report goes. */
function isSomebody({ name, kind, part }: Record<keyof Subject, unknown>): boolean {
  return String(name).trim() !== '' || kind !== 'unknown' || part !== 'unknown';
}
