import { odata, TableClient, type TableEntityResult } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import type { Page, Range, Row, Store } from '../app/store.ts';
import { errorCode, prepared, submit } from './azure-transaction.ts';
import { guarded, opened, toPage } from './guard.ts';
import { checkAddress, checkedWrites, checkRange } from './limits.ts';
import { type Columns, fromColumns, fromText } from './text.ts';

/** Which table of which account, and who we are there. */
type AzureTablesOptions = (
  | { readonly connectionString: string }
  | { readonly url: string; readonly credential: TokenCredential }
) & {
  readonly table: string;
  /** Milliseconds that one call may take, with every retry; 10,000 unless told. */
  readonly timeLimit?: number;
};

/**
 * The store of many replicas: Azure Table Storage, or Azurite. A busy or unreachable service is tried again three times
 * with growing pauses. `open` and `close` may be called again; between them everything works, outside nothing does.
 *
 * A transaction whose answer was lost on the way is sent again, and then meets its own rows: it is a conflict although
 * it was saved. Whoever reads again after a conflict finds them.
 */
export function azureTablesStore(options: AzureTablesOptions): Store {
  let table: TableClient | undefined;
  const run = <T>(operation: string, work: (signal: AbortSignal) => Promise<T>) =>
    guarded('azure-tables', operation, () => within(options.timeLimit ?? 10_000, work));
  return {
    open: () =>
      run('open', async (abortSignal) => {
        const client = connect(options);
        await client.createTable({ abortSignal });
        table = client;
      }),
    get: (partition, key) =>
      run('get', async (signal) => {
        checkAddress(partition, key);
        return readRow(opened(table), partition, key, signal);
      }),
    list: (partition, range) =>
      run('list', async (signal) => {
        checkRange(partition, range);
        return readPage(opened(table), partition, range, signal);
      }),
    commit: (partition, writes) =>
      run('commit', async (signal) => submit(opened(table), partition, checkedWrites(partition, writes), signal)),
    close: async () => {
      table = undefined;
    },
  };
}

/** Gives up after `limit` milliseconds, also on work that takes no notice of its signal. */
async function within<T>(limit: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(limit);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work(signal), late]);
}

function connect(options: AzureTablesOptions): TableClient {
  const settings = { retryOptions: { maxRetries: 3, retryDelayInMs: 250 } };
  if ('url' in options) return prepared(new TableClient(options.url, options.table, options.credential, settings));
  // For Azurite: a connection string may say http. A URL may not, since a token would travel with it.
  const local = { ...settings, allowInsecureConnection: true };
  return prepared(TableClient.fromConnectionString(options.connectionString, options.table, local));
}

async function readRow(
  table: TableClient,
  partition: string,
  key: string,
  abortSignal: AbortSignal,
): Promise<Row | undefined> {
  try {
    return toRow(await table.getEntity<Columns>(partition, key, { abortSignal }));
  } catch (error) {
    // Only the row may be missing. A missing table answers 404 as well, and is an outage.
    if (errorCode(error) === 'ResourceNotFound') return undefined;
    throw error;
  }
}

/** Azure may stop a page short of what was asked for, even empty, and go on in the next. */
async function readPage(table: TableClient, partition: string, range: Range, abortSignal: AbortSignal): Promise<Page> {
  const entities = table.listEntities<Columns>({ queryOptions: { filter: toFilter(partition, range) }, abortSignal });
  const rows: Row[] = [];
  for await (const page of entities.byPage({ maxPageSize: range.limit })) {
    rows.push(...page.map(toRow));
    if (rows.length >= range.limit) break;
  }
  return toPage(rows, range);
}

function toFilter(partition: string, { from, to, after = '' }: Range): string {
  const start = after < from ? odata`RowKey ge ${from}` : odata`RowKey gt ${after}`;
  return `${odata`PartitionKey eq ${partition}`} and ${start} and ${odata`RowKey lt ${to}`}`;
}

function toRow({ rowKey, etag, ...columns }: TableEntityResult<Columns>): Row {
  return { key: rowKey ?? '', value: fromText(fromColumns(columns)), etag };
}
