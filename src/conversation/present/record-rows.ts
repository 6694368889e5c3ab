import type { Case, RecordedEvent } from '../../domain/case.ts';
import { isHandsOff, sortsWithoutCopies } from '../../domain/log.ts';
import { mayOn } from '../../domain/permissions.ts';
import type { Sanction } from '../../policy/standing.ts';
import type { PolicyOnCase } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import { whenText } from '../times.ts';
import type { LabelledRow } from '../views.ts';
import { bulleted, type Listener, moment, tell } from '../voice.ts';
import { bodyLines, eventsOf } from './body-lines.ts';
import { investigators } from './forms/investigation.ts';
import { parentLines } from './guidance.ts';

/** How many of the rules for evidence stand in the row; all of them stand where evidence is registered. */
const mostRules = 3;
/** How many of the last checks stand in the row; all of them stand in the history. */
const mostChecks = 3;

/**
 * What the log of a case comes to: the investigation and the evidence for all who may open it, and whom it was told to
 * and what the policy suggests for those who see it through.
 */
export function recordRows(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  asked: PolicyOnCase,
): readonly LabelledRow[] {
  const leads = mayOn(to.person, 'close', current);
  const rows: readonly (readonly [label: string, lines: readonly string[], folded?: boolean])[] = [
    [tell(to, 'log.investigation'), investigationLines(to, current, events, leads)],
    [tell(to, 'log.evidence'), evidenceLines(to, current, asked)],
    [tell(to, 'case.guidance-outside'), leads ? bodyLines(to, current, events, asked).map(bulleted) : []],
    [tell(to, 'case.guidance-parents'), leads ? parentsLines(to, current, events, asked).map(bulleted) : []],
    [tell(to, 'log.sanctions'), leads ? sanctionLines(to, current, asked) : [], true],
  ];
  return rows.flatMap(([label, lines, fold = false]) =>
    lines.length > 0 ? [{ label, told: lines.join('\n'), ...(fold ? { folded: true } : {}) }] : [],
  );
}

function investigationLines(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  leads: boolean,
): readonly string[] {
  const { investigation, imagery } = current.log ?? {};
  if (!investigation)
    return leads && current.state !== 'closed' && investigators(to, current).length === 0
      ? [tell(to, 'log.two-wanted')]
      : [];
  const { lead, second, computer, since, state, halted = 'other', checked } = investigation;
  const values = {
    lead: lead.name,
    second: second.name,
    computer,
    when: moment(to, since),
    why: tell(to, `halt.${halted}`),
  };
  const checks = eventsOf(
    events.filter(({ at }) => at >= since),
    'checked',
  );
  const lines = checks
    .slice(-mostChecks)
    .map(({ when, what, found }) => bulleted(tell(to, 'log.checked', { when: whenText(to, when), what, found })));
  return [
    tell(to, `log.investigation-${state}`, values),
    ...(imagery ? [tell(to, 'log.imagery')] : []),
    ...(checked === 0 && state === 'open' ? [tell(to, 'log.checked-none')] : lines),
    ...(checked > mostChecks ? [tell(to, 'log.checked-more', { count: checked })] : []),
  ];
}

/** With what nobody may do with it, as long as somebody holds some. */
function evidenceLines(to: Listener, { log }: Case, { demands, dont }: PolicyOnCase): readonly string[] {
  const held = log?.evidence?.held ?? [];
  if (held.length === 0) return [];
  const copies = demands.handsOff ? held.filter(({ sort }) => !sortsWithoutCopies.includes(sort)) : [];
  const never = dont.length > 0 ? [tell(to, 'log.dont'), ...dont.slice(0, mostRules).map(bulleted)] : [];
  return [
    ...held.map(({ number, what, sort, holder, since }) =>
      tell(to, 'log.evidence-item', {
        number,
        what,
        sort: tell(to, `evidence.${sort}`),
        holder,
        when: whenText(to, since),
      }),
    ),
    ...copies.map(({ number }) => tell(to, 'log.evidence-copy', { number })),
    ...never,
  ];
}

function parentsLines(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  { demands, handling }: PolicyOnCase,
): readonly string[] {
  const told = eventsOf(events, 'parents-told').map(({ whose, teller, how, when }) =>
    tell(to, 'log.parents-told', { whose, teller, how: tell(to, `how.${how}`), when: whenText(to, when) }),
  );
  const not = eventsOf(events, 'parents-not-told').map(({ whose, reason }) =>
    tell(to, 'log.parents-not-told', { whose, reason }),
  );
  const open = current.state !== 'closed';
  const guidance = open ? parentLines(to, { ...handling.parents, hold: demands.holdParents }, to.policy.pack) : [];
  const none = open && demands.parents && !current.log?.parents ? [tell(to, 'log.parents-none')] : [];
  return [...told, ...not, ...none, ...guidance];
}

/** A suggestion, and only for those who decide: never for nudes or abuse imagery, and nothing follows by itself. */
function sanctionLines(to: Listener, current: Case, { sanctions, earlier }: PolicyOnCase): readonly string[] {
  if (current.state === 'closed' || isHandsOff(current) || sanctions.length === 0) return [];
  return [
    ...sanctions.map((one) => bulleted(sanctionLine(to, one))),
    ...sanctions.flatMap(({ note }) => note || []).filter((note, at, all) => all.indexOf(note) === at),
    ...(earlier === undefined ? [] : [tell(to, 'log.sanction-known', { count: earlier })]),
    tell(to, 'log.sanctions-people'),
  ];
}

function sanctionLine(to: Listener, { title, acts, first, second }: Sanction): string {
  const values = { title, acts: acts.join(', '), first: first.join('; '), second: second.join('; ') };
  return tell(to, second.length > 0 ? 'log.sanction-grid' : 'log.sanction-only', values);
}
