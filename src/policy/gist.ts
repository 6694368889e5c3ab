import { languageOf } from './answers/language.ts';
import type { Pack } from './standing.ts';

/** Words that say only that something is asked, and by whom. */
const asking = 'i we you my our do does can could may should in for at and please what there with'.split(' ');

/** Makes of a question what it shares with others that ask the same: its stems, each once, without the small words. */
export function gistOf(pack: Pick<Pack, 'spellings' | 'thesaurus' | 'lists'>): (question: string) => string {
  const { spell, stems } = languageOf(pack);
  const read = (text: string) => stems(spell(text));
  const small = new Set([...(pack.lists['small'] ?? []), ...asking].flatMap(read));
  return (question) => {
    const all = [...new Set(read(question))].toSorted();
    const telling = all.filter((stem) => !small.has(stem));
    return (telling.length > 0 ? telling : all).join(' ');
  };
}
