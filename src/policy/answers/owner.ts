import { findPattern } from '../pattern-match.ts';
import { readPatterns } from '../recognise.ts';
import type { Pack } from '../standing.ts';
import { tokens } from '../text.ts';
import type { InsideRole } from '../vocabulary.ts';
import type { Question } from './answer.ts';
import type { Finding } from './confidence.ts';

/** Whom to ask about what no rule answers: who owns the topic that the words show, else the nearest rule's topic. */
export function ownerFor({ text }: Question, { rules: [nearest] }: Finding, pack: Pack): InsideRole {
  const words = tokens(text);
  const shown = Object.values(pack.topics).find((topic) =>
    readPatterns(topic.words, pack.lists).some((pattern) => findPattern(pattern, words).length > 0),
  );
  if (shown) return shown.owner;
  return nearest?.entry.found.kind === 'rule' && nearest.signals.best > 0
    ? nearest.entry.found.rule.owner
    : pack.head.owner;
}
