import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'vitest';
import { type Cover, coverKey } from '../../src/app/keys/cover-key.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import type { Store } from '../../src/app/store.ts';
import { azureTablesStore } from '../../src/store/azure-tables.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { connectionStringFor, startAzurite } from './azurite.ts';
import { fixedRing } from './sealer.ts';

/** Somewhere to keep rows, empty at first. */
type Home = {
  /** Another handle on the same rows, not open yet. */
  readonly store: () => Store;
  /** After this the rows can no longer be reached. */
  readonly outage: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A driver and a way to try it on the real thing. */
type Driver = { readonly name: string; readonly build: () => Promise<Home> };

/** Every driver that keeps the store port. */
export const drivers: readonly Driver[] = [
  { name: 'SQLite', build: sqliteHome },
  { name: 'Azure Tables', build: azuriteHome },
];

/** Every driver with its rows sealed, as Lantern uses them. */
export const sealedDrivers = drivers.map((driver) => sealed(driver, coverKey));

/** Every driver with values sealed and keys as they are, for keys that are none of Lantern's own. */
export const sealedValueDrivers = drivers.map((driver) => sealed(driver, (_, key) => key));

function sealed({ name, build }: Driver, cover: Cover): Driver {
  const sealedHome = async (): Promise<Home> => {
    const home = await build();
    return { ...home, store: () => sealedStore(home.store(), fixedRing, { cover }) };
  };
  return { name: `${name}, sealed`, build: sealedHome };
}

/** A `test` that gives each test a home of its own, with a store in it that is open. */
export function testOn(driver: Driver) {
  return test
    .extend('driver', driver)
    .extend('home', async ({ driver: { build } }, { onCleanup }) => {
      const home = await build();
      onCleanup(home.remove);
      return home;
    })
    .extend('store', async ({ home }, { onCleanup }) => {
      const store = home.store();
      await store.open();
      onCleanup(() => store.close());
      return store;
    });
}

async function sqliteHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-store-'));
  const file = join(folder, 'new', 'lantern.db');
  return {
    store: () => sqliteStore({ file }),
    outage: async () => {
      const vandal = new DatabaseSync(file);
      vandal.exec('DROP TABLE rows');
      vandal.close();
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function azuriteHome(): Promise<Home> {
  const azurite = await startAzurite();
  return {
    store: () => azureTablesStore({ connectionString: connectionStringFor(azurite.url), table: 'lantern' }),
    outage: azurite.stop,
    remove: azurite.stop,
  };
}
