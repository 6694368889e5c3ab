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
});

/** An incident with what triage must make of it. */
export type Incident = z.output<typeof incident>;

/** Incidents in `incidents/` are for tuning; those in `held-back/` nobody who tunes has looked at. */
export type Half = 'tuning' | 'held-back';

/** The incidents of a half. */
export function incidentsOf(half: Half): readonly Incident[] {
  const folder = new URL(half === 'tuning' ? 'incidents/' : 'held-back/incidents/', import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => incident.parse(JSON.parse(line)));
}
