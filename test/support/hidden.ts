import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import type { Draft } from '../../src/conversation/dialogue.ts';
import { emptyReport, type Report } from '../../src/domain/report.ts';

type Kept = { readonly person: { readonly id: string }; readonly dialogue: object };

let count = 0;

/** Puts a draft under a hidden name into the chat of somebody who has written there; its id, to be confirmed with. */
export async function plantHidden(store: Store, person: string, report: Partial<Report>): Promise<string> {
  const id = `HDDN-${String(++count).padStart(4, '0')}`;
  const now = new Date().toISOString();
  const draft: Draft = {
    id,
    report: { ...emptyReport, ...report },
    begun: now,
    touched: now,
    stage: 'summary',
    added: [],
    hidden: true,
  };
  for await (const { key, value, etag } of all(store, 'harbour', under('conv'))) {
    const kept = value as Kept;
    if (kept.person.id !== person) continue;
    const next = { ...value, dialogue: { ...kept.dialogue, draft } };
    const { kind } = await store.commit('harbour', [{ kind: 'replace', key, value: next, etag }]);
    if (kind === 'committed') return id;
  }
  throw new Error(`${person} has not written yet`);
}
