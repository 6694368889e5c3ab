import type { Pack, Rule } from '../../src/policy/standing.ts';
import { install } from './install.ts';

/** Somebody else's way to find a rule for a question; undefined where it finds none. */
export type Peer = { readonly name: string; find(question: string): Promise<Rule | undefined> };

let requirePeer: NodeJS.Require;

/** Installs the peers beside the bench, once. */
export function installPeers(): void {
  requirePeer = install('answers', { minisearch: '7.2.0', 'node-nlp': '4.27.0' });
}

type Search = {
  addAll(documents: readonly object[]): void;
  search(text: string, options: object): readonly { id: number }[];
};

/** MiniSearch as its README shows it: asks, answer and section as fields, prefix and fuzzy search, the top hit. */
export function miniSearchPeer(pack: Pack): Peer {
  const MiniSearch = requirePeer('minisearch') as new (options: object) => Search;
  const search = new MiniSearch({ fields: ['asks', 'answer', 'section'] });
  const documents = pack.rules.map((rule, id) => ({
    id,
    asks: rule.asks.join('\n'),
    answer: `${rule.answer} ${rule.pupil}`,
    section: rule.clauses[0]?.section ?? '',
  }));
  search.addAll(documents);
  return {
    name: 'minisearch',
    async find(question) {
      const [top] = search.search(question, { prefix: true, fuzzy: 0.2, boost: { asks: 2 } });
      return top && pack.rules[top.id];
    },
  };
}

type Manager = {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
};

/** node-nlp trained on the same asks; its `None` is its refusal. */
export async function nodeNlpPeer(pack: Pack): Promise<Peer> {
  const { NlpManager } = requirePeer('node-nlp') as { NlpManager: new (options: object) => Manager };
  const manager = new NlpManager({ languages: ['en'], autoSave: false, nlu: { log: false }, forceNER: false });
  for (const { id, asks } of pack.rules) for (const ask of asks) manager.addDocument('en', ask, id);
  await manager.train();
  return {
    name: 'node-nlp',
    async find(question) {
      const { intent } = await manager.process('en', question);
      return pack.rules.find(({ id }) => id === intent);
    },
  };
}
