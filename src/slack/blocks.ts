import type {
  ActionsBlock,
  Button as ButtonElement,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
} from '@slack/types';
import { cutAt } from '../app/cutting.ts';
import { most, mostBytes, mostMessageText } from './limits.ts';

/** A block of a message, a modal or a home tab. */
export type Block = KnownBlock;

/** Shown where nothing was written: a sign, so that it needs no wording. */
const nothing = '–';
/** More than this side by side does not fit a phone. */
const mostInRow = 5;

/** The beginning of a text that is too long, with a sign that it goes on. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, cutAt(text, length - 1))}…`;
}

/** Text that Slack shows as it stands: no markup, no mention, no link, no emoji name comes alive in it. */
export function plain(text: string, length: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(text.trim() === '' ? nothing : text, length), emoji: false };
}

/** Text for a place that reads mrkdwn, with all that could come alive in it dead. */
export function dead(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A heading. */
export function header(text: string): Block {
  return { type: 'header', text: plain(text, most.header) };
}

/** A line of ours in bold. */
export function bold(text: string): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: `*${dead(shorten(text, 500)).replaceAll('*', '∗')}*`, verbatim: true },
  };
}

/** Somebody's words as they stand, in as many blocks as they need. */
export function told(text: string): Block[] {
  return cutInto(text, most.section).map((piece) => ({ type: 'section', text: plain(piece, most.section) }));
}

/** Small print. */
export function small(text: string): Block[] {
  return cutInto(text, most.field).map((piece) => ({ type: 'context', elements: [plain(piece, most.field)] }));
}

/** The text in pieces of at most so many UTF-16 units; put together again they are the text. */
function cutInto(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const at = Math.max(1, cutAt(rest, length));
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return pieces.length === 0 ? [''] : pieces;
}

/** Names of ours with their values, side by side. */
export function facts(rows: readonly { readonly label: string; readonly value: string }[]): Block[] {
  const fields = rows.map(({ label, value }) => ({
    type: 'mrkdwn' as const,
    text: `*${dead(shorten(label, 200))}*\n${dead(shorten(value, 300))}`,
    verbatim: true,
  }));
  return inGroups(fields, most.fields).map((group) => ({ type: 'section', fields: [...group] }));
}

/** A button. `value`: what comes back when it is pressed. */
export function pressable(label: string, value: object, style?: 'primary' | 'danger'): ButtonElement {
  const json = carriedBy(value);
  const id = Object.values(value).filter((part) => typeof part !== 'object');
  return {
    type: 'button',
    text: plain(label, most.button),
    action_id: shorten(id.join(':'), 200),
    value: json,
    ...(style ? { style } : {}),
  };
}

/** The value as JSON that a button holds; where it is too long, its longest text is cut. */
function carriedBy(value: object): string {
  const json = JSON.stringify(value);
  if (json.length <= most.value) return json;
  const texts = Object.entries(value).filter(([, text]) => typeof text === 'string');
  const [name, text = ''] = texts.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (name === undefined || text.length < 2) throw new Error('a button carries too much');
  return carriedBy({ ...value, [name]: text.slice(0, cutAt(text, Math.floor(text.length * 0.8))) });
}

/** Buttons in rows; none where there are none. */
export function rowsOf(buttons: readonly ButtonElement[]): ActionsBlock[] {
  return inGroups(buttons, mostInRow).map((elements) => ({ type: 'actions', elements: [...elements] }));
}

/** Choices as Slack wants them. */
export function option(value: string, label: string): PlainTextOption {
  return { text: plain(label, most.option), value };
}

/** The list in lists of at most so many. */
export function inGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
}

/** Blocks in parcels that one message or view holds. */
export function packed(blocks: readonly Block[], surface: 'message' | 'view'): readonly (readonly Block[])[] {
  // A view's head and foot need some room, too.
  const [count, characters] = surface === 'message' ? [most.message, mostMessageText] : [most.view - 20, mostBytes];
  const parcels: Block[][] = [];
  let [size, bytes] = [0, 0];
  for (const block of blocks) {
    const json = JSON.stringify(block);
    size += json.length;
    bytes += Buffer.byteLength(json);
    const current = parcels.at(-1);
    if (current && current.length < count && size <= characters && bytes <= mostBytes) current.push(block);
    else {
      parcels.push([block]);
      [size, bytes] = [json.length, Buffer.byteLength(json)];
    }
  }
  return parcels.map(withOwnIds);
}

/** The same blocks with no action id twice, since Slack refuses that. The ids mean nothing: the values do. */
function withOwnIds(blocks: readonly Block[]): readonly Block[] {
  const seen = new Map<string, number>();
  const own = <T extends object>(element: T): T => {
    if (!('action_id' in element) || typeof element.action_id !== 'string') return element;
    const times = (seen.get(element.action_id) ?? 0) + 1;
    seen.set(element.action_id, times);
    return times === 1 ? element : { ...element, action_id: `${element.action_id}:${times}` };
  };
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(own) };
    return block.type === 'section' && block.accessory ? { ...block, accessory: own(block.accessory) } : block;
  });
}
