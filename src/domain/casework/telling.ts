import type { LogEvent, OutsideBody, WayOfTelling } from '../log.ts';
import type { Demands } from './demands.ts';
import { blank, closed, done, type Handlers } from './handler.ts';
import { logged } from './log-of.ts';
import { type Said, toCome, whenOf } from './times.ts';

/** Who beyond the school's own people was told, or why not. Lantern tells nobody outside itself. */
export type TellingRequest =
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      readonly when: Said | undefined;
      readonly advice: string;
    }
  | { readonly kind: 'not-told'; readonly body: OutsideBody; readonly reason: string }
  | {
      readonly kind: 'parents';
      readonly whose: string;
      readonly teller: string;
      readonly how: WayOfTelling;
      readonly when: Said | undefined;
      /** Who decided that they may be told; wanted where the policy holds it back. */
      readonly agreed: string;
      readonly demands: Pick<Demands, 'holdParents'>;
    }
  | { readonly kind: 'parents-not'; readonly whose: string; readonly reason: string };

/** See {@link TellingRequest}. What outside bodies say later belongs to a closed case too. */
export const telling: Handlers<TellingRequest> = {
  'told-outside': {
    needs: 'escalate',
    obstacle: (_, { who, number, when }, __, now) => blank(who, number) ?? toCome(when, now),
    carryOut: (current, { body, who, number, when, advice }, _, now) => {
      const said = advice.trim() === '' ? {} : { advice };
      const event: LogEvent = { kind: 'told-outside', body, who, number, when: whenOf(when, now), ...said };
      return done(logged(current, event, now), event, [], false);
    },
  },
  'not-told': {
    needs: 'escalate',
    obstacle: (current, { body, reason }) => closed(current) ?? blank(reason) ?? alreadyTold(current.log?.told, body),
    carryOut: (current, { body, reason }, _, now) => {
      const event: LogEvent = { kind: 'not-told-outside', body, reason };
      return done(logged(current, event, now), event, [], false);
    },
  },
  parents: {
    needs: 'escalate',
    obstacle: (current, { whose, teller, agreed, demands, when }, _, now) =>
      closed(current) ?? blank(whose, teller, ...(demands.holdParents ? [agreed] : [])) ?? toCome(when, now),
    carryOut: (current, { whose, teller, how, when, agreed }, _, now) => {
      const decided = agreed.trim() === '' ? {} : { agreed };
      const event: LogEvent = { kind: 'parents-told', whose, teller, how, when: whenOf(when, now), ...decided };
      return done(logged(current, event, now), event, [], false);
    },
  },
  'parents-not': {
    needs: 'escalate',
    obstacle: (current, { whose, reason }) => closed(current) ?? blank(whose, reason),
    carryOut: (current, { whose, reason }, _, now) => {
      const event: LogEvent = { kind: 'parents-not-told', whose, reason };
      return done(logged(current, event, now), event, [], false);
    },
  },
};

function alreadyTold(told: readonly OutsideBody[] = [], body: OutsideBody) {
  return told.includes(body) ? ({ kind: 'too-late', why: 'told-already' } as const) : undefined;
}
