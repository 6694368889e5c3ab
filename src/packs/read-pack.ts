import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PackSource, packSource } from '../policy/pack.ts';
import type { Path, Problem } from '../policy/problem.ts';
import { combine } from './combine.ts';
import { problemsOf } from './schema-wording.ts';
import { type Complaint, type Place, readYaml, type YamlFile } from './yaml-file.ts';

/** A folder that was read as a pack, or all that keeps it from being one. */
export type ReadPack =
  | { readonly kind: 'read'; readonly source: PackSource; readonly complain: (problem: Problem) => Complaint }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** Reads every YAML file of a folder, however deep, as one pack. */
export function readPack(folder: string): ReadPack {
  if (!isFolder(folder)) {
    return { kind: 'broken', complaints: [{ level: 'error', file: folder, line: 1, message: 'is no folder' }] };
  }
  const names = yamlFiles(folder);
  if (names.length === 0) {
    return {
      kind: 'broken',
      complaints: [{ level: 'error', file: folder, line: 1, message: 'has no .yaml file in it' }],
    };
  }
  const results = names.map((name) => readYaml(name, readFileSync(name, 'utf8')));
  const broken = results.flatMap((result) => (result.kind === 'broken' ? result.complaints : []));
  if (broken.length > 0) return { kind: 'broken', complaints: broken };
  return asPack(results.flatMap((result) => (result.kind === 'file' ? [result.file] : [])));
}

function asPack(files: readonly YamlFile[]): ReadPack {
  const combined = combine(files);
  const parsed = packSource.safeParse(combined.value, { reportInput: true });
  const problems = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
  const complain = (problem: Problem) => complaintAt((path) => combined.place(path), problem);
  const complaints = [...combined.complaints, ...problems.map(complain)];
  if (!parsed.success || complaints.length > 0) return { kind: 'broken', complaints };
  return { kind: 'read', source: parsed.data, complain };
}

function complaintAt(place: (path: Path) => Place, { level, path, message }: Problem): Complaint {
  return { level, ...place(path), message: path.length > 0 ? `${nameOf(path)}: ${message}` : message };
}

function nameOf(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`));
  return steps.join('').slice(1);
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
