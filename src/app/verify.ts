import { z } from 'zod';
import type { Case, CaseId, Instant } from '../domain/case.ts';
import { type Checking, checkChain, type EventRow, type Flaw } from '../domain/chain.ts';
import { severities } from '../domain/filing.ts';
import { all } from './compose.ts';
import { openKey, openLine } from './effects.ts';
import { digestOfHead, hashOf } from './record.ts';
import { key, under } from './rows.ts';
import type { Row, Store } from './store.ts';

/** What is wrong with a school's cases beyond their own chains. */
export type ListFlaw =
  /** Events without the case that they belong to. */
  | { readonly kind: 'no-head' }
  /** Neither the case nor anything of it. */
  | { readonly kind: 'not-there' }
  /** The case is open, but no line of the list of open cases stands for it, or the line says something else. */
  | { readonly kind: 'not-listed' | 'listed-otherwise' }
  /** A line of the list of open cases stands for a case that is closed, that is not there, or has one already. */
  | { readonly kind: 'wrongly-listed' }
  /** No list of a reporter's own reports has it. */
  | { readonly kind: 'not-in-own-list' }
  /** A list of a reporter's own reports has a case that is not there. */
  | { readonly kind: 'only-in-own-list' };

/** One thing that is wrong with one case. */
export type FoundFlaw = { readonly caseId: CaseId; readonly flaw: Flaw | ListFlaw };

/** A case as an anchor remembers it: how many events it has, and the hash of the last. */
export type CaseMark = { readonly id: CaseId; readonly seq: number; readonly hash: string };

/** What came of looking at all of a school's cases. */
export type Verified = {
  readonly events: number;
  /** One for each case that has a head, in the order of their references. */
  readonly marks: readonly CaseMark[];
  readonly found: readonly FoundFlaw[];
};

/** Where to look, and when. */
export type Looking = { readonly store: Store; readonly school: string; readonly now: Instant };

/** Everything that belongs to one case. */
type Evidence = {
  readonly head: Row | undefined;
  readonly events: readonly EventRow[];
  /** Lines of the list of open cases that stand for it. */
  readonly listed: readonly Row[];
  readonly inOwnList: boolean;
};

/**
 * Looks at every case of a school. People go on working meanwhile: what seems wrong is looked at again by itself, at a
 * moment when nobody was writing to it.
 */
export async function verifySchool(looking: Looking): Promise<Verified> {
  const lists = await readLists(looking);
  const seen = new Set<CaseId>();
  const suspects = new Set<CaseId>();
  let events = 0;
  for await (const [id, rows] of eventsByCase(looking)) {
    seen.add(id);
    events += rows.length;
    if (flawsOf(looking, id, evidenceIn(lists, id, rows)).length > 0) suspects.add(id);
  }
  const silent = [...lists.heads.keys(), ...lists.open.keys(), ...lists.own].filter((id) => !seen.has(id));
  const found: FoundFlaw[] = [];
  for (const id of [...new Set([...suspects, ...silent])].toSorted()) {
    for (const flaw of await verifyCase(looking, id, lists)) found.push({ caseId: id, flaw });
  }
  return { events, marks: [...lists.heads.values()].flatMap(markOf), found };
}

/** Looks at one case, and at its places in lists. */
export async function verifyOne(looking: Looking, id: CaseId): Promise<readonly (Flaw | ListFlaw)[]> {
  const flaws = await verifyCase(looking, id, { heads: new Map(), open: new Map(), own: new Set() });
  const there = await looking.store.get(looking.school, key.case(id));
  return there || flaws.length > 0 ? flaws : [{ kind: 'not-there' }];
}

const mostLooks = 8;

/** Looks at one case until its head stood still meanwhile. `lists`: what was seen of it in lists, if they were read. */
async function verifyCase(looking: Looking, id: CaseId, lists: Lists): Promise<readonly (Flaw | ListFlaw)[]> {
  let flaws: readonly (Flaw | ListFlaw)[] = [];
  for (let looks = 0; looks < mostLooks; looks++) {
    const evidence = await readCaseNow(looking, id, lists);
    flaws = flawsOf(looking, id, evidence);
    const again = await looking.store.get(looking.school, key.case(id));
    if (flaws.length === 0 || again?.etag === evidence.head?.etag) return flaws;
  }
  return flaws;
}

async function readCaseNow({ store, school }: Looking, id: CaseId, lists: Lists): Promise<Evidence> {
  const head = await store.get(school, key.case(id));
  const events: EventRow[] = [];
  for await (const row of all(store, school, under('event', id))) events.push(eventRow(row));
  const current = caseIn(head);
  const keys = new Set((lists.open.get(id) ?? []).map((row) => row.key));
  if (current) keys.add(openKey(current));
  const listed = await Promise.all([...keys].map((one) => store.get(school, one)));
  const inOwnList = lists.own.has(id) || (await ownLists({ store, school })).has(id);
  return { head, events, listed: listed.filter((row) => row !== undefined), inOwnList };
}

