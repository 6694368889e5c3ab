import { readPolicies } from '../../src/config/policies.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { today } from './packs.ts';
import { harbour } from './school.ts';

/** The policy of the made-up school, made once for all tests of a file. */
export const harbourPolicy: Policy = policyNamed(harbour.policy);

/** A pack of `policies/` at work; the test fails where it is refused. */
export function policyNamed(policy: string): Policy {
  const read = readPolicies(new Map([['x', { ...harbour, id: 'x', policy }]]), 'policies', today);
  const made = read.kind === 'policies' ? read.policies.get('x') : undefined;
  if (!made) throw new Error(JSON.stringify(read));
  return made;
}
