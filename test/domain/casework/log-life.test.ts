import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case, CaseEvent } from '../../../src/domain/case.ts';
import { type Demands, mayPassOver, missingIn } from '../../../src/domain/casework/demands.ts';
import { logged } from '../../../src/domain/casework/log-of.ts';
import { type CaseRequest, decide } from '../../../src/domain/casework.ts';
import { categories, severities } from '../../../src/domain/filing.ts';
import {
  evidenceFates,
  evidenceSorts,
  haltReasons,
  incidentCounts,
  isHandsOff,
  isSenior,
  type LogEvent,
  outsideBodies,
  presences,
  sortsWithoutCopies,
  waysOfTelling,
} from '../../../src/domain/log.ts';
import { mayOn } from '../../../src/domain/permissions.ts';
import { bullying } from '../../support/log-cases.ts';
import { harbour, who } from '../../support/school.ts';

const person = fc.constantFrom(...harbour.people.map(({ id }) => id));
const worker = fc.constantFrom('dsl', 'dsl', 'deputy', 'head', 'itsupport');
const anybody = fc.oneof({ weight: 3, arbitrary: worker }, { weight: 1, arbitrary: person });
const words = fc.constantFrom('a few words', 'a few words', 'others', 'a screenshot', '');
const when = fc.constantFrom(
  undefined,
  undefined,
  { at: '2026-11-20T09:00:00.000Z' },
  { at: '2026-11-19T00:00:00.000Z', day: '2026-11-19' },
  { at: '2026-12-24T09:00:00.000Z' },
);
const demands: fc.Arbitrary<Demands> = fc.record({
  outside: fc.subarray(['police', 'lado', 'iwf'] as const, { maxLength: 2 }),
  parents: fc.boolean(),
  holdParents: fc.boolean(),
  handsOff: fc.boolean(),
  sanctions: fc.constantFrom('none' as const, ['c1', 'c2']),
});

