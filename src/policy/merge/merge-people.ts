import type { Contact, Helpline, PolicyDocument } from '../standing.ts';
import { audiences, type RouteRole } from '../vocabulary.ts';
import { allOf, clausesOf, firstOf, type Layer, parts } from './layers.ts';

/** A role or body from all layers, field by field: the school's own word before the floor's. */
export function mergeContact(role: RouteRole, layers: readonly Layer[]): Contact {
  const said = parts(layers, ({ contacts }) => contacts[role]);
  return {
    title: firstOf(said, ({ title }) => title) ?? '',
    pupil: firstOf(said, ({ pupil }) => pupil) ?? '',
    knownAs: allOf(said, ({ knownAs }) => knownAs),
    phone: firstOf(said, ({ phone }) => phone || undefined) ?? '',
    email: firstOf(said, ({ email }) => email) ?? '',
    url: firstOf(said, ({ url }) => url) ?? '',
    hours: firstOf(said, ({ hours }) => hours) ?? '',
    checked: firstOf(said, ({ checked }) => checked || undefined) ?? '',
    deputies: firstOf(said, ({ deputies }) => deputies) ?? [],
    heldBy: firstOf(said, ({ heldBy }) => heldBy),
    note: firstOf(said, ({ note }) => note) ?? '',
    clauses: clausesOf(said),
  };
}

/** A helpline from all layers, field by field. */
export function mergeHelpline(name: string, layers: readonly Layer[]): Helpline {
  const said = parts(layers, ({ helplines }) => helplines[name]);
  return {
    title: firstOf(said, ({ title }) => title) ?? '',
    says: firstOf(said, ({ says }) => says) ?? '',
    pupil: firstOf(said, ({ pupil }) => pupil) ?? '',
    for: firstOf(said, (one) => one.for) ?? [...audiences],
    phone: firstOf(said, ({ phone }) => phone || undefined) ?? '',
    text: firstOf(said, ({ text }) => text) ?? '',
    email: firstOf(said, ({ email }) => email) ?? '',
    url: firstOf(said, ({ url }) => url) ?? '',
    hours: firstOf(said, ({ hours }) => hours) ?? '',
    checked: firstOf(said, ({ checked }) => checked || undefined) ?? '',
    fixed: said.some((part) => part.said.fixed),
    hidden: said[0]?.said.hidden ?? false,
    note: firstOf(said, ({ note }) => note) ?? '',
  };
}

/** Every document, the school's own and the floor's. */
export function mergeDocuments(layers: readonly Layer[]): Record<string, PolicyDocument> {
  const all = layers
    .toReversed()
    .flatMap(({ id, source }) =>
      Object.entries(source.documents).flatMap(([name, said]) =>
        said ? [[name, { ...said, from: id }] as const] : [],
      ),
    );
  return Object.fromEntries(all);
}
