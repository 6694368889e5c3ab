import type { Case } from '../../../domain/case.ts';
import { evidenceFates, evidenceSorts, sortsWithoutCopies } from '../../../domain/log.ts';
import { mayOn } from '../../../domain/permissions.ts';
import type { PolicyOnCase } from '../../policy-on-case.ts';
import type { CaseForm } from '../../views.ts';
import { bulleted, type Listener, tell } from '../../voice.ts';
import { choicesIn, line, whenFields } from './fields.ts';
import { choice, type FormMaker, form, type Viewer } from './form.ts';

/** The register of evidence: descriptions and holders, never a file. */
export const evidenceForms: readonly FormMaker[] = [registerForm, movedForm];

/** Of what nobody may copy, no sort that could be a copy is offered, and what nobody may do stands above. */
function registerForm(to: Listener, current: Case, viewer: Viewer, asked: PolicyOnCase | undefined): CaseForm | null {
  if (!asked || viewer === 'channel' || current.state === 'closed' || !mayOn(viewer, 'note', current)) return null;
  const never = asked.demands.handsOff;
  const sorts = never ? sortsWithoutCopies : evidenceSorts;
  const fields = [
    line(to, 'what', 'case.evidence-what', 'case.evidence-what-hint'),
    choice(
      'sort',
      tell(to, 'case.evidence-sort'),
      choicesIn(to, sorts, (sort) => `evidence.${sort}`),
    ),
    line(to, 'holder', 'case.evidence-holder', 'case.evidence-holder-hint'),
    ...whenFields(to),
  ];
  const intro = [tell(to, never ? 'case.evidence-intro-never' : 'case.evidence-intro'), ...asked.dont.map(bulleted)];
  const press = { verb: 'case.evidence', case: current.id } as const;
  return form(to, press, 'case.evidence', 'case.evidence-submit', fields, 'record', intro);
}

/** Null where nothing is held. */
function movedForm(to: Listener, current: Case, viewer: Viewer): CaseForm | null {
  const held = current.log?.evidence?.held ?? [];
  if (held.length === 0 || viewer === 'channel' || !mayOn(viewer, 'note', current)) return null;
  const items = held.map(({ number, what }) => ({ value: String(number), toldTitle: `${number}. ${opening(what)}` }));
  const fields = [
    choice('item', tell(to, 'case.evidence-moved-item'), items),
    choice(
      'fate',
      tell(to, 'case.evidence-moved-fate'),
      choicesIn(to, evidenceFates, (fate) => `fate.${fate}`),
    ),
    line(to, 'who', 'case.evidence-moved-who', 'case.evidence-moved-who-hint'),
    ...whenFields(to),
  ];
  const press = { verb: 'case.evidence-moved', case: current.id } as const;
  return form(to, press, 'case.evidence-moved', 'case.evidence-moved-submit', fields, 'record');
}

/** The most characters of a description in a list to choose from. */
const mostTold = 60;

function opening(what: string): string {
  const letters = [...what];
  return letters.length <= mostTold ? what : `${letters.slice(0, mostTold).join('')}…`;
}
