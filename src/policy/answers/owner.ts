import type { Pack } from '../standing.ts';
import { asTyped } from '../triage/as-typed.ts';
import { isSaid } from '../triage/context.ts';
import type { InsideRole } from '../vocabulary.ts';
import type { Question } from './answer.ts';
import type { Finding } from './confidence.ts';

/** Whom to ask about what no rule answers: who owns the topic that the words show, else the nearest rule's topic. */
export function ownerFor({ text }: Question, { rules: [nearest] }: Finding, pack: Pack): InsideRole {
  const searched = readerFor(pack)(text);
  const shown = Object.values(pack.topics).find(({ words }) => isSaid(words, searched));
  if (shown) return shown.owner;
  return nearest?.entry.found.kind === 'rule' && nearest.signals.best > 0
    ? nearest.entry.found.rule.owner
    : pack.head.owner;
}

const readers = new WeakMap<Pack, ReturnType<typeof asTyped>>();

function readerFor(pack: Pack): ReturnType<typeof asTyped> {
  const sources = Object.values(pack.topics).flatMap(({ words }) => words);
  const known = readers.get(pack) ?? asTyped([...new Set(sources)], pack.lists);
  readers.set(pack, known);
  return known;
}
