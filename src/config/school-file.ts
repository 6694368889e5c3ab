import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { School } from '../domain/school.ts';
import { didYouMean } from '../packs/did-you-mean.ts';
import { crossCheck, type Flaw } from './school-checks.ts';
import { schoolSchema, settingNames } from './school-schema.ts';

/** A school file that was read, or all that is wrong with it, each as `file:line: setting: what is wrong`. */
export type SchoolFile =
  | { readonly kind: 'school'; readonly school: School; readonly at: (...path: readonly PropertyKey[]) => string }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

type Document = { readonly file: string; readonly contents: ParsedNode | null; readonly lines: LineCounter };

/** Reads a school file. Every scalar is read as text, so that a telephone number keeps its first nought. */
export function readSchool(file: string, text: string): SchoolFile {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const document: Document = { file, contents: parsed.contents, lines };
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ pos, message }) => `${place(document, pos[0])}: ${message}`);
    return { kind: 'broken', problems };
  }
  return check(document, parsed.toJS());
}

function check(document: Document, raw: unknown): SchoolFile {
  const result = schoolSchema.safeParse(raw, { error: wording, reportInput: true });
  const flaws = [...(result.success ? [] : result.error.issues.flatMap(flawsOf)), ...crossCheck(raw)];
  if (result.success && flaws.length === 0) {
    return { kind: 'school', school: result.data, at: (...path) => locate(document, path) };
  }
  return { kind: 'broken', problems: inOrder(document, flaws) };
}

function inOrder(document: Document, flaws: readonly Flaw[]): string[] {
  const positions = new Map(flaws.map((flaw) => [flaw, positionOf(document.contents, flaw.path)]));
  const sorted = flaws.toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
  return sorted.map(({ path, message }) => `${locate(document, path)}: ${message}`);
}

function flawsOf(issue: z.core.$ZodIssue): Flaw[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: `is not a setting${didYouMean(key, settingNames)}`,
  }));
}

const kinds: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'a map', record: 'a map' };

const wording: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}${didYouMean(String(issue.input), issue.values.map(String))}`;
    default:
      return undefined;
  }
};

/** `file:line: setting` of a path; where the path ends early, the line of what is there. */
function locate(document: Document, path: readonly PropertyKey[]): string {
  const setting = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return `${place(document, positionOf(document.contents, path))}: ${setting.slice(1) || 'the file'}`;
}

/** Where the last step of a path stands, or the last that there is. */
function positionOf(node: ParsedNode | null, path: readonly PropertyKey[]): number {
  const [step, ...rest] = path;
  const here = node?.range[0] ?? 0;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) return here;
    return rest.length > 0 && pair.value ? positionOf(pair.value, rest) : pair.key.range[0];
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item ? positionOf(item, rest) : here;
}

function place({ file, lines }: Document, position: number): string {
  return `${file}:${lines.linePos(position).line}`;
}
