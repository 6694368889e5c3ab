import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/app/store.ts';
import { azureTablesStore } from '../../src/store/azure-tables.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { connectionStringFor, startAzurite } from './azurite.ts';

/** A store whose files can be looked at. */
type Disk = {
  readonly store: Store;
  /** What lies on the disk, file by file. Afterwards the store may be out of reach. */
  bytes(): Promise<ReadonlyMap<string, Buffer>>;
  remove(): Promise<void>;
};

/** Every driver, keeping its rows in a folder of its own. */
export const disks = [
  { name: 'SQLite', build: sqliteDisk },
  { name: 'Azure Tables', build: azuriteDisk },
] as const;

async function sqliteDisk(): Promise<Disk> {
  const folder = newFolder();
  const store = sqliteStore({ file: join(folder, 'lantern.sqlite') });
  return { store, bytes: async () => filesIn(folder), remove: async () => rmSync(folder, { recursive: true }) };
}

/** Azurite writes everything to its file when it stops. */
async function azuriteDisk(): Promise<Disk> {
  const folder = newFolder();
  const azurite = await startAzurite(join(folder, 'tables.json'));
  const store = azureTablesStore({ connectionString: connectionStringFor(azurite.url), table: 'lantern' });
  return {
    store,
    async bytes() {
      await azurite.stop();
      return filesIn(folder);
    },
    async remove() {
      await azurite.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lantern-disk-'));
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** Which of these texts are somewhere in the bytes: in UTF-8 or UTF-16 whatever the case, in base64, or in hexadecimal. */
export function textsIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  const any = bytes.toString('latin1');
  const lower = any.toLowerCase();
  return texts.filter((text) => {
    const small = text.toLowerCase();
    const spelt = [Buffer.from(small), Buffer.from(small, 'utf16le')].map((one) => one.toString('latin1'));
    const hex = Buffer.from(text).toString('hex');
    return [...spelt, hex].some((one) => lower.includes(one)) || inBase64(text).some((one) => any.includes(one));
  });
}

/** The characters that a text has in base64 wherever it begins among the others. */
function inBase64(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}
