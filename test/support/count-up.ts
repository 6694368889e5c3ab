/** A process of its own that counts up one row as often as it is told: `node count-up.ts <file> <times>`. */
import { argv } from 'node:process';
import type { Store } from '../../src/app/store.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';

const [file = '', times = '0'] = argv.slice(2);
const store = sqliteStore({ file });
await store.open();
for (let n = 0; n < Number(times); n++) await countUp(store);
await store.close();

async function countUp(store: Store): Promise<void> {
  const row = await store.get('school', 'count');
  const value = { n: Number(row?.value['n'] ?? 0) + 1 };
  const key = 'count';
  const write = row
    ? ({ kind: 'replace', key, value, etag: row.etag } as const)
    : ({ kind: 'insert', key, value } as const);
  const { kind } = await store.commit('school', [write]);
  if (kind === 'conflict') await countUp(store);
}
