import { inspect } from 'node:util';
import { traceOf } from '../app/trace.ts';

/** A running process, as what it starts sees it. */
export type Life = {
  /** Remembers how to undo what was just started. The last is undone first. */
  onStop(task: () => Promise<void>): void;
  /** Ends the process with 1, because of something that happened after the start. */
  end(reason: string): void;
};

/**
 * Runs `start`, then lives until SIGINT or SIGTERM, which undo all that was started; a second signal does not wait.
 * When `start` rejects, the process ends with 1 and the words that `explain` finds on stderr, or else the whole fault.
 */
export async function live(
  start: (life: Life) => Promise<void>,
  explain: (fault: unknown) => string | undefined,
): Promise<void> {
  const tasks: (() => Promise<void>)[] = [];
  let ending = false;
  const exit = async (code: number): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    process.exit((await undo(tasks)) ? code : 1);
  };
  const end = (reason: string): void => {
    if (ending) return;
    complain(reason);
    void exit(1);
  };
  process.on('SIGINT', () => exit(0)).on('SIGTERM', () => exit(0));
  process.on('uncaughtException', (fault) => end(inspect(traceOf(fault))));
  await start({ onStop: (task) => tasks.push(task), end }).catch((fault) => end(explain(fault) ?? inspect(fault)));
}

/** Whether all could be undone. One that cannot does not keep the others from it. */
async function undo(tasks: readonly (() => Promise<void>)[]): Promise<boolean> {
  let well = true;
  for (const task of tasks.toReversed()) {
    await task().catch((fault: unknown) => {
      complain(inspect(traceOf(fault)));
      well = false;
    });
  }
  return well;
}

function complain(reason: string): void {
  process.stderr.write(`Lantern has stopped. ${reason}\n`);
}
