import type { Case, Instant } from '../case.ts';
import type { CaseLog, EvidenceItem, Investigation, LogEvent, OutsideBody } from '../log.ts';

type Fold = {
  readonly [Kind in LogEvent['kind']]: (log: CaseLog, event: Extract<LogEvent, { kind: Kind }>, at: Instant) => CaseLog;
};

/** The case after an event of its log: what its head holds of the log is what its events come to, and nothing else. */
export function logged(current: Case, event: LogEvent, at: Instant): Case {
  const fold = folds[event.kind] as (log: CaseLog, event: LogEvent, at: Instant) => CaseLog;
  const filed = event.kind === 'investigation-halted' ? event.filed?.to : undefined;
  return { ...current, ...filed, log: fold(current.log ?? {}, event, at) };
}

const same = (log: CaseLog) => log;

const folds: Fold = {
  'investigation-opened': (log, { lead, second, computer }, at) => ({
    ...log,
    investigation: { lead, second, computer, state: 'open', since: at, checked: 0 },
  }),
  checked: (log) => withInvestigation(log, ({ checked }) => ({ checked: checked + 1 })),
  'investigation-halted': (log, { why }) => ({
    ...withInvestigation(log, () => ({ state: 'halted', halted: why })),
    ...(why === 'abuse-imagery' ? { imagery: true } : {}),
  }),
  'investigation-resumed': (log) => withInvestigation(log, () => ({ state: 'open' })),
  'investigation-ended': (log) => withInvestigation(log, () => ({ state: 'ended' })),
  viewed: same,
  'evidence-registered': (log, { kind: _, ...item }) => ({
    ...log,
    evidence: { count: item.number, held: [...held(log), item] },
  }),
  'evidence-moved': (log, event) => ({
    ...log,
    evidence: { count: log.evidence?.count ?? 0, held: held(log).flatMap((item) => moved(item, event)) },
  }),
  'told-outside': (log, { body }) => ({
    ...log,
    told: withBody(log.told, body),
    ...(log.notTold ? { notTold: log.notTold.filter((one) => one !== body) } : {}),
  }),
  'not-told-outside': (log, { body }) => ({ ...log, notTold: withBody(log.notTold, body) }),
  'parents-told': (log) => ({ ...log, parents: 'told' }),
  'parents-not-told': (log) => ({ ...log, parents: log.parents ?? 'not-told' }),
  sanctioned: (log, { sanction }) => ({ ...log, sanctions: [...(log.sanctions ?? []), sanction] }),
};

function withInvestigation(log: CaseLog, change: (now: Investigation) => Partial<Investigation>): CaseLog {
  const { investigation } = log;
  return investigation ? { ...log, investigation: { ...investigation, ...change(investigation) } } : log;
}

/** The evidence that is held now. */
function held({ evidence }: CaseLog): readonly EvidenceItem[] {
  return evidence?.held ?? [];
}

/** Whoever it is handed on to holds it from then on; what is returned or destroyed is held no more. */
function moved(
  item: EvidenceItem,
  { number, fate, who, when }: Extract<LogEvent, { kind: 'evidence-moved' }>,
): readonly EvidenceItem[] {
  if (item.number !== number) return [item];
  return fate === 'handed-on' ? [{ ...item, holder: who, since: when }] : [];
}

function withBody(bodies: readonly OutsideBody[] | undefined, body: OutsideBody): readonly OutsideBody[] {
  return [...new Set([...(bodies ?? []), body])];
}
