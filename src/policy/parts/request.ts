import { z } from 'zod';
import { categories } from '../../domain/filing.ts';
import { audiences, insideRoles } from '../vocabulary.ts';
import { clause, id, list, mapOf, oneOrMany, prose, words } from './atoms.ts';
import { signsSource } from './incident.ts';

const insideRole = z.enum(insideRoles);

const variant = z.strictObject({
  why: prose,
  words: z.array(words).min(1, 'needs words that show it'),
  tell: z.array(insideRole).min(1, 'needs a role'),
});

/** Something people ask for that is no incident, or what a pack changes in the floor's. */
export const requestSource = z.strictObject({
  title: prose.optional(),
  category: z.enum(categories).optional().describe('The nearest category, for lists'),
  for: oneOrMany(z.enum(audiences)).optional(),
  signs: signsSource,
  examples: list(words).describe('Messages that must be recognised; `policy check` tries them'),
  tell: oneOrMany(insideRole).optional().describe('Who decides'),
  cases: mapOf(id, variant).describe('When somebody else decides'),
  answer: prose.optional().describe('What happens now, for adults'),
  pupil: prose.optional(),
  needs: list(prose).describe('What to say in the request'),
  handler: list(prose).describe('What whoever decides sees to, in order'),
  clause: oneOrMany(clause).default([]),
});
/** See {@link requestSource}. */
export type RequestSource = z.output<typeof requestSource>;
