import type { Message } from '../conversation/messages.ts';
import {
  answerFormView,
  fromSchoolView,
  nameOfferView,
  refuseFormView,
  revealAskedView,
  revealedView,
  threadView,
} from '../conversation/present/talk.ts';
import type { View } from '../conversation/views.ts';
import type { Listener } from '../conversation/voice.ts';
import type { Case, CaseId, RecordedEvent } from '../domain/case.ts';
import { isSecond } from '../domain/casework/talk.ts';

import { isReporter } from './identity.ts';
import type { Office } from './office.ts';
import { eventsOf, readCase } from './read-case.ts';
import { key } from './rows.ts';

/** What is shown of messages between the two sides of a case, and of who reported it. */
export type TalkMessage = Extract<
  Message,
  {
    kind: 'from-school' | 'answer-form' | 'thread' | 'name-offer' | 'reveal-asked' | 'revealed' | 'refuse-form';
  }
>;

type Desk = Pick<Office, 'store' | 'sealer'>;

/** The view for whom it is meant; undefined for anybody else, and where there is no such case. */
export async function talkView(desk: Desk, to: Listener, message: TalkMessage): Promise<View | undefined> {
  const found = await readCase(desk.store, to.school.id, message.caseId);
  if (!found) return undefined;
  const { current } = found;
  if (message.kind === 'reveal-asked' || message.kind === 'refuse-form') {
    if (!isSecond(current, to.person)) return undefined;
    const { caseId, ask } = message;
    return message.kind === 'refuse-form' ? refuseFormView(to, caseId, ask) : revealAskedView(to, current, ask);
  }
  return isReporter(desk.sealer, current, to.person) ? toReporter(desk, to, current, message) : undefined;
}

async function toReporter(
  desk: Desk,
  to: Listener,
  current: Case,
  message: Exclude<TalkMessage, { kind: 'reveal-asked' | 'refuse-form' }>,
): Promise<View | undefined> {
  switch (message.kind) {
    case 'answer-form':
      return answerFormView(to, current.id, message.reply);
    case 'name-offer':
      return nameOfferView(to, current);
    case 'thread':
      return threadView(to, current, await eventsOf(desk.store, to.school.id, current.id));
    case 'from-school': {
      const recorded = await eventAt(desk, to, current.id, message.reply);
      return recorded?.event.kind === 'replied' ? fromSchoolView(to, current, recorded) : undefined;
    }
    case 'revealed': {
      const recorded = await eventAt(desk, to, current.id, message.event);
      return recorded?.event.kind === 'revealed'
        ? revealedView(to, current, { ...recorded, event: recorded.event })
        : undefined;
    }
    default:
      return message satisfies never;
  }
}

async function eventAt({ store }: Desk, { school }: Listener, id: CaseId, seq: number) {
  const row = await store.get(school.id, key.event(id, seq));
  return row?.value as RecordedEvent | undefined;
}
