import type { Dialogue, Draft, World } from '../dialogue.ts';
import type { BoxQuestion } from './questions.ts';
import { boxOf } from './state.ts';
import { dangerIn, isVague } from './understand.ts';

/** What to ask next about a draft: few things, each once, danger as early as the words give reason to. */
export function nextQuestion(state: Dialogue, draft: Draft, world: World): BoxQuestion {
  const { done = [], sent } = boxOf(state);
  const isOpen = (question: BoxQuestion) => !done.includes(question);
  if (isOpen('danger') && dangerIn(draft.report, world) === 'perhaps') return 'danger';
  if (draft.perhapsOf !== undefined) return 'again';
  if (draft.hidden === undefined) return 'name';
  if (draft.report.what === '' || (isOpen('what') && isVague(draft.report.what, world))) return 'what';
  if (isOpen('danger') && !draft.report.danger) return 'danger';
  if (isOpen('who')) return 'who';
  if (isOpen('where')) return 'where';
  return sent && draft.again === undefined && isOpen('again') ? 'again' : 'summary';
}
