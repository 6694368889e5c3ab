import { stringify } from 'yaml';
import type { School } from '../../src/domain/school.ts';

/** A school as the file that describes it. */
export function schoolYaml({ people, phones, teams, calendar, limits: _, ...school }: School): string {
  const hours = Object.entries(calendar.hours).map(([day, { opens, closes }]) => [day, `${opens}-${closes}`]);
  const [terms, closed] = [calendar.terms, calendar.closed].map((list) =>
    list.map(({ from, to }) => `${from} to ${to}`),
  );
  return stringify({ ...school, hours: Object.fromEntries(hours), terms, closed, people, phones, teams });
}
