import type { Case } from '../case.ts';
import {
  type EvidenceFate,
  type EvidenceItem,
  type EvidenceSort,
  type LogEvent,
  mostHeld,
  sortsWithoutCopies,
} from '../log.ts';
import { type Demands, forbidsCopies } from './demands.ts';
import { blank, closed, type Decision, done, type Handlers } from './handler.ts';
import { logged } from './log-of.ts';
import { type Said, toCome, whenOf } from './times.ts';

/** What goes into the register of evidence: a description and who holds it, never a file (rule of safety 3). */
export type EvidenceRequest =
  | {
      readonly kind: 'evidence';
      readonly what: string;
      readonly sort: EvidenceSort;
      readonly holder: string;
      readonly when: Said | undefined;
      readonly demands: Pick<Demands, 'handsOff'>;
    }
  | {
      readonly kind: 'evidence-moved';
      /** Its number in the register. */
      readonly item: number;
      readonly fate: EvidenceFate;
      readonly who: string;
      readonly when: Said | undefined;
    };

/** See {@link EvidenceRequest}. A device can come back long after a case is closed, so that is recorded all the same. */
export const evidence: Handlers<EvidenceRequest> = {
  evidence: {
    needs: 'note',
    obstacle: (current, request, _, now) =>
      closed(current) ??
      blank(request.what, request.holder) ??
      aCopy(current, request) ??
      full(current) ??
      toCome(request.when, now),
    carryOut: (current, { what, sort, holder, when }, _, now) => {
      const number = (current.log?.evidence?.count ?? 0) + 1;
      const event: LogEvent = { kind: 'evidence-registered', number, what, sort, holder, since: whenOf(when, now) };
      return done(logged(current, event, now), event, [], false);
    },
  },
  'evidence-moved': {
    needs: 'note',
    obstacle: (current, { item, who, when }, _, now) => blank(who) ?? unknown(current, item) ?? toCome(when, now),
    carryOut: (current, { item, fate, who, when }, _, now) => {
      const { what = '', holder: from = '' } = itemOf(current, item) ?? {};
      const event: LogEvent = { kind: 'evidence-moved', number: item, what, from, fate, who, when: whenOf(when, now) };
      return done(logged(current, event, now), event, [], false);
    },
  },
};

/** Of a nude or abuse imagery no picture is ever registered: it stays on the device, and words are enough. */
function aCopy(
  current: Case,
  { what, sort, demands }: Extract<EvidenceRequest, { kind: 'evidence' }>,
): Decision | undefined {
  if (!forbidsCopies(current, demands)) return undefined;
  const copy = !sortsWithoutCopies.includes(sort) || (sort !== 'device' && saysCopy.test(what));
  return copy ? { kind: 'invalid', why: 'no-copies' } : undefined;
}

/** Words for a copy where a description was to stand. */
const saysCopy =
  /\bscreen ?-?(?:shot|grab|recording)s?\b|\bprint ?-?outs?\b|\bprinted\b|\bphotocop\w+|\bcop(?:y|ies) of\b/i;

function full({ log }: Case): Decision | undefined {
  return (log?.evidence?.held.length ?? 0) >= mostHeld ? { kind: 'invalid', why: 'register-full' } : undefined;
}

function unknown(current: Case, number: number): Decision | undefined {
  return itemOf(current, number) ? undefined : { kind: 'invalid', why: 'not-held' };
}

function itemOf({ log }: Case, number: number): EvidenceItem | undefined {
  return log?.evidence?.held.find((item) => item.number === number);
}
