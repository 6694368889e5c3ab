import { z } from 'zod';
import type { Activity } from './activity.ts';

const mention = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string() }),
  text: z.string().min(1),
});

/** What somebody wrote, without the bot's own name at its head. Markup in it is left as it is: it is data. */
export function textOf({ text, entities, recipient }: Activity): string {
  let found = text ?? '';
  for (const entity of entities ?? []) {
    const parsed = mention.safeParse(entity);
    if (parsed.success && parsed.data.mentioned.id === recipient.id) found = found.replaceAll(parsed.data.text, '');
  }
  return found.trim();
}

/**
 * How many files or pictures came along. Teams adds a copy of the message itself as `text/html`, which is none; a
 * picture pasted into a channel stands in that copy alone. Teams also draws emoji as pictures there.
 */
export function filesOf({ attachments }: Activity): number {
  const all = attachments ?? [];
  const files = all.filter(({ contentType }) => !isCopy(contentType) && !isCard(contentType)).length;
  if (files > 0) return files;
  return all.reduce((sum, { contentType, content }) => sum + (isCopy(contentType) ? pictures(content) : 0), 0);
}

function isCopy(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('text/html');
}

function isCard(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('application/vnd.microsoft.card.');
}

function pictures(html: unknown): number {
  if (typeof html !== 'string') return 0;
  return (html.match(/<img\b[^>]*>/gi) ?? []).filter((tag) => !/emoji/i.test(tag)).length;
}
