/**
 * The store port. One table; a partition is one school; rows are found by point or by range of row key.
 * The contract every driver passes is `test/contract/store*.test.ts`.
 */

/** What a row holds: anything JSON can say. */
export type Value = { readonly [key: string]: unknown };

/** A row as it was read. `etag` changes with every write of the row. */
export type Row = { readonly key: string; readonly value: Value; readonly etag: string };

/** One conditional write. In one transaction a key may stand once. */
export type Write =
  /** Fails if the row exists. */
  | { readonly kind: 'insert'; readonly key: string; readonly value: Value }
  /** Fails unless the row stands as it was read. */
  | { readonly kind: 'replace'; readonly key: string; readonly value: Value; readonly etag: string }
  /** Writes whatever stood there. */
  | { readonly kind: 'put'; readonly key: string; readonly value: Value }
  /** Fails unless the row stands as it was read or, without `etag`, unless there is one. */
  | { readonly kind: 'delete'; readonly key: string; readonly etag?: string };

/**
 * All was written, or nothing was: `key` is the first write whose condition did not hold. The other one may be the
 * caller's own earlier try whose answer was lost, so a conflict is always followed by reading again.
 */
export type CommitResult = { readonly kind: 'committed' } | { readonly kind: 'conflict'; readonly key: string };

/** Keys from `from` (inclusive) up to `to` (exclusive), in code unit order of ASCII. */
export type Range = {
  readonly from: string;
  readonly to: string;
  /** At most this many rows; 1 to 1,000. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string;
};

/** A page of rows in key order; `next` is there when more may follow. */
export type Page = { readonly rows: readonly Row[]; readonly next?: string };

/** Where everything is kept. A method rejects with {@link StoreFault} or {@link StoreLimit}, never with an SDK's error. */
export type Store = {
  /** Ready to serve; creates what is missing. */
  open(): Promise<void>;
  /** A row, or undefined where there is none. An outage is a fault, never "not found". */
  get(partition: string, key: string): Promise<Row | undefined>;
  list(partition: string, range: Range): Promise<Page>;
  /** All or nothing. At most {@link mostWrites} writes, each key once. */
  commit(partition: string, writes: readonly Write[]): Promise<CommitResult>;
  close(): Promise<void>;
};

/** The most writes of one transaction (Azure Table Storage). */
export const mostWrites = 100;

/**
 * The store did not do its work: unreachable, broken, out of room. Nothing may have been saved, or (after a lost answer)
 * all of it: a repeat must be harmless, as the mark of a seen event makes it.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  constructor(driver: string, operation: string, cause: unknown) {
    super(`${driver}: ${operation} failed`, { cause });
  }
}

/** A row breaks a limit of Azure Table Storage, which every driver keeps. Nothing was saved. */
export class StoreLimit extends Error {
  override readonly name = 'StoreLimit';
}
