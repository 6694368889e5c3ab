import { stringify } from 'yaml';
import type { School } from '../../src/domain/school.ts';

/** A school as the file that describes it. */
export function schoolYaml({ people, phones, teams, ...school }: School): string {
  return stringify({ ...school, people, phones, teams });
}
