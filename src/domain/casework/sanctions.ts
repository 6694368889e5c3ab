import { type IncidentCount, isHandsOff, type LogEvent, ownSanction } from '../log.ts';
import type { Demands } from './demands.ts';
import { blank, closed, type Decision, done, type Handlers } from './handler.ts';
import { logged } from './log-of.ts';

/** What people decided for somebody who broke the rules. Lantern only suggests, and never applies anything. */
export type SanctionRequest = {
  readonly kind: 'sanction';
  /** The id of one of the policy's, or {@link ownSanction}. */
  readonly sanction: string;
  readonly title: string;
  readonly count: IncidentCount;
  readonly whom: string;
  readonly decided: string;
  /** Last day of a block, `YYYY-MM-DD`, or empty. */
  readonly until: string;
  readonly demands: Pick<Demands, 'sanctions'>;
};

/** See {@link SanctionRequest}. */
export const sanctions: Handlers<SanctionRequest> = {
  sanction: {
    needs: 'close',
    obstacle: (current, request) =>
      closed(current) ??
      (isHandsOff(current) ? noSanctions : notOffered(request)) ??
      blank(request.whom, request.decided),
    carryOut: (current, { sanction, title, count, whom, decided, until }, _, now) => {
      const block = until === '' ? {} : { until };
      const event: LogEvent = { kind: 'sanctioned', sanction, title, count, whom, decided, ...block };
      return done(logged(current, event, now), event, [], false);
    },
  },
};

const noSanctions: Decision = { kind: 'invalid', why: 'no-sanctions' };

/** Only what the policy has for such a case, or what the school decides by another of its policies. */
function notOffered({ sanction, demands }: SanctionRequest): Decision | undefined {
  if (demands.sanctions === 'none') return noSanctions;
  return sanction === ownSanction || demands.sanctions.includes(sanction) ? undefined : noSanctions;
}
