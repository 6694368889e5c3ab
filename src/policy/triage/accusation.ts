import type { Accused, Pack } from '../standing.ts';
import { type AboutKind, type InsideRole, insideRoles, type KeptFrom } from '../vocabulary.ts';
import { type Context, mentioned, said } from './context.ts';
import { isSelf } from './readings.ts';
import type { Span } from './word.ts';

/** Whom a report accuses, and which roles may therefore know nothing of it. */
export type Accusation = {
  readonly kinds: readonly AboutKind[];
  /** What the packs say of such persons. */
  readonly accused: readonly Accused[];
  readonly barred: ReadonlySet<KeptFrom>;
};

/** The role that a kind of person holds at every school. */
const roleOf: Partial<Record<AboutKind, InsideRole>> = {
  headteacher: 'headteacher',
  dsl: 'dsl',
  governor: 'chair-of-governors',
};

/** Kinds of adults to whom it was done, by the words. */
export function targetKinds(context: Context, { accused }: Pick<Pack, 'accused'>): readonly AboutKind[] {
  return Object.values(accused).flatMap((one) =>
    one?.unless.some((source) => mentioned(source, context)) ? [one.kind] : [],
  );
}

/** Who is accused when the words or the reporter say so; somebody to whom it was done is not. */
export function accusedKinds(
  context: Context,
  pack: Pick<Pack, 'accused'>,
  told: AboutKind | undefined,
): readonly AboutKind[] {
  return Object.values(pack.accused).flatMap((one) => {
    if (!one || context.targets.has(one.kind)) return [];
    return one.kind === told || spansOfAccused(one, context).length > 0 ? [one.kind] : [];
  });
}

/** All that follows from an accusation: for every role that the person holds, under whatever title. */
export function accusationOf(kinds: readonly AboutKind[], context: Context, pack: Pack): Accusation {
  const accused = kinds.flatMap((kind) => pack.accused[kind] ?? []);
  const roles = [...kinds.flatMap((kind) => roleOf[kind] ?? []), ...rolesIn(accused, context, pack)];
  const held = insideRoles.filter((role) => roles.some((one) => holder(one, pack) === holder(role, pack)));
  return { kinds, accused, barred: new Set([...held, ...accused.flatMap(({ keepFrom }) => keepFrom)]) };
}

/** Roles whose names stand where the accused is spoken of; a list of words that is named like a role tells them. */
function rolesIn(accused: readonly Accused[], context: Context, { lists }: Pack): readonly InsideRole[] {
  if (accused.length === 0) return [];
  const found = accused.flatMap((one) => spansOfAccused(one, context));
  const spans = found.length > 0 ? found : [{ from: 0, to: opening }];
  const typed = context.scanned.text.map(({ forms: [form = ''] }) => form);
  const named = insideRoles.flatMap((role) =>
    [...said(`<${role}>`, context), ...ownersIn(lists[role] ?? [], typed)].map((name) => ({ role, name })),
  );
  const meant = named.filter(({ name }) => spans.some((span) => isWithin(name, span)));
  const alone = meant.length === 0 && found.length === 0 && isAlone(named, context) ? named : [];
  return [...meant, ...alone].map(({ role }) => role);
}

/** Where a role first owns something: `the e-safety lead's login`. */
function ownersIn(titles: readonly string[], typed: readonly string[]): readonly Span[] {
  return titles.flatMap((title) => {
    const words = `${title}s`.split(' ');
    const from = typed.indexOf(words[0] ?? '');
    const stands = from >= 0 && words.every((word, at) => typed[from + at] === word);
    return stands ? [{ from, to: from + words.length }] : [];
  });
}

/** Where nothing else shows who is accused, it is whom the report begins with. */
const opening = 5;
/** So many words before a role may stand that somebody tells it to that person. */
const tellingReach = 4;

function isWithin(inner: Span, { from, to }: Span): boolean {
  return inner.from >= from && inner.to <= to;
}

/** Whether no other adult at school is spoken of than one role, and nobody is told or asked there. */
function isAlone(named: readonly { readonly role: InsideRole; readonly name: Span }[], context: Context): boolean {
  const roles = new Set(named.map(({ role }) => role));
  const adults = ['<school-adult>', '<teacher>'].flatMap((source) => said(source, context));
  const others = adults.filter((adult) => !named.some(({ name }) => isWithin(adult, name)));
  const telling = context.tone.telling.some(({ from }) =>
    named.some(({ name }) => from < name.from && name.from - from <= tellingReach),
  );
  return roles.size === 1 && others.length === 0 && !telling;
}

/** Where the words accuse somebody; whoever says who they are accuses not themself. */
function spansOfAccused({ words }: Accused, context: Context): readonly Span[] {
  const { tone, scanned, lexicon } = context;
  const spans = words.flatMap((source) => said(source, context));
  return spans.filter((span) => !isSelf(span, tone, scanned.text, lexicon.small));
}

/** The role whose holder has this one, by whatever detour. */
export function holder(role: InsideRole, { contacts }: Pick<Pack, 'contacts'>): InsideRole {
  const seen = new Set<InsideRole>();
  let at = role;
  while (!seen.has(at)) {
    seen.add(at);
    at = contacts[at]?.heldBy ?? at;
  }
  return at;
}
