import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CaseId, Instant } from '../domain/case.ts';
import { key } from './rows.ts';
import type { Store } from './store.ts';
import type { CaseMark, Verified } from './verify.ts';

const markSchema = z.strictObject({
  id: z.string().min(1),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What an anchor file holds: nobody's name and nobody's words, so that it can be kept anywhere. */
const anchorSchema = z.strictObject({
  /** What this file is. */
  lantern: z.literal('anchor-1'),
  schools: z.array(z.strictObject({ school: z.string(), at: z.iso.datetime(), cases: z.array(markSchema) })),
  /** SHA-256 of `schools` as JSON, so that a damaged file is not taken for a damaged record. */
  digest: z.string(),
});

/** All cases of schools as they stood at one time, to be kept elsewhere and compared later. */
export type Anchor = z.infer<typeof anchorSchema>;
/** One school of an {@link Anchor}. */
export type SchoolAnchor = Anchor['schools'][number];

/** What an anchor shows that the record by itself cannot: somebody wrote a new chain, or took a whole case away. */
export type AnchorFlaw =
  /** The case is not there any more. */
  | { readonly kind: 'case-gone' }
  /** The event that the anchor knows is not there, or another one stands in its place. */
  | { readonly kind: 'event-gone' | 'written-anew'; readonly seq: number };

/** The anchor of a school that was verified. */
export function anchorOf(school: string, at: Instant, { marks }: Pick<Verified, 'marks'>): SchoolAnchor {
  return { school, at, cases: [...marks] };
}

/** The text of an anchor file. */
export function anchorText(schools: readonly SchoolAnchor[]): string {
  const anchor: Anchor = { lantern: 'anchor-1', schools: [...schools], digest: digestOf(schools) };
  return `${JSON.stringify(anchor, undefined, 2)}\n`;
}

/** The anchor in a file's text; undefined where it is none, or was damaged. */
export function readAnchor(text: string): Anchor | undefined {
  try {
    const { data } = anchorSchema.safeParse(JSON.parse(text));
    return data && data.digest === digestOf(data.schools) ? data : undefined;
  } catch {
    return undefined; // no JSON at all
  }
}

function digestOf(schools: readonly SchoolAnchor[]): string {
  return createHash('sha256').update(JSON.stringify(schools)).digest('hex');
}

/** Where a school's record no longer agrees with an anchor of it. `verified`: the record as it was just found. */
export async function compareWithAnchor(
  store: Store,
  { school, cases }: SchoolAnchor,
  { marks }: Pick<Verified, 'marks'>,
): Promise<readonly { readonly caseId: CaseId; readonly flaw: AnchorFlaw }[]> {
  const now = new Map(marks.map((mark) => [mark.id, mark]));
  const found = [];
  for (const mark of cases) {
    const flaw = await flawOf(store, school, mark, now.get(mark.id));
    if (flaw) found.push({ caseId: mark.id, flaw });
  }
  return found;
}

async function flawOf(
  store: Store,
  school: string,
  { id, seq, hash }: CaseMark,
  now: CaseMark | undefined,
): Promise<AnchorFlaw | undefined> {
  if (!now) return { kind: 'case-gone' };
  if (now.seq === seq) return now.hash === hash ? undefined : { kind: 'written-anew', seq };
  const row = await store.get(school, key.event(id, seq));
  if (!row) return { kind: 'event-gone', seq };
  return row.value['hash'] === hash ? undefined : { kind: 'written-anew', seq };
}
