/**
 * What somebody typed, out of what Slack sends: `&`, `<` and `>` come as entities, and mentions, channels and links as
 * `<…>`. Their words come back as data, markup and all; `bot`: our own name at the head is left out.
 */
export function typed(text: string, bot?: string): string {
  const own = bot === undefined ? text : text.replaceAll(`<@${bot}>`, '');
  return own
    .replace(/<([^<>]*)>/g, (_, inside: string) => readable(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** `!channel`, `@U123|name`, `#C123|name`, `https://…|label`: what a person saw, and where a link leads. */
function readable(inside: string): string {
  const [target = '', label] = inside.split('|', 2);
  if (target.startsWith('!')) return `@${label ?? target.slice(1).split('^')[0]}`;
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  const bare = target.replace(/^mailto:/, '');
  return label === undefined || label === bare || label === target ? bare : `${label} (${bare})`;
}
