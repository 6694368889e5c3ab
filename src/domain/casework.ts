import type { Case, Instant } from './case.ts';
import { type ClockRequest, clock } from './casework/clock.ts';
import { type Around, actor, type Decision, type Handler, type Handlers } from './casework/handler.ts';
import { type LinksRequest, links } from './casework/links.ts';
import { type PartiesRequest, parties } from './casework/parties.ts';
import { type ProgressRequest, progress } from './casework/progress.ts';
import { isSecond, type TalkRequest, talk } from './casework/talk.ts';
import { type WhoRequest, whoMayKnow } from './casework/who-may-know.ts';
import { type WordsRequest, words } from './casework/words.ts';
import type { Person } from './people.ts';
import { mayOn } from './permissions.ts';

/** What somebody wants done to a case. Each topic of casework has its requests in a file of its own. */
export type CaseRequest =
  | ProgressRequest
  | TalkRequest
  | WordsRequest
  | PartiesRequest
  | LinksRequest
  | WhoRequest
  | ClockRequest;

const handlers: Handlers<CaseRequest> = {
  ...progress,
  ...talk,
  ...words,
  ...parties,
  ...links,
  ...whoMayKnow,
  ...clock,
};

/** Decides a request by somebody on a case as it stands. Pure: the same case, request and time decide the same. */
export function decide(current: Case, request: CaseRequest, by: Person, now: Instant, around: Around): Decision {
  const handler = handlers[request.kind] as Handler<CaseRequest>;
  if (!isAllowed(current, handler, by)) {
    return { kind: 'forbidden', event: { kind: 'refused', action: request.kind, why: 'not-allowed' } };
  }
  return (
    handler.obstacle(current, request, by, now, around) ?? handler.carryOut(current, request, actor(by), now, around)
  );
}

function isAllowed(current: Case, { needs }: Handler<CaseRequest>, by: Person): boolean {
  if (needs === 'second') return isSecond(current, by);
  return needs === 'reporter' ? current.reporter.id === by.id : mayOn(by, needs, current);
}
