import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { School, Schools } from '../domain/school.ts';
import { isFolder } from '../packs/read-pack.ts';
import { readSchool, type SchoolFile } from './school-file.ts';

/** The schools that were read, or all that is wrong with their files. */
export type SchoolFiles =
  | { readonly kind: 'schools'; readonly schools: Schools }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Reads every `.yaml` and `.yml` file of a folder as a school. */
export function readSchools(folder: string): SchoolFiles {
  if (!isFolder(folder)) return { kind: 'broken', problems: [`LANTERN_SCHOOLS: there is no folder ${folder}`] };
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) return { kind: 'broken', problems: [`LANTERN_SCHOOLS: no school file (.yaml) in ${folder}`] };
  return collect(names.sort().map((name) => readFile(join(folder, name))));
}

function readFile(file: string): SchoolFile {
  try {
    return readSchool(file, readFileSync(file, 'utf8'));
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
    return { kind: 'broken', problems: [`${file}: cannot be read: ${fault.message}`] };
  }
}

function isSystemFault(fault: unknown): fault is NodeJS.ErrnoException {
  return fault instanceof Error && 'syscall' in fault;
}

function collect(files: readonly SchoolFile[]): SchoolFiles {
  const read = files.filter((file) => file.kind === 'school');
  const broken = files.flatMap((file) => (file.kind === 'broken' ? file.problems : []));
  const problems = [...broken, ...clashes(read, 'id'), ...clashes(read, 'tenant'), ...clashes(read, 'team')];
  if (problems.length > 0) return { kind: 'broken', problems };
  return { kind: 'schools', schools: new Map(read.map(({ school }) => [school.id, school])) };
}

const unique = {
  id: ({ id }) => [id, 'id'],
  tenant: ({ teams }) => [teams?.tenant, 'teams', 'tenant'],
  team: ({ slack }) => [slack?.team, 'slack', 'team'],
} satisfies Record<string, (school: School) => [string | undefined, ...string[]]>;
type Unique = keyof typeof unique;

/** Two schools under one id would share their records; in one tenant or workspace nobody could say whose pupil writes. */
function clashes(files: readonly Extract<SchoolFile, { kind: 'school' }>[], what: Unique): string[] {
  const owners = new Map<string, School>();
  return files.flatMap(({ school, at }) => {
    const [value, ...path] = unique[what](school);
    const owner = value === undefined ? undefined : owners.get(value);
    if (value !== undefined && !owner) owners.set(value, school);
    return owner ? [`${at(...path)}: ${value} is also the ${what} of ${owner.name}`] : [];
  });
}
