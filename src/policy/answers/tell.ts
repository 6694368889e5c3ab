import { DateTime } from 'luxon';
import { isOverdue } from '../dates.ts';
import { fill } from '../placeholders.ts';
import { remembered } from '../remembered.ts';
import type { Clause, Pack, Rule } from '../standing.ts';
import { type AdviceAudience, type Audience, type InsideRole, readerOf } from '../vocabulary.ts';
import type { Choice, Citation, Person, Told } from './answer.ts';
import { phrasesFor } from './phrases.ts';

/** A rule in the reader's words, with its clause, its edition and what to ask next. `today` is an ISO date. */
export function tell(rule: Rule, role: Audience, pack: Pack, today: string): Told {
  const reader = readerOf(role);
  const overdue = isOverdue(rule.reviewBy, today);
  return {
    rule: rule.id,
    text: [fill(wordingFor(rule, reader), pack, reader), ...(overdue ? [overdueNote(rule.reviewBy, reader)] : [])].join(
      ' ',
    ),
    citation: citationOf(rule.clauses[0], pack),
    edition: { approved: rule.approved, reviewBy: rule.reviewBy, overdue },
    source: rule.from === pack.head.id ? '' : (pack.sources[rule.from] ?? ''),
    person: personOf(rule.owner, role, pack),
    related: choicesOf(
      rule.related.flatMap((id) => byId(pack.rules).get(id) ?? []),
      role,
    ),
  };
}

const ids = new WeakMap<Pack['rules'], ReadonlyMap<string, Rule>>();

function byId(rules: Pack['rules']): ReadonlyMap<string, Rule> {
  const known = ids.get(rules) ?? new Map(rules.toReversed().map((rule) => [rule.id, rule]));
  ids.set(rules, known);
  return known;
}

function wordingFor({ answer, pupil, parent }: Rule, reader: AdviceAudience): string {
  switch (reader) {
    case 'pupil':
      return pupil;
    case 'parent':
      return parent || answer;
    case 'staff':
      return answer;
    default:
      return reader satisfies never;
  }
}

function overdueNote(reviewBy: string, reader: AdviceAudience): string {
  return phrasesFor(reader).overdue.replace('{date}', inWords(reviewBy));
}

const inWords = remembered((date) => {
  const form = date.length <= 4 ? 'yyyy' : date.length <= 7 ? 'LLLL yyyy' : 'd LLLL yyyy';
  return DateTime.fromISO(date).toFormat(form);
});

/** A clause as it is shown; a document that has no title is named by its id. */
export function citationOf(clause: Clause | undefined, { documents }: Pick<Pack, 'documents'>): Citation {
  if (!clause) return { document: '', section: '' };
  return { document: documents[clause.document]?.title ?? clause.document, section: clause.section };
}

/** Who holds a role, as the reader calls them. */
export function personOf(role: InsideRole, to: Audience, pack: Pack): Person {
  const title = fill(`{${role}}`, pack, readerOf(to));
  return { role, title: title.replace(/^(?:The|A|An|Your) /, (article) => article.toLowerCase()) };
}

/** Rules to be chosen from, those that the role may ask. */
export function choicesOf(rules: readonly Rule[], role: Audience): readonly Choice[] {
  return rules
    .filter((rule) => rule.for.includes(role))
    .map((rule) => ({ rule: rule.id, asks: offeredAs(rule, role) }));
}

/** The question that a rule is offered as: one that whoever reads it would ask. */
function offeredAs({ id, asks, pupilAsks }: Rule, role: Audience): string {
  return role === 'pupil' ? pupilAsks : (asks[0] ?? id);
}
