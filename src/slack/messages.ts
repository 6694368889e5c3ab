import type { View } from '../conversation/views.ts';
import { type Block, packed } from './blocks.ts';
import { dress } from './dress.ts';

/** One message as Slack takes it. `text` is what a notification shows. */
export type Piece = { readonly text: string; readonly blocks: Block[] };

/** A view as messages: one, or as many as its words need, with the buttons at the end. Nothing is left out. */
export function piecesOf(view: View): readonly [Piece, ...Piece[]] {
  const { summary, blocks } = dress(view);
  const [first = [], ...others] = packed(blocks, 'message');
  const piece = (part: readonly Block[]): Piece => ({ text: summary, blocks: [...part] });
  return [piece(first), ...others.map(piece)];
}

/** What every message is sent with: nothing in it is looked into, linked or unfolded by Slack. */
export const quiet = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;
