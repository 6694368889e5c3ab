import type { AdaptiveCard, Part } from './cards.ts';

/** Where a card is shown: one person's chat, a room of a team, or a dialog. */
export type Stage = 'chat' | 'channel' | 'dialog';

/** A place for a card. */
export type Setting = {
  readonly stage: Stage;
  /** Whether *Open* may use a dialog there. */
  readonly dialogs: boolean;
  /** Whether a few plain lines must be a card too, because the place takes nothing else. */
  readonly onlyCards: boolean;
};

/**
 * A card with its actions as the place wants them: dialogs know only Action.Submit, and on a channel's card *Open*
 * asks for a dialog, which leaves nothing in any chat.
 */
export function onStage(card: AdaptiveCard, setting: Setting): AdaptiveCard {
  return walk(card, setting) as AdaptiveCard;
}

function walk(node: unknown, setting: Setting): unknown {
  if (Array.isArray(node)) return node.map((part) => walk(part, setting));
  if (typeof node !== 'object' || node === null) return node;
  if (isExecute(node)) return action(node, setting);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value, setting)]));
}

function isExecute(node: object): node is Part {
  return 'type' in node && node.type === 'Action.Execute';
}

function action(execute: Part, { stage, dialogs }: Setting): Part {
  if (stage === 'dialog') return submit(execute, {});
  const opens = stage === 'channel' && dialogs && execute['verb'] === 'case.open';
  return opens ? submit(execute, { msteams: { type: 'task/fetch' } }) : execute;
}

function submit({ verb, fallback, ...rest }: Part, extra: object): Part {
  return { ...rest, type: 'Action.Submit', data: { ...(rest['data'] as object), ...extra } };
}
