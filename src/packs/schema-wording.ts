import type { z } from 'zod';
import { error, type Problem } from '../policy/problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { knownKeys } from './known-keys.ts';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'blank',
};

/** What a schema says of a pack, in words for whoever writes it. */
export function problemsOf(issue: Issue): readonly Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => error([...issue.path, key], unknownKey(key)));
    case 'invalid_union':
      return ofUnion(issue);
    case 'invalid_key':
      return [error(issue.path, ofKey(issue))];
    case 'invalid_type':
      return [
        error(
          issue.path,
          issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`,
        ),
      ];
    case 'invalid_value':
      return [error(issue.path, choice(issue))];
    default:
      return [error(issue.path, issue.message)];
  }
}

/** A sentence with a comma, written without quotes into `{…}`, falls apart into keys. */
function unknownKey(key: string): string {
  if (key.includes(' ')) return `“${key}” is not known here; a text with a comma inside { } needs quotes around it`;
  return `${key} is not known here${didYouMean(key, knownKeys())}`;
}

function choice({ values, input }: Extract<Issue, { code: 'invalid_value' }>): string {
  const names = values.map(String);
  const said = typeof input === 'string' || typeof input === 'number' ? `${input} ` : '';
  return `${said}is not one of ${names.join(', ')}${didYouMean(String(input), names)}`;
}

function ofKey({ issues, path }: Extract<Issue, { code: 'invalid_key' }>): string {
  const key = String(path.at(-1));
  const [inner] = issues;
  if (inner?.code === 'invalid_value') return choice({ ...inner, input: key });
  return `${key} ${inner?.message ?? 'cannot be a name'}`;
}

/** Of several shapes that something may have, speaks of the one it comes closest to. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Problem[] {
  const near = issue.errors.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const best = near.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
  if (best) return best.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  const wanted = issue.errors.flatMap((issues) =>
    issues.flatMap((inner) => (inner.code === 'invalid_type' ? [kinds[inner.expected] ?? inner.expected] : [])),
  );
  return [error(issue.path, issue.input === undefined ? 'is missing' : `must be ${[...new Set(wanted)].join(' or ')}`)];
}

/** How far into the thing its complaints reach: the deeper, the more of it fits. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}
