import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Broken, Delivery } from '../app/messenger.ts';

/** A failed {@link Delivery}. */
export type Failure = Exclude<Delivery, { kind: 'sent' }>;

/** A channel that asks us to wait longer than this is asked again after it, in milliseconds. */
const longestWait = 3_600_000;

/** What Slack calls faults that pass by themselves. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'org_login_required',
]);

/** What only an administrator can mend, by Slack's own words for it. */
const brokenBy: Readonly<Record<string, Broken>> = {
  token_revoked: 'app',
  token_expired: 'app',
  invalid_auth: 'app',
  not_authed: 'app',
  account_inactive: 'app',
  app_uninstalled: 'app',
  team_access_not_granted: 'app',
  missing_scope: 'app',
  no_permission: 'app',
  access_denied: 'app',
  channel_not_found: 'channel',
  is_archived: 'channel',
  not_in_channel: 'channel',
  restricted_action: 'channel',
  user_not_found: 'person',
  user_disabled: 'person',
  users_not_found: 'person',
  cannot_dm_bot: 'person',
};

/**
 * What a failed call to Slack means. Of the error only Slack's own word is kept: its text may quote the message.
 * `inChat`: it was for one person, so a channel that is not found is a person who is not there.
 */
export function failure(error: unknown, inChat: boolean): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', why: 'ratelimited', afterMs: Math.min(error.retryAfter * 1_000, longestWait) };
  }
  if (error instanceof WebAPIHTTPError) return byStatus(error);
  if (!(error instanceof WebAPIPlatformError)) return { kind: 'later', why: `no answer (${faultOf(error)})` };
  const why = wordOf(error);
  if (why === 'ratelimited' || passing.has(why)) return { kind: 'later', why };
  const broken = brokenBy[why];
  if (!broken) return { kind: 'refused', why };
  return { kind: 'refused', why, broken: broken === 'channel' && inChat ? 'person' : broken };
}

function byStatus({ statusCode }: WebAPIHTTPError): Failure {
  const why = `status ${statusCode}`;
  return statusCode >= 500 || statusCode === 408 ? { kind: 'later', why } : { kind: 'refused', why };
}

/** Slack's word for what went wrong, if it looks like one. */
function wordOf({ data }: WebAPIPlatformError): string {
  return /^[a-z_]{1,60}$/.test(data.error) ? data.error : 'unknown';
}

/** What kind of fault it was, for the log: never its text, which may quote somebody. */
export function faultOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return wordOf(error);
  return error instanceof Error ? error.name.slice(0, 60) : 'unknown';
}
