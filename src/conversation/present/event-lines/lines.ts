import type { CaseEvent } from '../../../domain/case.ts';
import type { Listener } from '../../voice.ts';

/** How events of these kinds read in one line of a case's history. */
export type EventLines<Kind extends CaseEvent['kind']> = {
  readonly [K in Kind]: (to: Listener, event: Extract<CaseEvent, { kind: K }>) => string;
};
