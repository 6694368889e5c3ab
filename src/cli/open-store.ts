import type { Store } from '../app/store.ts';
import type { StoreConfig } from '../config.ts';
import { azureTablesStore } from '../store/azure-tables.ts';
import { sqliteStore } from '../store/sqlite.ts';

/** The store that the settings choose, open. Rejects with a StoreFault where it cannot be reached. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const store = await chooseStore(config);
  await store.open();
  return store;
}

async function chooseStore(config: StoreConfig): Promise<Store> {
  switch (config.kind) {
    case 'sqlite':
      return sqliteStore({ file: config.file });
    case 'azure-connection':
      return azureTablesStore({ connectionString: config.connectionString, table: 'lantern' });
    case 'azure-url': {
      const { DefaultAzureCredential } = await import('@azure/identity'); // slow to load, and seldom needed
      return azureTablesStore({ url: config.url, credential: new DefaultAzureCredential(), table: 'lantern' });
    }
    default:
      return config satisfies never;
  }
}
