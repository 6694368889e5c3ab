import { boolCoreTag, FAILSAFE_SCHEMA, loadAll, nullCoreTag, YAMLException } from 'js-yaml';
import { type ErrorCode, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Path } from '../policy/problem.ts';

/** A place in a file; lines count from 1. */
export type Place = { readonly file: string; readonly line: number };

/** A complaint and where it belongs. */
export type Complaint = Place & { readonly level: 'error' | 'warning'; readonly message: string };

/** A YAML file that could be read. */
export type YamlFile = {
  readonly name: string;
  /** Null where nothing is in it. */
  readonly value: unknown;
  /** Where a path leads; where it ends early, the place of what is there. */
  readonly place: (path: Path) => Place;
};

/** A file, or why it is none. */
export type YamlResult =
  | { readonly kind: 'file'; readonly file: YamlFile }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** Numbers are read as text, so that telephone numbers and years stay as they were written. */
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag);

/**
 * Reads YAML. js-yaml reads the value, four times as fast; `yaml`, which knows where everything stands, is asked only
 * when there is something to complain of.
 */
export function readYaml(name: string, text: string): YamlResult {
  try {
    const [value = null, ...others] = loadAll(text, { schema });
    if (others.length > 0) return broken(name, [{ line: 1, message: 'holds more than one document (---)' }]);
    return { kind: 'file', file: { name, value, place: placesIn(name, text) } };
  } catch (fault) {
    if (!(fault instanceof YAMLException)) throw fault;
    return broken(name, explain(text, fault));
  }
}

function broken(file: string, found: readonly { readonly line: number; readonly message: string }[]): YamlResult {
  return { kind: 'broken', complaints: found.map((one) => ({ level: 'error', file, ...one })) };
}

/** Everything that `yaml` finds wrong; where it finds nothing, what js-yaml stumbled over. */
function explain(text: string, fault: YAMLException) {
  const { lines, errors } = parse(text);
  if (errors.length === 0) return [{ line: (fault.mark?.line ?? 0) + 1, message: fault.reason }];
  return errors.map(({ code, pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    message: inPlainWords(code, message, text.slice(pos[0])),
  }));
}

/** What a parser says, for somebody who writes a policy: what to do about it comes first. */
function inPlainWords(code: ErrorCode, message: string, at: string): string {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `put the whole text between quotes "…" (${message})`;
    case 'UNEXPECTED_TOKEN':
      return /scalar/.test(message)
        ? `put the whole text between quotes "…" (${message})`
        : `has a bracket too many or too few, or a text that needs quotes (${message})`;
    case 'TAB_AS_INDENT':
      return `has a tab; use spaces to indent (${message})`;
    case 'DUPLICATE_KEY':
      return `“${at.split(':')[0]}” stands here twice; put both into one (${message})`;
    case 'BAD_INDENT':
      return `begins further in or out than the lines beside it (${message})`;
    default:
      return message;
  }
}

function placesIn(file: string, text: string): YamlFile['place'] {
  let parsed: ReturnType<typeof parse> | undefined;
  return (path) => {
    parsed ??= parse(text);
    return { file, line: Math.max(1, parsed.lines.linePos(positionOf(parsed.contents, path) ?? 0).line) };
  };
}

function parse(text: string) {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  return { lines, contents, errors };
}

/** Where a path leads; in a map, to the key of its last step that is there. */
function positionOf(node: ParsedNode | null, path: Path): number | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return node?.range[0];
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && ((rest.length > 0 ? positionOf(pair.value, rest) : undefined) ?? pair.key.range[0]);
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item && (positionOf(item, rest) ?? item.range[0]);
}
