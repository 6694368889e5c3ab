import type { Case } from '../../domain/case.ts';
import type { CaseActions, LabelledRow } from '../views.ts';
import { bulleted, type Listener, moment, tell } from '../voice.ts';
import { type Neighbour, type Neighbours, nth, type Repeat } from './neighbours.ts';

/** When it was reported, who is named again, and what other cases have to do with it. */
export function peopleRows(
  to: Listener,
  current: Case,
  { tied, repeats, suggested }: Neighbours,
  names: boolean,
): readonly LabelledRow[] {
  const corrected = current.times ? ` ${tell(to, 'people.times-corrected')}` : '';
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [tell(to, 'people.reported'), [`${moment(to, current.reportedAt)}${corrected}`]],
    [tell(to, 'people.repeat'), repeats.map((one) => repeatLine(to, one, names))],
    [tell(to, 'people.tied'), tied.map((one) => tiedLine(to, one))],
    [tell(to, 'people.suggested'), suggested.map((reference) => tell(to, 'people.suggested-line', { reference }))],
  ];
  return rows.flatMap(([label, lines]) => {
    if (lines.length === 0) return [];
    return [{ label, told: lines.length === 1 ? String(lines[0]) : lines.map(bulleted).join('\n') }];
  });
}

function repeatLine(to: Listener, { party, count }: Repeat, names: boolean): string {
  const values = { nth: nth(count), name: party.name };
  return tell(to, names && party.name !== '' ? 'people.repeat-named' : 'people.repeat-line', values);
}

function tiedLine(to: Listener, { reference, how, why }: Neighbour): string {
  const line = tell(to, `people.tied.${how}`, { reference });
  return why === '' ? line : `${line} ${why}`;
}

/** Buttons that link a case to those which may be about the same event. */
export function linkButtons(to: Listener, { id }: Case, { suggested }: Neighbours): CaseActions['menus'] {
  return suggested.slice(0, 3).map((other) => {
    const why = tell(to, 'people.suggested-why');
    const press = { verb: 'case.link', case: id, other, why } as const;
    return { label: tell(to, 'people.link-it', { reference: other }), press, style: 'default' };
  });
}
