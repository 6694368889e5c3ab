import { type Logger, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Log } from '../app/ports.ts';

/** How Lantern speaks to a workspace. */
export type SlackCredentials = {
  readonly signingSecret: string;
  readonly botToken: string;
  /** With it Slack's events come over a connection that Lantern opens, and no public address is needed. */
  readonly appToken?: string | undefined;
};

/** What every way to Slack's servers needs. */
export type Line = {
  readonly credentials: SlackCredentials;
  /** Where Slack's Web API is; Slack's own where absent. Ends with a slash. */
  readonly apiUrl?: string | undefined;
  /** How long one call may last, in milliseconds; 10,000 where absent. */
  readonly timeLimitMs?: number;
  /** Until Slack is tried again that could not be reached when a socket was opened, in milliseconds; 30,000 where absent. */
  readonly againMs?: number;
  readonly log: Log;
};

/** What the SDK's clients are made with: each call once and in time. Repeating is the outbox's work. */
export function clientOptions({ apiUrl, timeLimitMs = 10_000, log }: Line) {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    timeout: timeLimitMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent(log),
  };
}

/** A client for calls that answer nobody. */
export function webClient(line: Line): WebClient {
  return new WebClient(line.credentials.botToken, clientOptions(line));
}

/** The SDK's own lines may quote what people wrote, so only that there was one is kept. */
export function silent(log: Log): Logger {
  const note = () => log.warn({}, 'slack: the SDK reports a fault');
  const quiet = () => undefined;
  return {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: note,
    setLevel: quiet,
    getLevel: () => LogLevel.ERROR,
    setName: quiet,
  };
}
