import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept } from './judge.ts';

/** Questions in `questions/` are for tuning; those in `held-back/` nobody who tunes has looked at. */
export type Half = 'tuning' | 'held back';

/** The questions of a half that are put to a school's policy. */
export function questionsIn(half: Half, school: string): readonly Kept[] {
  const folder = half === 'tuning' ? 'questions' : join('held-back', 'questions');
  const file = join(import.meta.dirname, folder, `${school}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Kept);
}
