import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { School, Schools } from '../domain/school.ts';
import { packReader } from '../packs/ready-packs.ts';
import { type Policy, policyOf } from '../policy/policy.ts';

/** Each school's policy by the school's id, or all that keeps them from being used. */
export type SchoolPolicies =
  | { readonly kind: 'policies'; readonly policies: ReadonlyMap<string, Policy> }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Reads the pack that each school's file names from a folder of packs. `today` is an ISO date. */
export function readPolicies(schools: Schools, folder: string, today: string): SchoolPolicies {
  const read = packReader(folder, today);
  const made = new Map<string, Policy>();
  const problems: string[] = [];
  for (const [name, users] of Map.groupBy(schools.values(), ({ policy }) => policy)) {
    const at = join(folder, name);
    if (!existsSync(at)) {
      problems.push(`${naming(users)}: policy: there is no pack ${name} in ${folder}`);
      continue;
    }
    const found = read(name);
    if (found.kind === 'broken') problems.push(...found.complaints.map(complaint));
    else {
      const policy = policyOf(found.pack, found.prepared);
      for (const { id } of users) made.set(id, policy);
    }
  }
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'policies', policies: made };
}

function complaint({
  file,
  line,
  message,
}: {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}) {
  return `${file}:${line}: ${message}`;
}

function naming(schools: readonly School[]): string {
  return schools.map(({ id }) => id).join(', ');
}
