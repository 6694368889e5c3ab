import type { Case } from '../../src/domain/case.ts';
import type { Demands } from '../../src/domain/casework/demands.ts';
import { actor, type Decision } from '../../src/domain/casework/handler.ts';
import { type CaseRequest, decide } from '../../src/domain/casework.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { harbour, who } from './school.ts';

/** When things happen in these tests. */
const now = '2026-11-20T14:00:00.000Z';

/** A policy that asks for nothing. */
export const nothingAsked: Demands = {
  outside: [],
  parents: false,
  holdParents: false,
  handsOff: false,
  sanctions: [],
};

/** An acknowledged case of bullying that the teacher reported, before IT support as well. */
export function bullying(more: Partial<Case> = {}): Case {
  return {
    id: 'TEST-0001',
    school: 'harbour',
    category: 'cyberbullying',
    severity: 'medium',
    state: 'acknowledged',
    reportedAt: '2026-11-20T08:30:00.000Z',
    reporter: actor(who('teacher')),
    report: { ...emptyReport, what: 'a horrible group chat' },
    route: routeFor({ tell: ['it-support'], subjects: [], accused: undefined, keepFrom: '' }, harbour.people),
    rules: [],
    seq: 1,
    lastHash: '',
    ...more,
  };
}

/** The same with an investigation by the DSL and IT support, halted or ended as wanted. */
export function investigated(as: 'open' | 'halted' | 'ended' = 'open', more: Partial<Case> = {}): Case {
  const open = does('dsl', bullying(more), {
    kind: 'investigate',
    lead: who('dsl'),
    second: who('itsupport'),
    computer: 'laptop 4',
  });
  if (as === 'open') return open;
  if (as === 'ended') return does('dsl', open, { kind: 'conclude', found: 'nothing' });
  return does('dsl', open, { kind: 'halt', why: 'asked-by-police', text: 'they rang' });
}

/** What comes of somebody's request. */
export function asks(id: string, current: Case, request: CaseRequest): Decision {
  return decide(current, request, who(id), now, harbour);
}

/** The case after somebody's request; the test fails where it is not done. */
export function does(id: string, current: Case, request: CaseRequest): Case {
  const decision = asks(id, current, request);
  if (decision.kind !== 'done') throw new Error(`${id} ${request.kind}: ${JSON.stringify(decision)}`);
  return decision.next;
}

/** A decision in one word or two: `done`, `forbidden`, or why not. */
export function outcomeOf(decision: Decision): string {
  if (decision.kind === 'too-late' || decision.kind === 'invalid') return decision.why;
  return decision.kind;
}
