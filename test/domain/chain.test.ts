import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, digestOfHead, hashOf } from '../../src/app/record.ts';
import type { Case, CaseEvent, RecordedEvent } from '../../src/domain/case.ts';
import { type Checking, checkChain, clockSkew, type EventRow, type Flaw } from '../../src/domain/chain.ts';
import { emptyReport } from '../../src/domain/report.ts';

const start = Date.parse('2026-11-20T09:00:00.000Z');
const checking: Checking = {
  hashOf: (caseId, event) => hashOf(caseId, event as Omit<RecordedEvent, 'hash'>),
  digestOfHead,
  now: '2026-11-21T09:00:00.000Z',
};
const by = { id: 'dsl', name: 'Dana Sample', roles: ['dsl'] } as const;

type Chain = { readonly head: Case; readonly rows: readonly EventRow[] };

function newCase(id: string): Case {
  return {
    id,
    school: 'harbour',
    category: 'cyberbullying',
    severity: 'high',
    state: 'new',
    reportedAt: new Date(start).toISOString(),
    reporter: by,
    report: { ...emptyReport, what: 'something was said in a group chat' },
    route: { roles: ['dsl'], inChannel: true, told: [], excluded: [], rules: [] },
    rules: [],
    seq: 0,
    lastHash: '',
  };
}

/** A case in which these things were noted, a minute after one another. */
function chainOf(notes: readonly string[], id = 'AAAA-0001'): Chain {
  let head = newCase(id);
  const rows: EventRow[] = [];
  for (const [place, text] of notes.entries()) {
    const event: CaseEvent = { kind: 'noted', text };
    const { next, write } = append(head, event, new Date(start + place * 60_000).toISOString(), by);
    head = next;
    if (write.kind === 'insert') rows.push({ seq: next.seq, value: JSON.parse(JSON.stringify(write.value)) });
  }
  return { head, rows };
}

function check({ head, rows }: { head: unknown; rows: readonly EventRow[] }, id = 'AAAA-0001'): readonly Flaw[] {
  return checkChain(checking, id, head, rows);
}

const chains = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 12 }).map((notes) => chainOf(notes));
/** A chain and a place in it. */
const places = chains.chain((chain) => fc.tuple(fc.constant(chain), fc.nat(chain.rows.length - 1)));

/** The row with something in it changed. */
function changed({ seq, value }: EventRow, change: (event: Record<string, unknown>) => object): EventRow {
  return { seq, value: change(value as Record<string, unknown>) };
}

