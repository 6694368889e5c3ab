import type { PingView } from '../conversation/views.ts';
import type { AdaptiveCard, Part } from './cards.ts';

type Called = PingView['people'][number] & { readonly name: string };

/**
 * A card that calls people: Teams notifies whom the card's entities name by their directory ids. They stand there by
 * role, and whom the school file gives no such id is only named.
 */
export function withPing(card: AdaptiveCard, ping: PingView | undefined): AdaptiveCard {
  if (!ping) return card;
  const people = ping.people.map((one, at): Called => ({ ...one, name: nameOf(ping, at) }));
  const text = `${ping.line} ${people.map((one) => (one.objectId ? mark(one) : one.name)).join(', ')}`;
  const line: Part = { type: 'TextBlock', text, wrap: true, weight: 'Bolder' };
  return { ...card, body: [line, ...card.body], msteams: { entities: people.flatMap(entity) } };
}

/** The second of two who hold a role has a number, since each mention must read differently. */
function nameOf({ people }: PingView, at: number): string {
  const { role = '' } = people[at] ?? {};
  const before = people.slice(0, at).filter((one) => one.role === role).length;
  return before === 0 ? role : `${role} ${before + 1}`;
}

function entity(one: Called): readonly object[] {
  const { objectId, name } = one;
  return objectId ? [{ type: 'mention', text: mark(one), mentioned: { id: objectId, name } }] : [];
}

function mark({ name }: Called): string {
  return `<at>${name}</at>`;
}
