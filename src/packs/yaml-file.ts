import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** A YAML file that could be read: its value, and where in the file each part of it stands. */
export type YamlFile = {
  readonly name: string;
  readonly value: unknown;
  readonly contents: ParsedNode | null;
  readonly lines: LineCounter;
};

/** A place in a file; lines count from 1. */
export type Place = { readonly file: string; readonly line: number };

/** A complaint and where it belongs. */
export type Complaint = Place & { readonly level: 'error' | 'warning'; readonly message: string };

/** A file, or why it is none. */
export type YamlResult =
  | { readonly kind: 'file'; readonly file: YamlFile }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** Reads YAML. Numbers are read as text, so that telephone numbers and years stay as they were written. */
export function readYaml(name: string, text: string): YamlResult {
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    schema: 'failsafe',
    customTags: ['bool', 'null'],
    lineCounter: lines,
    prettyErrors: false,
  });
  if (parsed.errors.length > 0)
    return { kind: 'broken', complaints: parsed.errors.map((fault) => complain(name, lines, fault)) };
  return { kind: 'file', file: { name, value: parsed.toJS(), contents: parsed.contents, lines } };
}

function complain(file: string, lines: LineCounter, fault: { pos: [number, number]; message: string }): Complaint {
  return { level: 'error', file, line: lines.linePos(fault.pos[0]).line, message: fault.message };
}

/** Where something stands in a file; where the path ends early, the place of what is there. */
export function placeIn(file: YamlFile, path: readonly PropertyKey[]): Place {
  const position = positionOf(file.contents, path) ?? 0;
  return { file: file.name, line: Math.max(1, file.lines.linePos(position).line) };
}

/** Where a path leads; in a map, to the key of its last step that is there. */
function positionOf(node: ParsedNode | null, path: readonly PropertyKey[]): number | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return node?.range[0];
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && ((rest.length > 0 ? positionOf(pair.value, rest) : undefined) ?? pair.key.range[0]);
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item && (positionOf(item, rest) ?? item.range[0]);
}
