import type { Case } from '../../domain/case.ts';
import { whenText } from '../times.ts';
import type { LabelledRow } from '../views.ts';
import { type Listener, tell } from '../voice.ts';

/** How a closed case ended: the outcome first, then what the school learnt from it. */
export function closingRows(to: Listener, { closed }: Case): readonly LabelledRow[] {
  if (!closed) return [];
  const { outcome, debrief, lessons, changes } = closed;
  const debriefed = debrief && tell(to, 'case.debrief-told', { who: debrief.who, when: whenText(to, debrief.on) });
  return [
    { label: tell(to, 'case.outcome'), told: outcome },
    ...(debriefed ? [{ label: tell(to, 'case.debrief'), told: debriefed }] : []),
    { label: tell(to, 'case.lessons'), told: lessons },
    ...(changes ? [{ label: tell(to, 'case.changes'), told: changes }] : []),
  ];
}
