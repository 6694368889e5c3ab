import type { Pack } from './standing.ts';
import { type AdviceAudience, insideRoles, type RouteRole, routeRoles } from './vocabulary.ts';

const form = /\{([^{}]*)\}/g;

const beginsSentence = /(?:^|[.!?]\s+)$/;

/** “your {head-of-faculty}” needs no second article. */
const determined = /\b(?:an?|the|my|your|our|their|his|her) $/i;

/** What a placeholder stands for: a role or a helpline, perhaps with its number. */
type Placeholder = { readonly name: string; readonly withNumber: boolean };

/**
 * Fills in roles and helplines in the school's own words: `{dsl}` is the title, `{dsl.phone}` the title with its
 * number where one is known, `{childline}` the helpline with its number. Pupils get the names that pupils use.
 */
export function fill(text: string, pack: Pick<Pack, 'contacts' | 'helplines'>, to: AdviceAudience): string {
  return text.replaceAll(form, (whole, inner: string, at: number) => {
    const { name, withNumber } = parse(inner);
    const role = routeRoles.find((one) => one === name);
    const said = role ? roleText(role, withNumber, pack, to) : helplineText(name, pack);
    if (said === undefined) return whole;
    const before = text.slice(0, at);
    if (determined.test(before)) return said.replace(/^(?:the|your) /, '');
    return beginsSentence.test(before) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  });
}

/** Placeholders of a text that stand for nothing in this pack. */
export function unknownPlaceholders(text: string, pack: Pick<Pack, 'contacts' | 'helplines'>): readonly string[] {
  if (!text.includes('{')) return [];
  return [...text.matchAll(form)].flatMap(([whole, inner = '']) => {
    const { name } = parse(inner);
    return Object.hasOwn(pack.contacts, name) || Object.hasOwn(pack.helplines, name) ? [] : [whole];
  });
}

function parse(inner: string): Placeholder {
  const withNumber = inner.endsWith('.phone');
  return { name: withNumber ? inner.slice(0, -'.phone'.length) : inner, withNumber };
}

function roleText(
  role: RouteRole,
  withNumber: boolean,
  { contacts }: Pick<Pack, 'contacts'>,
  to: AdviceAudience,
): string | undefined {
  const contact = contacts[role];
  if (!contact) return undefined;
  const inside = insideRoles.some((one) => one === role);
  const title = to === 'pupil' && contact.pupil ? contact.pupil : `${inside ? 'the ' : ''}${contact.title}`;
  return withNumber && contact.phone ? `${title} on ${contact.phone}` : title;
}

function helplineText(name: string, { helplines }: Pick<Pack, 'helplines'>): string | undefined {
  const helpline = helplines[name];
  if (!helpline) return undefined;
  return helpline.phone ? `${helpline.title} on ${helpline.phone}` : helpline.title;
}
