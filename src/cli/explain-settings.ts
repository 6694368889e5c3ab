import { KeysRefused } from '../app/keys/key-rows.ts';
import { StoreFault } from '../app/store.ts';
import { ConfigError } from '../config.ts';

/** Words for what is wrong with settings, school files or the store; undefined for any other fault. */
export function explainSettings(fault: unknown): string | undefined {
  if (fault instanceof ConfigError || fault instanceof KeysRefused)
    return `These settings need mending:\n${fault.message}`;
  if (fault instanceof StoreFault) return `${fault.message}: ${String(fault.cause)}`;
  return undefined;
}
