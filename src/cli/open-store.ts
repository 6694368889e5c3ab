import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyRing } from '../app/keys/key-ring.ts';
import { openKeyRing } from '../app/keys/open-key-ring.ts';
import { sealKeyWrapper, type Wrapper } from '../app/keys/wrapper.ts';
import type { Sealer } from '../app/ports.ts';
import { type SealedStoreOptions, sealedStore } from '../app/sealed-store.ts';
import { createSealer } from '../app/sealer.ts';
import type { Store } from '../app/store.ts';
import { type Config, ConfigError, type SealConfig, type StoreConfig } from '../config.ts';
import { azureTablesStore } from '../store/azure-tables.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { sealKeyIn } from './seal-key-file.ts';

/** The records of every school, readable. */
export type Records = { readonly store: Store; readonly sealer: Sealer };

/** The store as it lies on disk, and what opens it. */
export type RawRecords = { readonly raw: Store; readonly ring: KeyRing; readonly wrappers: readonly Wrapper[] };

/** Whether there are records already, as far as can be told without opening them. */
function areThere(store: StoreConfig): boolean {
  return store.kind === 'sqlite' && existsSync(store.file);
}

/**
 * For commands that look at records, which must not make any.
 * @throws ConfigError where there are none
 */
export function mustBeThere({ store }: Pick<Config, 'store'>): void {
  if (store.kind !== 'sqlite' || areThere(store)) return;
  throw new ConfigError([
    `LANTERN_DATA: there are no records in ${dirname(store.file)}; name the folder that the server keeps them in`,
  ]);
}

/**
 * The store that the settings choose, open, behind the keys that the settings name.
 * Rejects with a StoreFault where it cannot be reached, and with KeysRefused where it cannot be read.
 */
export async function openRecords(
  config: Pick<Config, 'store' | 'seals' | 'schools'>,
  options: Pick<SealedStoreOptions, 'onBroken'> = {},
): Promise<Records> {
  const { raw, ring } = await openRawRecords(config);
  return { store: sealedStore(raw, ring, options), sealer: createSealer(ring) };
}

/** The same for who works on the seals themselves. */
export async function openRawRecords({
  store,
  seals,
  schools,
}: Pick<Config, 'store' | 'seals' | 'schools'>): Promise<RawRecords> {
  // The demo's key before the records that it seals: a missing key beside records is a lost one.
  const wrappers = await Promise.all(seals.flatMap((seal) => (seal ? [wrapperOf(seal, store)] : [])));
  const raw = await chooseStore(store);
  await raw.open();
  try {
    return { raw, wrappers, ring: await openKeyRing(raw, schools.keys(), wrappers) };
  } catch (fault) {
    await raw.close();
    throw fault;
  }
}

async function wrapperOf(seal: SealConfig, store: StoreConfig): Promise<Wrapper> {
  switch (seal.kind) {
    case 'key':
      return sealKeyWrapper(seal.setting, Buffer.from(seal.key, 'base64'));
    case 'vault': {
      // Both are slow to load, and seldom needed.
      const [{ keyVaultWrapper }, credential] = await Promise.all([import('../vault/key-vault.ts'), machine()]);
      return keyVaultWrapper({ url: seal.url, credential });
    }
    case 'file':
      return sealKeyWrapper(seal.file, sealKeyIn(seal.file, !areThere(store)));
    default:
      return seal satisfies never;
  }
}

async function chooseStore(config: StoreConfig): Promise<Store> {
  switch (config.kind) {
    case 'sqlite':
      return sqliteStore({ file: config.file });
    case 'azure-connection':
      return azureTablesStore({ connectionString: config.connectionString, table: 'lantern' });
    case 'azure-url':
      return azureTablesStore({ url: config.url, credential: await machine(), table: 'lantern' });
    default:
      return config satisfies never;
  }
}

/** The machine's managed identity. */
async function machine() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
