import type { Message } from '../conversation/messages.ts';
import type { Case } from '../domain/case.ts';
import type { Telling } from '../domain/casework/handler.ts';
import type { PersonId } from '../domain/people.ts';
import { type Parcel, parcel } from './parcels.ts';
import type { Ids } from './ports.ts';

/** News that is more than a line: it is looked up when it is sent, so that nothing of it waits in the outbox. */
export function talkParcel(
  { ids, now }: { readonly ids: Ids; readonly now: string },
  current: Case,
  to: PersonId,
  what: Telling['what'],
): Parcel | undefined {
  const message = messageOf(current, what);
  if (!message) return undefined;
  const sort = what === 'replied' ? 'reply' : 'news';
  return parcel(ids.unique(), now, { to: { kind: 'person', id: to }, message, sort, caseId: current.id });
}

/** `current`: as it stands with the event that is told of, which is its last. */
function messageOf({ id: caseId, seq, reveal }: Case, what: Telling['what']): Message | undefined {
  switch (what) {
    case 'replied':
      return { kind: 'from-school', caseId, reply: seq };
    case 'revealed':
      return { kind: 'revealed', caseId, event: seq };
    case 'reveal-asked':
      return { kind: 'reveal-asked', caseId, ask: reveal?.ask ?? '' };
    default:
      return undefined;
  }
}
