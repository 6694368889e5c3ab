import { type Case, revealCauses } from '../../../domain/case.ts';
import { isSecond } from '../../../domain/casework/talk.ts';
import { isHidden } from '../../../domain/hidden.ts';
import type { CaseForm } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { can, choice, type FormMaker, field, form, type Viewer } from './form.ts';

/** Writing to whoever reported, and getting to know who it was. */
export const talkForms: readonly FormMaker[] = [replyForm, revealForm, revealAnswerForm];

function replyForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  if (!can(viewer, 'reply', current)) return null;
  return form(to, { verb: 'case.reply', case: current.id }, 'talk.reply', 'talk.reply-submit', [
    field('text', tell(to, 'talk.reply-text'), { hint: tell(to, 'talk.reply-hint') }),
  ]);
}

/** Never on the channel's card: it would say there that the name is hidden. */
function revealForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const { id, reporter, state, reveal, severity } = current;
  if (viewer === 'channel' || !can(viewer, 'reveal', current) || !isHidden(reporter) || state === 'closed') return null;
  const alone = severity === 'immediate';
  if (reveal && !reveal.answered && !alone) return null;
  const causes = revealCauses.map((one) => ({ value: one, toldTitle: tell(to, `talk.because.${one}`) }));
  return form(
    to,
    { verb: 'case.reveal', case: id },
    'talk.reveal',
    alone ? 'talk.reveal-submit-alone' : 'talk.reveal-submit',
    [
      field('reason', tell(to, 'talk.reveal-reason'), {
        hint: tell(to, alone ? 'talk.reveal-alone-hint' : 'talk.reveal-hint'),
      }),
      choice('because', tell(to, 'talk.reveal-because'), causes),
    ],
    'people',
  );
}

/** For whoever can agree and did not ask; they have it in their own chat as well. */
function revealAnswerForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const { id, reporter, state, reveal } = current;
  const open = reveal && !reveal.answered && isHidden(reporter) && state !== 'closed';
  if (viewer === 'channel' || !open || reveal.by.id === viewer.id || !isSecond(current, viewer)) return null;
  const answers = (['agree', 'refuse'] as const).map((one) => ({
    value: one,
    toldTitle: tell(to, `talk.reveal-${one}`),
  }));
  return form(
    to,
    { verb: 'case.reveal-answer', case: id, ask: reveal.ask },
    'talk.reveal-answer',
    'talk.reveal-answer-submit',
    [
      choice('answer', tell(to, 'talk.reveal-answer-choice', { name: reveal.by.name }), answers, 'refuse'),
      field('text', tell(to, 'talk.reveal-answer-reason'), { optional: true }),
    ],
    'people',
  );
}
