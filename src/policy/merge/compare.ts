import { type Severity, severities } from '../../domain/filing.ts';

/** Whether the first is less urgent than the second. */
export function isBelow(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) > severities.indexOf(other);
}

/** Names that both maps have. */
export function taken(own: object, floor: object): string[] {
  return Object.keys(own).filter((name) => Object.hasOwn(floor, name));
}
