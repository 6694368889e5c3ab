import type { Case } from '../../../domain/case.ts';
import { incidentCounts, ownSanction } from '../../../domain/log.ts';
import { mayOn } from '../../../domain/permissions.ts';
import type { PolicyOnCase } from '../../policy-on-case.ts';
import type { CaseForm, Choice } from '../../views.ts';
import { type Listener, tell } from '../../voice.ts';
import { choicesIn, line } from './fields.ts';
import { choice, type FormMaker, field, form, type Viewer } from './form.ts';

/** What people decided for somebody who broke the rules. */
export const sanctionForms: readonly FormMaker[] = [sanctionForm];

/** Null where care comes first: then no sanction is spoken of. The suggestion itself stands in the case. */
function sanctionForm(to: Listener, current: Case, viewer: Viewer, asked: PolicyOnCase | undefined): CaseForm | null {
  if (!asked || viewer === 'channel' || current.state === 'closed' || !mayOn(viewer, 'close', current)) return null;
  if (asked.demands.sanctions === 'none') return null;
  const counts = choicesIn(to, incidentCounts, (count) => `count.${count}`);
  const fields = [
    choice('sanction', tell(to, 'case.sanction-which'), sanctionChoices(to, asked)),
    {
      ...choice('count', tell(to, 'case.sanction-count'), counts, asked.earlier ? 'second' : 'first'),
      hint: tell(to, 'case.sanction-count-hint'),
    },
    line(to, 'whom', 'case.sanction-whom'),
    field('decided', tell(to, 'case.sanction-decided')),
    field('until', tell(to, 'case.sanction-until'), {
      kind: 'day',
      hint: tell(to, 'case.sanction-until-hint'),
      optional: true,
    }),
  ];
  const press = { verb: 'case.sanction', case: current.id } as const;
  return form(to, press, 'case.sanction', 'case.sanction-submit', fields, 'record', [tell(to, 'case.sanction-intro')]);
}

function sanctionChoices(to: Listener, { sanctions }: PolicyOnCase): readonly Choice[] {
  const own = sanctions.map(({ id, title, acts }) => ({ value: id, toldTitle: `${title}: ${acts.join(', ')}` }));
  return [...own, { value: ownSanction, toldTitle: tell(to, 'case.sanction-other') }];
}
