import type { OutsideBody } from '../domain/log.ts';
import type { Helpline } from '../policy/standing.ts';
import type { Advised } from './suggestion.ts';
import { say } from './wording.ts';

/** A body outside school by the policy's own name for it, with its number where one is known. */
export function bodyName({ school, policy: { pack } }: Pick<Advised, 'school' | 'policy'>, body: OutsideBody): string {
  const contacts: Partial<Record<string, Pick<Helpline, 'title' | 'phone' | 'url'>>> = pack.contacts;
  const contact = contacts[body] ?? pack.helplines[body];
  const number = contact?.phone || (body === 'lado' ? school.phones.lado.number : contact?.url);
  const name = contact?.title || say(`body.${body}`);
  return number ? `${name} (${number})` : name;
}
