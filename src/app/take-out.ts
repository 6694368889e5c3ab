import { caseFile } from '../conversation/present/export/case-file.ts';
import type { CaseFile } from '../conversation/present/export/case-file-schema.ts';
import type { Case, CaseEvent, CaseId, RecordedEvent } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import type { Addressee, ExportFormat } from '../domain/export/addressees.ts';
import { childNamed } from '../domain/export/people.ts';
import { type Redaction, redactions, withoutAnyNames } from '../domain/export/redaction.ts';
import type { Person } from '../domain/people.ts';
import { type Action, mayOn, seesNames } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { all, readCase } from './compose.ts';
import { untilCommitted } from './office.ts';
import type { Clock, Ids } from './ports.ts';
import { append } from './record.ts';
import { refusal } from './refusal.ts';
import { key, under } from './rows.ts';
import type { Store, Write } from './store.ts';

/** What a case is taken out for. `terminal`: the account of the machine that asked; it goes on the record. */
export type Purpose =
  | { readonly kind: 'show'; readonly terminal: string }
  | {
      readonly kind: 'export';
      readonly for: Addressee;
      readonly format: ExportFormat;
      /** For a parent: their child, whose name stays. */
      readonly child?: string;
      readonly terminal: string;
    };

/** Who takes which case of which school out, and from where. */
export type Taking = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly school: School;
  readonly person: Person;
  readonly caseId: CaseId;
  readonly purpose: Purpose;
};

/** What comes of it. `refused`: there is no such case, or none for this person; nobody learns which. */
export type Taken =
  | { readonly kind: 'file'; readonly file: CaseFile }
  | { readonly kind: 'refused' }
  /** The case is about no pupil of that name. Nothing was recorded. */
  | { readonly kind: 'no-such-child' };

/**
 * A case as this person may read it, for somebody. That it was taken out, or refused, is on the record before anything is
 * given: a copy whose writing then fails stands there too, and that is the safe way round.
 */
export async function takeOut(taking: Taking): Promise<Taken> {
  const result = await untilCommitted(taking, () => attempt(taking));
  if (result.kind !== 'committed') return { kind: 'refused' };
  const { outcome } = result;
  if (outcome.kind !== 'may') return outcome;
  return { kind: 'file', file: await readFile(taking, outcome.current) };
}

type May = { readonly kind: 'may'; readonly current: Case } | Exclude<Taken, { kind: 'file' }>;
type Tried = { readonly kind: 'committed'; readonly outcome: May } | { readonly kind: 'lost' };

async function attempt(taking: Taking): Promise<Tried> {
  const { store, clock, school, person, caseId, purpose } = taking;
  const now = clock.now();
  const found = await readCase(store, school.id, caseId);
  if (!found) {
    return written(taking, [refusal({ ...taking, now }, { person }, `case.${purpose.kind}`)], { kind: 'refused' });
  }
  const { current, etag } = found;
  const allowed = mayOn(person, actions[purpose.kind], current);
  if (allowed && lacksChild(current, purpose)) return { kind: 'committed', outcome: { kind: 'no-such-child' } };
  const { next, write } = append(current, allowed ? eventOf(purpose) : refusedEvent(purpose), now, actor(person));
  const head: Write = { kind: 'replace', key: key.case(next.id), value: next, etag };
  return written(taking, [head, write], allowed ? { kind: 'may', current: next } : { kind: 'refused' });
}

const actions: Readonly<Record<Purpose['kind'], Action>> = { show: 'open', export: 'export' };

function lacksChild(current: Case, purpose: Purpose): boolean {
  return purpose.kind === 'export' && purpose.child !== undefined && !childNamed(current, purpose.child);
}

function eventOf(purpose: Purpose): CaseEvent {
  if (purpose.kind === 'show') return { kind: 'opened', terminal: purpose.terminal };
  const { for: addressee, format, child, terminal } = purpose;
  return { kind: 'exported', for: addressee, format, ...(child === undefined ? {} : { child }), terminal };
}

function refusedEvent({ kind }: Purpose): CaseEvent {
  return { kind: 'refused', action: actions[kind], why: 'not-allowed' };
}

async function written({ store, school }: Taking, writes: readonly Write[], outcome: May): Promise<Tried> {
  const { kind } = await store.commit(school.id, writes);
  return kind === 'committed' ? { kind, outcome } : { kind: 'lost' };
}

/** The case as it stood when the taking was recorded, whatever others have done since. */
async function readFile({ store, school, person, purpose }: Taking, current: Case): Promise<CaseFile> {
  const events: RecordedEvent[] = [];
  for await (const row of all(store, school.id, under('event', current.id))) events.push(row.value as RecordedEvent);
  return caseFile({
    to: { school, person },
    current,
    events: events.filter(({ seq }) => seq <= current.seq),
    redaction: redactionFor(person, current, purpose),
    addressee: purpose.kind === 'show' ? 'school' : purpose.for,
    ...(purpose.kind === 'export' && purpose.child !== undefined ? { child: purpose.child } : {}),
    at: events.find(({ seq }) => seq === current.seq)?.at ?? current.reportedAt,
  });
}

function redactionFor(person: Person, current: Case, purpose: Purpose): Redaction {
  if (!seesNames(person, current)) return withoutAnyNames;
  return redactions[purpose.kind === 'show' ? 'school' : purpose.for];
}
