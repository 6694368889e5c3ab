import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { categories, severities } from '../../src/domain/case.ts';
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

/** Which half of the incidents: odd numbers are for tuning, even ones are held back. */
export type Half = 'tuning' | 'held-back';

/** The incidents of a half. */
export function incidentsOf(half: Half): readonly Incident[] {
  return ['a', 'b']
    .flatMap((name) =>
      readFileSync(new URL(`incidents/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => incident.parse(JSON.parse(line)))
    .filter(({ id }) => Number(/\d+$/.exec(id)?.[0]) % 2 === (half === 'tuning' ? 1 : 0));
}
