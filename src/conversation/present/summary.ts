import type { Category } from '../../domain/filing.ts';
import { isPupil } from '../../domain/people.ts';
import type { Draft } from '../dialogue.ts';
import { type Advised, suggestionFor } from '../suggestion.ts';
import type { SummaryView } from '../views.ts';
import { button, categoryName, type Listener, routeSentence, tell } from '../voice.ts';
import { answerRows } from './answers.ts';

/** The draft read back, with who will read it, to send, change or delete. */
export function summaryView(to: Advised, { id, report }: Draft): SummaryView {
  const { category, route } = suggestionFor(to, report);
  return {
    kind: 'summary',
    draft: id,
    title: tell(to, 'summary.title'),
    intro: tell(to, 'summary.intro', { route: routeSentence(to, route) }),
    rows: [...answerRows(to, report, { names: true, own: true }), ...filing(to, category)],
    buttons: [
      button(to, 'button.send', { verb: 'report.confirm', draft: id }, 'positive'),
      button(to, 'button.change', { verb: 'report.change', draft: id }),
      button(to, 'button.delete-draft', { verb: 'report.cancel', draft: id }, 'destructive'),
    ],
  };
}

/** A child is not asked to think about categories. */
function filing(to: Listener, category: Category): SummaryView['rows'] {
  return isPupil(to.person) ? [] : [{ label: tell(to, 'summary.category'), told: categoryName(category) }];
}
