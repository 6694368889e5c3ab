import type { Store } from '../../src/app/store.ts';

/** A store whose next turn can be held up. */
export type SlowStore = Store & {
  /** The next commit of a turn takes so many milliseconds longer. */
  holdUp(milliseconds: number): void;
  /** Resolves when the commit that was held up has been made. */
  caughtUp(): Promise<void>;
};

/** The same store, to be held up. Only what marks an event as seen is: the outbox goes on. */
export function slow(store: Store): SlowStore {
  let wait = 0;
  let held = Promise.withResolvers<void>();
  return {
    open: () => store.open(),
    close: () => store.close(),
    get: (partition, key) => store.get(partition, key),
    list: (partition, range) => store.list(partition, range),
    async commit(partition, writes) {
      const mine = writes.some(({ key }) => key.startsWith('seen:')) ? wait : 0;
      if (mine === 0) return store.commit(partition, writes);
      wait = 0;
      await new Promise((resolve) => setTimeout(resolve, mine));
      const result = await store.commit(partition, writes);
      held.resolve();
      return result;
    },
    holdUp(milliseconds) {
      wait = milliseconds;
      held = Promise.withResolvers();
    },
    caughtUp: () => held.promise,
  };
}