describe('the chain of a case', () => {
  it('has no flaw as it was written, whatever was noted', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(check(chain)).toEqual([]);
      }),
    );
  });

  const changes: readonly [string, (event: Record<string, unknown>) => object][] = [
    ['when', (event) => ({ ...event, at: '2026-11-20T08:59:59.000Z' })],
    ['who', (event) => ({ ...event, by: { ...by, name: 'Somebody Else' } })],
    ['that nobody did it', ({ by: _, ...event }) => event],
    ['what', (event) => ({ ...event, event: { kind: 'acknowledged' } })],
    ['something more', (event) => ({ ...event, aside: 'it was agreed' })],
    ['the digest of the head', (event) => ({ ...event, head: 'a'.repeat(64) })],
    ['no digest of the head', ({ head: _, ...event }) => event],
    ['the hash', (event) => ({ ...event, hash: 'b'.repeat(64) })],
    ['the hash before', (event) => ({ ...event, previous: 'c'.repeat(64) })],
    ['no event at all', () => ({})],
  ];
  it.each(changes)('shows an event in which %s was changed', (_what, change) => {
    fc.assert(
      fc.property(places, ([{ head, rows }, place]) => {
        const forged = rows.map((row, at) => (at === place ? changed(row, change) : row));
        expect(check({ head, rows: forged })).toContainEqual(expect.objectContaining({ seq: place + 1 }));
      }),
    );
  });

  it('shows any one character changed in any event', () => {
    fc.assert(
      fc.property(
        places,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        ([{ head, rows }, place], at, letter) => {
          const texts = rows.map(({ value }) => JSON.stringify(value));
          const text = texts[place] ?? '';
          const spot = at % text.length;
          const other = text.slice(0, spot) + letter + text.slice(spot + 1);
          const value = asJson(other);
          fc.pre(JSON.stringify(value) !== text);
          const forged = rows.map((row, where) => (where === place ? { ...row, value } : row));
          expect(check({ head, rows: forged })).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('shows a removed event, wherever it stood', () => {
    fc.assert(
      fc.property(places, ([{ head, rows }, place]) => {
        const flaws = check({ head, rows: rows.toSpliced(place, 1) });
        const last = place === rows.length - 1;
        const expected = last
          ? rows.length > 1
            ? { kind: 'cut-short', seq: rows.length, last: place }
            : { kind: 'cut-short', seq: 1, last: 0 }
          : { kind: 'missing', seq: place + 1 };
        expect(flaws).toContainEqual(expected);
      }),
    );
  });

  it('shows an end that was cut off, however long', () => {
    fc.assert(
      fc.property(places, ([{ head, rows }, kept]) => {
        const flaws = check({ head, rows: rows.slice(0, kept) });
        expect(flaws).toContainEqual({ kind: 'cut-short', seq: rows.length, last: kept });
      }),
    );
  });

  it('shows two events that changed places, whether or not their numbers were changed with them', () => {
    const twoPlaces = places.chain(([chain, one]) =>
      fc.tuple(fc.constant(chain), fc.constant(one), fc.nat(chain.rows.length - 1)),
    );
    fc.assert(
      fc.property(twoPlaces, fc.boolean(), ([{ head, rows }, one, other], renumbered) => {
        fc.pre(one !== other);
        const forged = rows.map(({ seq, value }, at) => {
          const from = at === one ? other : at === other ? one : at;
          const moved = from === at ? value : rows[from]?.value;
          return { seq, value: renumbered ? { ...(moved as object), seq } : moved };
        });
        const flaws = check({ head, rows: forged });
        for (const seq of [one + 1, other + 1]) expect(flaws).toContainEqual(expect.objectContaining({ seq }));
      }),
    );
  });

  it('shows an event that was put in, with the later ones moved on', () => {
    fc.assert(
      fc.property(places, ([{ head, rows }, place]) => {
        const copy = rows[place];
        const forged = rows.toSpliced(place, 0, copy ?? { seq: 0, value: {} });
        const renumbered = forged.map(({ value }, at) => ({
          seq: at + 1,
          value: { ...(value as object), seq: at + 1 },
        }));
        expect(check({ head, rows: renumbered })).not.toEqual([]);
      }),
    );
  });

  it('shows an event put on behind the last', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { next, write } = append(chain.head, { kind: 'acknowledged' }, checking.now, by);
        const value = write.kind === 'insert' ? write.value : {};
        const flaws = check({ head: chain.head, rows: [...chain.rows, { seq: next.seq, value }] });
        expect(flaws).toContainEqual({ kind: 'overlong', seq: chain.rows.length, last: chain.rows.length + 1 });
      }),
    );
  });

  it('shows a chain written anew from any place, when the head was forgotten', () => {
    fc.assert(
      fc.property(places, ([{ head, rows }, place]) => {
        const anew = chainOf(rows.map((_, at) => (at >= place ? `other ${at}` : `note ${at}`)));
        expect(check({ head, rows: anew.rows })).not.toEqual([]);
      }),
    );
  });

  it('shows events of another case', () => {
    const { head, rows } = chainOf(['a', 'b', 'c'], 'BBBB-0002');
    const flaws = check({ head: { ...head, id: 'AAAA-0001' }, rows });
    for (const seq of [1, 2, 3]) expect(flaws).toContainEqual({ kind: 'changed', seq });
  });

  it.each<[string, (head: Case) => object]>([
    ['report', (head) => ({ ...head, report: { ...head.report, what: 'nothing was said' } })],
    ['state', (head) => ({ ...head, state: 'closed' })],
    ['severity', (head) => ({ ...head, severity: 'low' })],
    ['reporter', (head) => ({ ...head, reporter: { ...by, id: 'teacher' } })],
    ['route', (head) => ({ ...head, route: { ...head.route, excluded: ['dsl'] } })],
    ['something new', (head) => ({ ...head, aside: true })],
  ])('shows a head whose %s was changed', (_what, change) => {
    const { head, rows } = chainOf(['a', 'b', 'c']);
    expect(check({ head: change(head), rows })).toEqual([{ kind: 'head-changed', seq: 3 }]);
  });

  it('shows a head that names another last event', () => {
    const { head, rows } = chainOf(['a', 'b']);
    expect(check({ head: { ...head, lastHash: 'd'.repeat(64) }, rows })).toEqual([{ kind: 'other-end', seq: 2 }]);
  });

  it('shows a head that is none', () => {
    const { rows } = chainOf(['a', 'b']);
    expect(check({ head: { id: 'AAAA-0001' }, rows })).toEqual([{ kind: 'unreadable', seq: 0 }]);
  });

  it('shows a head that never had an event', () => {
    expect(check({ head: newCase('AAAA-0001'), rows: [] })).toEqual([{ kind: 'missing', seq: 1 }]);
  });
});

describe('the times of a chain', () => {
  function twoEvents(second: number): Chain {
    const first = append(newCase('AAAA-0001'), { kind: 'opened' }, new Date(start).toISOString(), by);
    const then = append(first.next, { kind: 'opened' }, new Date(second).toISOString(), by);
    const rows = [first.write, then.write].map((write, at) => ({
      seq: at + 1,
      value: write.kind === 'insert' ? write.value : {},
    }));
    return { head: then.next, rows };
  }

  it('may run back as far as two servers’ clocks may disagree', () => {
    expect(check(twoEvents(start - clockSkew))).toEqual([]);
  });

  it('may not run back further', () => {
    expect(check(twoEvents(start - clockSkew - 1))).toEqual([{ kind: 'backwards', seq: 2 }]);
  });

  it('may not lie in the future', () => {
    const now = Date.parse(checking.now);
    expect(check(twoEvents(now + clockSkew))).toEqual([]);
    expect(check(twoEvents(now + clockSkew + 1))).toEqual([{ kind: 'future', seq: 2 }]);
  });
});

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