function flawsOf({ now }: Looking, id: CaseId, evidence: Evidence): readonly (Flaw | ListFlaw)[] {
  const { head, events } = evidence;
  if (!head) return withoutHead(evidence);
  return [...checkChain({ ...hashing, now }, id, head.value, events), ...listFlaws(caseIn(head), evidence)];
}

const hashing: Omit<Checking, 'now'> = {
  hashOf: (caseId, event) => hashOf(caseId, event as Parameters<typeof hashOf>[1]),
  digestOfHead,
};

function withoutHead({ events, listed, inOwnList }: Evidence): readonly ListFlaw[] {
  return [
    ...(events.length > 0 ? [{ kind: 'no-head' } as const] : []),
    ...(listed.length > 0 ? [{ kind: 'wrongly-listed' } as const] : []),
    ...(inOwnList ? [{ kind: 'only-in-own-list' } as const] : []),
  ];
}

/** An unreadable head is a flaw of its own; nothing more can be said of its lists. */
function listFlaws(current: Case | undefined, { listed, inOwnList }: Evidence): readonly ListFlaw[] {
  if (!current) return [];
  const right = current.state === 'closed' ? undefined : listed.find((row) => row.key === openKey(current));
  const wrong = listed.filter((row) => row !== right);
  const otherwise = right && digestOfHead(right.value) !== digestOfHead(openLine(current));
  return [
    ...(!right && current.state !== 'closed' ? [{ kind: 'not-listed' } as const] : []),
    ...(otherwise ? [{ kind: 'listed-otherwise' } as const] : []),
    ...(wrong.length > 0 ? [{ kind: 'wrongly-listed' } as const] : []),
    ...(inOwnList ? [] : [{ kind: 'not-in-own-list' } as const]),
  ];
}

type Lists = {
  readonly heads: ReadonlyMap<CaseId, Row>;
  readonly open: ReadonlyMap<CaseId, readonly Row[]>;
  /** Cases that stand in any reporter's own list. */
  readonly own: ReadonlySet<CaseId>;
};

async function readLists({ store, school }: Looking): Promise<Lists> {
  const heads = new Map<CaseId, Row>();
  for await (const row of all(store, school, under('case'))) heads.set(part(row, 1), row);
  const open: Row[] = [];
  for await (const row of all(store, school, under('open'))) open.push(row);
  return { heads, open: Map.groupBy(open, (row) => part(row, -1)), own: await ownLists({ store, school }) };
}

/** Read whole, because a case need not say in whose list it stands: its reporter may be sealed. */
async function ownLists({ store, school }: Pick<Looking, 'store' | 'school'>): Promise<ReadonlySet<CaseId>> {
  const own = new Set<CaseId>();
  for await (const row of all(store, school, under('mine'))) own.add(part(row, -1));
  return own;
}

function evidenceIn({ heads, open, own }: Lists, id: CaseId, events: readonly EventRow[]): Evidence {
  return { head: heads.get(id), events, listed: open.get(id) ?? [], inOwnList: own.has(id) };
}

/** The events of one case after another, since that is how their keys sort. */
async function* eventsByCase({ store, school }: Looking): AsyncGenerator<readonly [CaseId, readonly EventRow[]]> {
  let id = '';
  const rows: EventRow[] = [];
  for await (const row of all(store, school, under('event'))) {
    if (part(row, 1) !== id && rows.length > 0) yield [id, rows.splice(0)];
    id = part(row, 1);
    rows.push(eventRow(row));
  }
  if (rows.length > 0) yield [id, rows];
}

function eventRow(row: Row): EventRow {
  return { seq: Number(part(row, 2)), value: row.value };
}

function part({ key }: Row, at: number): string {
  return key.split(':').at(at) ?? '';
}

const shape = z.looseObject({
  id: z.string(),
  severity: z.enum(severities),
  reportedAt: z.string(),
  state: z.string(),
  seq: z.number(),
  lastHash: z.string(),
  reporter: z.looseObject({ id: z.string() }),
});

function caseIn(row: Row | undefined): Case | undefined {
  return shape.safeParse(row?.value).success ? (row?.value as Case) : undefined;
}

function markOf(row: Row): readonly CaseMark[] {
  const current = caseIn(row);
  return current ? [{ id: current.id, seq: current.seq, hash: current.lastHash }] : [];
}
