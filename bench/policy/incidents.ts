import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { categories, severities } from '../../src/domain/filing.ts';
import { aboutKinds, audiences } from '../../src/policy/vocabulary.ts';

const incident = z.object({
  id: z.string(),
  policy: z.string(),
  reporter: z.enum(audiences),
  text: z.string(),
  about: z.enum(aboutKinds).nullable(),
  category: z.enum(categories),
  severity: z.enum(severities),
  route: z.array(z.string()),
  must_not_route: z.array(z.string()),
  advice_must: z.array(z.string()),
  advice_must_not: z.array(z.string()),
  why: z.string(),
  /** What its writer accepts beside what is wanted. */
  also_ok: z
    .object({ category: z.array(z.enum(categories)).default([]), severity: z.array(z.enum(severities)).default([]) })
    .default({ category: [], severity: [] }),
});

/** An incident with what triage must make of it, and the file that it is from. */
export type Incident = z.output<typeof incident> & { readonly file: string };

/** Incidents in `incidents/` are for tuning; those in `held-back/` nobody who tunes has looked at. */
export type Half = 'tuning' | 'held-back';

/** The incidents of a half. */
export function incidentsOf(half: Half): readonly Incident[] {
  const folder = new URL(half === 'tuning' ? 'incidents/' : 'held-back/incidents/', import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => linesOf(new URL(name, folder)).map((line) => ({ file: name, line })))
    .map(({ file, line }) => ({ ...incident.parse(JSON.parse(line)), file }));
}

function linesOf(file: URL): readonly string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}
