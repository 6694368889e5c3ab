import type { Actor, CaseEvent, Instant, RecordedEvent } from './case.ts';

/** One message between whoever reported and those who work the case. */
export type ThreadMessage = {
  /** The number of its event. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor | undefined;
  /** `told`: the reporter's own words; `replied`: from those who work the case. */
  readonly kind: 'told' | 'replied';
  readonly text: string;
  /** Of a reply: when it reached the reporter's chat, and when they had read it. */
  readonly deliveredAt?: Instant;
  readonly readAt?: Instant;
  /** Of a reply: it could not be delivered for too long, and has not been since. */
  readonly overdue?: boolean;
};

/** All that was said between the two sides of a report after it was sent, oldest first. */
export function threadOf(events: readonly RecordedEvent[]): readonly ThreadMessage[] {
  return events.flatMap((recorded) => {
    const message = messageIn(recorded);
    return message ? [message.kind === 'replied' ? { ...message, ...marksOf(message.seq, events) } : message] : [];
  });
}

function messageIn({ seq, at, by, event }: RecordedEvent): ThreadMessage | undefined {
  switch (event.kind) {
    case 'added':
    case 'answered':
      return { seq, at, by, kind: 'told', text: event.text };
    case 'replied':
      return { seq, at, by, kind: 'replied', text: event.text };
    default:
      return undefined;
  }
}

/** What became of a reply. Whatever is read was delivered, and whatever is answered was read. */
function marksOf(seq: number, events: readonly RecordedEvent[]): Partial<ThreadMessage> {
  const when = (fits: (event: CaseEvent) => boolean) => events.find(({ event }) => fits(event))?.at;
  const readAt = when((event) => (event.kind === 'read' || event.kind === 'answered') && event.reply >= seq);
  const reached = when((event) => event.kind === 'reply-delivered' && event.reply === seq);
  const deliveredAt = reached ?? readAt;
  const late = when((event) => event.kind === 'reply-undelivered' && event.reply === seq) !== undefined;
  return {
    ...(deliveredAt ? { deliveredAt } : {}),
    ...(readAt ? { readAt } : {}),
    ...(late && !deliveredAt ? { overdue: true } : {}),
  };
}
