import type { Case, Instant } from './case.ts';
import { type EvidenceRequest, evidence } from './casework/evidence.ts';
import { actor, type Decision, type Handler, type Handlers } from './casework/handler.ts';
import { type InvestigationRequest, investigation } from './casework/investigation.ts';
import { type ProgressRequest, progress } from './casework/progress.ts';
import { type SanctionRequest, sanctions } from './casework/sanctions.ts';
import { type TellingRequest, telling } from './casework/telling.ts';
import { type WhoRequest, whoMayKnow } from './casework/who-may-know.ts';
import { type WordsRequest, words } from './casework/words.ts';
import type { Person } from './people.ts';
import { mayOn } from './permissions.ts';

/** What somebody wants done to a case. Each topic of casework has its requests in a file of its own. */
export type CaseRequest =
  | ProgressRequest
  | WordsRequest
  | InvestigationRequest
  | EvidenceRequest
  | TellingRequest
  | SanctionRequest
  | WhoRequest;

const handlers: Handlers<CaseRequest> = {
  ...progress,
  ...words,
  ...investigation,
  ...evidence,
  ...telling,
  ...sanctions,
  ...whoMayKnow,
};

/** Decides a request by somebody on a case as it stands. Pure: the same case, request and time decide the same. */
export function decide(current: Case, request: CaseRequest, by: Person, now: Instant): Decision {
  const handler = handlers[request.kind] as Handler<CaseRequest>;
  if (!isAllowed(current, handler, by)) {
    return { kind: 'forbidden', event: { kind: 'refused', action: request.kind, why: 'not-allowed' } };
  }
  return handler.obstacle(current, request, by, now) ?? handler.carryOut(current, request, actor(by), now);
}

function isAllowed(current: Case, { needs }: Handler<CaseRequest>, by: Person): boolean {
  return needs === 'reporter' ? current.reporter.id === by.id : mayOn(by, needs, current);
}
