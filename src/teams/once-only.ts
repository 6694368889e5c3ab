import type { ConnectorClient } from 'botframework-connector';

type Request = { timeout: number };
type Policy = { name: string; sendRequest(request: Request, next: (request: Request) => unknown): unknown };

/** The part of the SDK's private HTTP client that decides how often and how long a call is tried. */
type Insides = {
  readonly client: {
    readonly pipeline: {
      removePolicy(which: { name: string }): readonly unknown[];
      addPolicy(policy: Policy): void;
    };
  };
};

/**
 * A connector that makes each call once, and within so many milliseconds. The SDK repeats a POST that failed up to
 * three times and waits out a 429 itself, which would send messages twice and hold a turn up; repeating is the
 * outbox's work. It offers no setting for that (`noRetryPolicy` is ignored), so the policy is taken out by its name.
 * @throws Error when the SDK's insides are not as expected
 */
export function onceOnly(connector: ConnectorClient, timeLimitMs: number): ConnectorClient {
  const { pipeline } = (connector as unknown as Insides).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('the Bot Framework connector no longer has the retry policy we know');
  pipeline.addPolicy({
    name: 'lanternTimeLimit',
    sendRequest(request, next) {
      request.timeout = timeLimitMs;
      return next(request);
    },
  });
  return connector;
}
