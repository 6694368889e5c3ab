import { CloudAdapter, type TurnContext } from 'botbuilder';
import { type AuthenticateRequestResult, AuthenticationError } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import { LanternAuthentication, type Line, usualTimeLimitMs } from './connectors.ts';
import { faultOf, TimeLimit, withinLimit } from './delivery.ts';

/** What a caller's token proved. */
export type Check =
  | { readonly kind: 'known'; readonly caller: AuthenticateRequestResult }
  /** No token, or one that is not for us. */
  | { readonly kind: 'unknown'; readonly fault: string }
  /** Microsoft's keys could not be had, so nobody can be checked just now. */
  | { readonly kind: 'cannot-tell'; readonly fault: string };

/**
 * The SDK's CloudAdapter in two steps, checking the caller and running the turn. Its own `process` does both at once,
 * answers a forged token with 500, and puts the text of errors into the answer and onto the console.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #timeLimitMs: number;

  constructor(line: Line) {
    super(new LanternAuthentication(line));
    this.#timeLimitMs = line.timeLimitMs ?? usualTimeLimitMs;
  }

  async check(raw: object, header: string): Promise<Check> {
    const activity = raw as Activity;
    // For other channels the SDK has other rules, one of them (`AseChannel`) without a look at the service's address.
    if (activity.channelId !== 'msteams') return { kind: 'unknown', fault: 'not from Teams' };
    try {
      const checking = this.botFrameworkAuthentication.authenticateRequest(activity, header);
      // The SDK fetches Microsoft's keys without any limit of time.
      return { kind: 'known', caller: await withinLimit(checking, this.#timeLimitMs) };
    } catch (error) {
      return { kind: isOutage(error) ? 'cannot-tell' : 'unknown', fault: faultOf(error) };
    }
  }

  /** Runs one turn. `expectReplies` would keep what is said from being sent, so the adapter is not told of it. */
  async run(caller: AuthenticateRequestResult, raw: object, logic: (context: TurnContext) => Promise<void>) {
    const { deliveryMode, ...activity } = raw as Activity;
    await this.processActivity(caller, activity as Activity, logic);
  }
}

/** The SDK gives 401 to what is wrong with a token, and 500 to not reaching the keys, unless `fetch` itself failed. */
function isOutage(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof TimeLimit || (error instanceof Error && error.name === 'FetchError');
}