function of<Kind extends CaseRequest['kind']>(
  kind: Kind,
  fields: { readonly [Key in keyof Omit<Extract<CaseRequest, { kind: Kind }>, 'kind'>]: fc.Arbitrary<unknown> },
): fc.Arbitrary<CaseRequest> {
  return fc.record({ kind: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<CaseRequest>;
}

const someone = anybody.map((id) => who(id));
const request = fc.oneof(
  of('investigate', { lead: someone, second: someone, computer: words }),
  of('investigate', { lead: fc.constant(who('dsl')), second: fc.constant(who('deputy')), computer: words }),
  of('check', { what: words, found: words, present: fc.constantFrom(...presences), when, elsewhere: words }),
  of('halt', { why: fc.constantFrom(...haltReasons), text: words }),
  of('resume', { reason: words }),
  of('conclude', { found: words }),
  of('viewed', { who: words, how: words, support: words, when }),
  of('evidence', { what: words, sort: fc.constantFrom(...evidenceSorts), holder: words, when, demands }),
  of('evidence-moved', {
    item: fc.constantFrom(1, 2, 3, 9),
    fate: fc.constantFrom(...evidenceFates),
    who: words,
    when,
  }),
  of('told-outside', { body: fc.constantFrom(...outsideBodies), who: words, number: words, when, advice: words }),
  of('not-told', { body: fc.constantFrom(...outsideBodies), reason: words }),
  of('parents', { whose: words, teller: words, how: fc.constantFrom(...waysOfTelling), when, agreed: words, demands }),
  of('parents-not', { whose: words, reason: words }),
  of('sanction', {
    sanction: fc.constantFrom('c1', 'c2', 'c9', 'other'),
    title: words,
    count: fc.constantFrom(...incidentCounts),
    whom: words,
    decided: words,
    until: fc.constantFrom('', '2026-12-01'),
    demands,
  }),
  of('close', { outcome: words, debrief: words, when, lessons: words, changes: words, anyway: words, demands }),
  of('reopen', { reason: words }),
  of('refile', {
    to: fc.record({ category: fc.constantFrom(...categories), severity: fc.constantFrom(...severities) }),
    reason: words,
  }),
  of('note', { text: words }),
);

const logKinds: readonly string[] = [
  'investigation-opened',
  'checked',
  'investigation-halted',
  'investigation-resumed',
  'investigation-ended',
  'viewed',
  'evidence-registered',
  'evidence-moved',
  'told-outside',
  'not-told-outside',
  'parents-told',
  'parents-not-told',
  'sanctioned',
] satisfies readonly LogEvent['kind'][];

function isOfLog(event: CaseEvent): event is LogEvent {
  return logKinds.includes(event.kind);
}

/** What must hold of one step, by whomever and whatever was done. */
function expectSound(before: Case, next: Case, event: CaseEvent, asked: CaseRequest, by: string): void {
  const { investigation: now } = next.log ?? {};
  const was = before.log?.investigation;
  if (now) {
    expect(now.lead.id).not.toBe(now.second.id);
    expect([now.lead, now.second].some(isSenior)).toBe(true);
    expect([now.lead.id, now.second.id]).not.toContain(next.reporter.id);
  }
  if (event.kind === 'investigation-opened')
    for (const one of [event.lead, event.second]) expect(mayOn(one, 'open', before)).toBe(true);
  // After abuse imagery nothing is looked at again, whatever is done later.
  if (before.log?.imagery) {
    expect(next.log?.imagery).toBe(true);
    expect(['checked', 'investigation-opened', 'investigation-resumed', 'sanctioned']).not.toContain(event.kind);
  }
  if (was?.state === 'halted' && now?.state === 'open') expect(event.kind).toBe('investigation-resumed');
  if (isHandsOff(before)) {
    expect(event.kind).not.toBe('sanctioned');
    if (event.kind === 'evidence-registered') expect(sortsWithoutCopies).toContain(event.sort);
  }
  if (before.state === 'closed') expect(['told-outside', 'evidence-moved', 'reopened', 'noted']).toContain(event.kind);
  if (asked.kind === 'close' && event.kind === 'closed') {
    const missing = missingIn(before, asked.demands);
    expect(event.anyway?.missing ?? []).toEqual(missing);
    expect(mayPassOver(before, missing)).toBe(true);
  }
  for (const item of next.log?.evidence?.held ?? [])
    expect(item.number).toBeLessThanOrEqual(next.log?.evidence?.count ?? 0);
  expect(mayOn(who(by), 'note', before)).toBe(true);
}

it('random people do random things: the rules hold at every step, and the head is what the events come to', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.tuple(anybody, request), { minLength: 5, maxLength: 40 }), (acts) => {
      let current = bullying();
      const events: CaseEvent[] = [];
      for (const [by, asked] of acts) {
        const now = `2026-11-20T1${Math.min(9, events.length % 10)}:00:00.000Z`;
        const decision = decide(current, asked, who(by), now, harbour);
        if (decision.kind !== 'done') continue;
        expectSound(current, decision.next, decision.event, asked, by);
        events.push(decision.event);
        seen.add(decision.event.kind);
        if (isOfLog(decision.event)) {
          // The event alone, as the record keeps it, leads from one head to the next.
          const kept = JSON.parse(JSON.stringify(decision.event)) as LogEvent;
          expect(logged(current, kept, now)).toEqual(decision.next);
        } else {
          expect(decision.next.log).toEqual(current.log);
        }
        current = decision.next;
      }
      const told = events.filter(({ kind }) => kind === 'checked').length;
      expect(told).toBeGreaterThanOrEqual(current.log?.investigation?.checked ?? 0);
      expect(events.filter(({ kind }) => kind === 'evidence-registered').length).toBe(
        current.log?.evidence?.count ?? 0,
      );
      expect(current.state === 'closed').toBe(current.closed !== undefined);
    }),
    { numRuns: 1_500 },
  );
  expect(logKinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['closed', 'reopened', 'refiled']));
}, 60_000);
