import { AsyncLocalStorage } from 'node:async_hooks';
import { RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { CommitResult } from '../app/store.ts';
import type { TextWrite } from './limits.ts';
import { toColumns } from './text.ts';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** What Azure answers when the condition of a write did not hold. */
const conflicts = ['EntityAlreadyExists', 'UpdateConditionNotSatisfied', 'ResourceNotFound'];

/** Etags as Azure hands them out. `*` and the empty text are none: sent along, they would overwrite anything. */
const issuedEtag = /^W\/"[^"\r\n]+"$/;

const etagsOfDeletes = new AsyncLocalStorage<readonly string[]>();

/** All the writes, or none. `table` must be {@link prepared}. */
export async function submit(
  table: TableClient,
  partition: string,
  writes: readonly TextWrite[],
  abortSignal: AbortSignal,
): Promise<CommitResult> {
  const forged = writes.find((write) => 'etag' in write && write.etag !== undefined && !issuedEtag.test(write.etag));
  if (forged) return { kind: 'conflict', key: forged.key };
  const actions = writes.map((write) => toAction(partition, write));
  const etags = writes.filter((write) => write.kind === 'delete').map((write) => write.etag ?? '*');
  try {
    await etagsOfDeletes.run(etags, () => table.submitTransaction(actions, { abortSignal }));
    return { kind: 'committed' };
  } catch (error) {
    return toConflict(error, writes);
  }
}

/** Makes the client of a table fit for {@link submit}. */
export function prepared(table: TableClient): TableClient {
  // First of all, since the policy that signs a request also measures it.
  table.pipeline.addPolicy(conditionalDeletes, { phase: 'Serialize' });
  table.pipeline.addPolicy(visibleFailures, { afterPhase: 'Retry' });
  return table;
}

/**
 * Puts the etags of our deletes into the body of a transaction. The SDK (13.3) has no place for them: it sends every
 * delete of a transaction with `If-Match: *`, which deletes whatever stands there.
 */
const conditionalDeletes: Policy = {
  name: 'lanternConditionalDeletes',
  sendRequest(request, next) {
    const etags = etagsOfDeletes.getStore() ?? [];
    if (etags.length > 0) request.body = withEtags(String(request.body), etags);
    return next(request);
  },
};

/**
 * Lets the SDK try a busy transaction again. Azure answers every transaction with 202 and puts "the server is busy"
 * inside, where the SDK's policy for retries does not look.
 */
const visibleFailures: Policy = {
  name: 'lanternVisibleFailures',
  async sendRequest(request, next) {
    const response = await next(request);
    const status = response.status === 202 ? /\r\nHTTP\/1\.1 (5\d\d) /.exec(response.bodyAsText ?? '')?.[1] : undefined;
    return status === undefined ? response : { ...response, status: Number(status) };
  },
};

/** The code of an error of Azure's: of a transaction it stands outside, of a single call inside. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof RestError)) return undefined;
  const details = error.details as { readonly odataError?: { readonly code?: string } } | undefined;
  return error.code ?? details?.odataError?.code;
}

/** No text of a row can look like this: in JSON, a line break is an escape. */
const unconditionalDelete = /(\r\nDELETE [^\r\n]+\r\n(?:[^\r\n]+\r\n)*?If-Match: )\*(?=\r\n)/gi;

function withEtags(body: string, etags: readonly string[]): string {
  const waiting = [...etags];
  const changed = body.replace(unconditionalDelete, (_, head: string) => head + waiting.shift());
  // Should an SDK to come write its deletes otherwise, nothing may be sent.
  if (waiting.length > 0) throw new Error('a delete of the transaction cannot be made conditional');
  return changed;
}

function toAction(partition: string, write: TextWrite): TransactionAction {
  const address = { partitionKey: partition, rowKey: write.key };
  switch (write.kind) {
    case 'insert':
      return ['create', { ...address, ...toColumns(write.text) }];
    case 'put':
      return ['upsert', { ...address, ...toColumns(write.text) }, 'Replace'];
    case 'replace':
      return ['update', { ...address, ...toColumns(write.text) }, 'Replace', { etag: write.etag }];
    case 'delete':
      return ['delete', address];
    default:
      return write satisfies never;
  }
}

/** Azure names the write that failed by its place, in front of the message: `1:The update condition …`. */
function toConflict(error: unknown, writes: readonly TextWrite[]): CommitResult {
  if (!(error instanceof RestError) || !conflicts.includes(errorCode(error) ?? '')) throw error;
  const place = /^(\d+):/.exec(error.message)?.[1];
  const failed = place === undefined ? undefined : writes[Number(place)];
  if (failed === undefined) throw error;
  return { kind: 'conflict', key: failed.key };
}
