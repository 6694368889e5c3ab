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
  const said = kinds.flatMap((kind) => pack.accused[kind] ?? []);
  const roles = [...kinds.flatMap((kind) => roleOf[kind] ?? []), ...rolesIn(said, context, pack)];
  const named = (['headteacher', 'dsl'] as const).filter((role) => roles.includes(role));
  const meant: readonly AboutKind[] = [...new Set([...kinds, ...named])];
  const accused = meant.flatMap((kind) => pack.accused[kind] ?? []);
  const held = insideRoles.filter((role) => roles.some((one) => holder(one, pack) === holder(role, pack)));
  return { kinds: meant, accused, barred: new Set([...held, ...accused.flatMap(({ keepFrom }) => keepFrom)]) };
}

/** Roles whose names stand where the accused is spoken of; a list of words that is named like a role tells them. */
function rolesIn(accused: readonly Accused[], context: Context, { lists }: Pick<Pack, 'lists'>): readonly InsideRole[] {
  if (accused.length === 0) return [];
  const found = accused.flatMap((one) => spansOfAccused(one, context));
  const named = namesIn(context, lists);
  const meant = named.filter(({ name }) =>
    found.length > 0 ? found.some((span) => isWithin(name, span)) : opens(name, context),
  );
  if (meant.length > 0 || found.length > 0) return meant.map(({ role }) => role);
  const bosses = worksHere(context)
    ? said('<boss>', context).map((name) => ({ role: 'headteacher', name }) as const)
    : [];
  const all = [...named, ...bosses];
  return isAlone(all, context) ? all.map(({ role }) => role) : [];
}

type Named = { readonly role: InsideRole; readonly name: Span };

/** Where roles are named, or whoever holds one is described. */
function namesIn(context: Context, lists: Pack['lists']): readonly Named[] {
  const typed = context.scanned.text.map(({ forms: [form = ''] }) => form);
  const isOther = (name: Span) => !isSelf(name, context.tone, context.scanned.text, context.lexicon.small);
  const heads = said('<head>', context, longerTitles(context)).map((name) => ({ role: 'headteacher', name }) as const);
  const others = insideRoles.flatMap((role) =>
    [...said(`<${role}>`, context), ...ownersIn(lists[role] ?? [], typed)].map((name) => ({ role, name })),
  );
  return [...heads, ...others].filter(({ name }) => isOther(name));
}

/** Whether a report begins with somebody, who is not told or asked there, and has not asked for the report either. */
function opens(name: Span, context: Context): boolean {
  return name.from < opening && !isTold([{ name }], context) && !hasAskedForIt(name, context);
}

/** Whether somebody had a colleague write the report: `the head has just asked me to log that …`. */
function hasAskedForIt({ to }: Span, context: Context): boolean {
  const { scanned, reporter, lexicon } = context;
  if (reporter === 'pupil' || reporter === 'parent') return false;
  return said('<asked-to-report>', context).some(({ from }) => {
    const between = scanned.text.slice(to, from);
    return (
      from >= to && between.length <= askingReach && between.every(({ forms: [form = ''] }) => lexicon.small.has(form))
    );
  });
}

/** Whether a report begins with somebody by a role, who is not told or asked there. */
export function beginsWithRole(context: Context, { lists }: Pick<Pack, 'lists'>): boolean {
  return namesIn(context, lists).some(({ name }) => opens(name, context));
}

/** Whether the reporter's boss is the school's head. */
function worksHere({ reporter }: Pick<Context, 'reporter'>): boolean {
  return reporter === 'staff' || reporter === 'technician';
}

/** Where a role owns something: `the e-safety lead's login`. */
function ownersIn(titles: readonly string[], typed: readonly string[]): readonly Span[] {
  const byEnd = titlesByEnd(titles);
  return typed.flatMap((end, at) =>
    (byEnd.get(end) ?? []).flatMap((before) => {
      const from = at - before.length;
      return from >= 0 && before.every((word, place) => typed[from + place] === word) ? [{ from, to: at + 1 }] : [];
    }),
  );
}

/** Titles by their last word as an owner has it, each as the words before that; made once for a list, of which there are thousands. */
function titlesByEnd(titles: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = ends.get(titles);
  if (known) return known;
  const split = titles.map((title) => title.split(' '));
  const byEnd = new Map(
    [...Map.groupBy(split, (words) => `${words.at(-1)}s`)].map(([end, all]) => [
      end,
      all.map((one) => one.slice(0, -1)),
    ]),
  );
  ends.set(titles, byEnd);
  return byEnd;
}

const ends = new WeakMap<readonly string[], ReadonlyMap<string, readonly (readonly string[])[]>>();

/** Where nothing else shows who is accused, it is whom the report begins with: in one of so many words. */
const opening = 5;
/** So many words before a role may stand that somebody tells it to that person. */
const tellingReach = 4;
/** So many small words may stand between a role and its asking. */
const askingReach = 2;

function isWithin(inner: Span, { from, to }: Span): boolean {
  return inner.from >= from && inner.to <= to;
}

/** Whether no other adult at school is spoken of than one role, and nobody is told or asked there. */
function isAlone(named: readonly Named[], context: Context): boolean {
  const roles = new Set(named.map(({ role }) => role));
  const adults = ['<school-adult>', '<teacher>'].flatMap((source) => said(source, context));
  const others = adults.filter((adult) => !named.some(({ name }) => isWithin(adult, name)));
  return roles.size === 1 && others.length === 0 && !isTold(named, context);
}

function isTold(named: readonly Pick<Named, 'name'>[], { tone }: Pick<Context, 'tone'>): boolean {
  return tone.telling.some(({ from }) =>
    named.some(({ name }) => from < name.from && name.from - from <= tellingReach),
  );
}

/** Where the words accuse somebody; whoever says who they are accuses not themself. */
function spansOfAccused({ kind, words }: Accused, context: Context): readonly Span[] {
  const { tone, scanned, lexicon } = context;
  const hidden = kind === 'headteacher' ? longerTitles(context) : undefined;
  const spans = words.flatMap((source) => said(source, context, hidden));
  return spans.filter((span) => !isSelf(span, tone, scanned.text, lexicon.small));
}

/** `the head of year` begins like the head of the school, and is somebody else. */
function longerTitles(context: Context): (span: Span) => boolean {
  const longer = (['head-of-house', 'head-of-faculty', 'dsl'] as const).flatMap((role) => said(`<${role}>`, context));
  return ({ from, to }) => longer.some((one) => one.from >= from && one.from < to && one.to > to);
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
