import type { KeyRing } from '../app/keys/key-ring.ts';
import { openKeyRing } from '../app/keys/open-key-ring.ts';
import { sealKeyWrapper, type Wrapper } from '../app/keys/wrapper.ts';
import type { Sealer } from '../app/ports.ts';
import { type SealedStoreOptions, sealedStore } from '../app/sealed-store.ts';
import { createSealer } from '../app/sealer.ts';
import type { Store } from '../app/store.ts';
import type { Config, SealConfig, StoreConfig } from '../config.ts';
import { azureTablesStore } from '../store/azure-tables.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { sealKeyIn } from './seal-key-file.ts';

/** The records of every school, readable. */
export type Records = { readonly store: Store; readonly sealer: Sealer };

/** The store as it lies on disk, and what opens it. */
export type RawRecords = { readonly raw: Store; readonly ring: KeyRing; readonly wrappers: readonly Wrapper[] };

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
  const raw = await chooseStore(store);
  await raw.open();
  try {
    const wrappers = await Promise.all(seals.flatMap((seal) => (seal ? [wrapperOf(seal)] : [])));
    return { raw, wrappers, ring: await openKeyRing(raw, schools.keys(), wrappers) };
  } catch (fault) {
    await raw.close();
    throw fault;
  }
}

async function wrapperOf(seal: SealConfig): Promise<Wrapper> {
  switch (seal.kind) {
    case 'key':
      return sealKeyWrapper(seal.setting, Buffer.from(seal.key, 'base64'));
    case 'vault': {
      // Both are slow to load, and seldom needed.
      const [{ keyVaultWrapper }, credential] = await Promise.all([import('../vault/key-vault.ts'), machine()]);
      return keyVaultWrapper({ url: seal.url, credential });
    }
    case 'file':
      return sealKeyWrapper(seal.file, sealKeyIn(seal.file));
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
