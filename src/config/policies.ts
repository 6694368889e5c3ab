import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { School, Schools } from '../domain/school.ts';
import { packLoader } from '../packs/load-pack.ts';
import { type Policy, policyOf } from '../policy/policy.ts';
import type { Pack } from '../policy/standing.ts';
import { type Experience, experienceOf } from '../policy/triage/experience.ts';
import { lexiconOf } from '../policy/triage/lexicon.ts';

/** Each school's policy by the school's id, or all that keeps them from being used. */
export type SchoolPolicies =
  | { readonly kind: 'policies'; readonly policies: ReadonlyMap<string, Policy> }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Reads the pack that each school's file names from a folder of packs. `today` is an ISO date. */
export function readPolicies(schools: Schools, folder: string, today: string): SchoolPolicies {
  const load = packLoader(today);
  const made = new Map<string, Policy>();
  const problems: string[] = [];
  const work = onOneFloor();
  for (const [name, users] of Map.groupBy(schools.values(), ({ policy }) => policy)) {
    const at = join(folder, name);
    if (!existsSync(at)) {
      problems.push(`${naming(users)}: policy: there is no pack ${name} in ${folder}`);
      continue;
    }
    const loaded = load(at);
    if (loaded.kind === 'broken') problems.push(...loaded.complaints.map(complaint));
    else for (const { id } of users) made.set(id, work(loaded.pack));
  }
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'policies', policies: made };
}

/** Puts packs to work; each once, and sharing what triage learns from the floor. */
function onOneFloor(): (pack: Pack) => Policy {
  const done = new Map<Pack, Policy>();
  const learnt = new Map<number, Experience>();
  return (pack) => {
    const experience = learnt.get(pack.reports.length) ?? experienceOf(pack, lexiconOf(pack));
    learnt.set(pack.reports.length, experience);
    const policy = done.get(pack) ?? policyOf(pack, experience);
    done.set(pack, policy);
    return policy;
  };
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
