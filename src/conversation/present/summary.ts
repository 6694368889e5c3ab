import type { Category } from '../../domain/filing.ts';
import { isPupil } from '../../domain/people.ts';
import type { Draft } from '../dialogue.ts';
import { type Advised, suggestionFor } from '../suggestion.ts';
import type { Button, SummaryView } from '../views.ts';
import { button, categoryName, type Listener, routeSentence, tell } from '../voice.ts';
import { answerRows } from './answers.ts';

/** The draft read back, with who will read it, to send, change or delete. */
export function summaryView(to: Advised, draft: Draft): SummaryView {
  const { id, report } = draft;
  const { category, route } = suggestionFor(to, report);
  return {
    kind: 'summary',
    draft: id,
    title: tell(to, 'summary.title'),
    intro: tell(to, 'summary.intro', { route: routeSentence(to, route) }),
    rows: [
      ...answerRows(to, report, { names: true, own: true }),
      ...(isPupil(to.person) ? nameRow(to, draft) : filing(to, category)),
    ],
    buttons: [
      button(to, 'button.send', { verb: 'report.confirm', draft: id }, 'positive'),
      button(to, 'button.change', { verb: 'report.change', draft: id }),
      leaveOut(to, id),
    ],
  };
}

/** What a child does not send is kept for them; anybody else deletes it. */
function leaveOut(to: Listener, draft: string): Button {
  if (!isPupil(to.person)) return button(to, 'button.delete-draft', { verb: 'report.cancel', draft }, 'destructive');
  return button(to, 'pupil.box.not-send', { verb: 'box.answer', draft, to: 'summary', answer: 'not-send' });
}

function filing(to: Listener, category: Category): SummaryView['rows'] {
  return [{ label: tell(to, 'summary.category'), told: categoryName(category) }];
}

/** A child is not asked to think about categories, but sees what becomes of their name. */
function nameRow(to: Listener, { hidden }: Draft): SummaryView['rows'] {
  const told = tell(to, hidden ? 'pupil.box.summary.hidden' : 'pupil.box.summary.shown');
  return [{ label: tell(to, 'pupil.box.summary.name'), told }];
}
