import type { PackSource } from '../pack.ts';
import { error, type Path, type Problem, warning } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { citesOf, rolesOf } from './walk.ts';

/** Names in a pack that lead nowhere, and headings that nothing leads to. */
export function checkLinks(own: PackSource, pack: Pack): readonly Problem[] {
  return [
    ...ofRules(own, pack),
    ...ofIncidents(own, pack),
    ...ofEffects(own, pack),
    ...ofClauses(own, pack),
    ...ofHeadings(own),
    ...ofRoles(own, pack),
  ];
}

function ofRules(own: PackSource, pack: Pack): readonly Problem[] {
  const known = new Set(pack.rules.map(({ id, from }) => id.slice(from.length + 1)));
  return Object.entries(own.rules)
    .flatMap(([name, rule]) => [
      ...(rule?.related ?? []).flatMap((other, index) => {
        const path: Path = ['rules', name, 'related', index];
        if (other === name) return [error(path, 'leads back to the rule itself')];
        return known.has(other) ? [] : [error(path, `${other} is no rule of this pack or the floor`)];
      }),
      ...topic(['rules', name, 'topic'], rule?.topic, pack),
      ...(rule?.for && [rule.for].flat().includes('pupil') && rule.pupil === ''
        ? [error(['rules', name, 'for'], 'lets pupils ask, but there is no `pupil` answer')]
        : []),
      ...checkQuestion(name, rule),
    ])
    .concat(Object.entries(own.gaps).flatMap(([name, gap]) => topic(['gaps', name, 'topic'], gap?.topic, pack)));
}

function topic(path: Path, name: string | undefined, pack: Pack): readonly Problem[] {
  return name === undefined || Object.hasOwn(pack.topics, name)
    ? []
    : [error(path, `${name} is no topic of this pack or the floor, which are ${Object.keys(pack.topics).join(', ')}`)];
}

function checkQuestion(name: string, rule: PackSource['rules'][string]): readonly Problem[] {
  const check = rule?.induction.wanted && 'check' in rule.induction ? rule.induction.check : undefined;
  const wrong = check?.wrong.indexOf(check.right) ?? -1;
  return wrong < 0 ? [] : [error(['rules', name, 'induction', 'check', 'wrong', wrong], 'is also the right answer')];
}

function ofIncidents(own: PackSource, pack: Pack): readonly Problem[] {
  return Object.entries(own.incidents).flatMap(([name, incident]) => {
    const sanctions = Array.isArray(incident?.sanctions) ? incident.sanctions : [];
    return unknown(['incidents', name, 'sanctions'], sanctions, pack.sanctions, 'sanction');
  });
}

/** What a part of a pack leads to, wherever it stands. */
type Effects = { readonly helplines?: readonly string[]; readonly consider: object };

/** Whom kinds of incidents, their circumstances, alarms and accusations speak of. */
function ofEffects(own: PackSource, pack: Pack): readonly Problem[] {
  return [...effectsOf(own)].flatMap(({ path, helplines = [], consider }) => [
    ...unknown([...path, 'helplines'], helplines, pack.helplines, 'helpline'),
    ...Object.keys(consider).flatMap((body) =>
      Object.hasOwn(pack.contacts, body) || Object.hasOwn(pack.helplines, body)
        ? []
        : [error([...path, 'consider', body], `${body} is no role, body or helpline`)],
    ),
  ]);
}

function* effectsOf({ incidents, alarms, accused }: PackSource): Iterable<Effects & { readonly path: Path }> {
  for (const [name, incident] of Object.entries(incidents)) {
    if (!incident) continue;
    yield { ...incident, path: ['incidents', name] };
    yield* each(['incidents', name, 'cases'], incident.cases);
  }
  yield* each(['alarms'], alarms);
  yield* each(['accused'], accused);
}

function* each(path: Path, map: Readonly<Record<string, Effects | undefined>>): Iterable<Effects & { path: Path }> {
  for (const [name, one] of Object.entries(map)) if (one) yield { ...one, path: [...path, name] };
}

function unknown(path: Path, names: readonly string[], map: object, what: string): readonly Problem[] {
  return names.flatMap((name, index) =>
    Object.hasOwn(map, name) ? [] : [error([...path, index], `${name} is no ${what}`)],
  );
}

function ofClauses(own: PackSource, pack: Pack): readonly Problem[] {
  const main = Object.keys(own.documents)[0] ?? '';
  return citesOf(own).flatMap(({ path, clause }) => {
    const document = clause.document || main;
    const headings = pack.sections[document];
    if (!headings)
      return [
        error(
          path,
          document
            ? `${document} is no document with headings in \`sections\``
            : 'cites a document, but the pack has none',
        ),
      ];
    return headings.some(({ heading }) => heading === clause.section)
      ? []
      : [error(path, `“${clause.section}” is no heading of ${document}`)];
  });
}

function ofHeadings(own: PackSource): readonly Problem[] {
  const main = Object.keys(own.documents)[0] ?? '';
  const cited = new Set(citesOf(own).map(({ clause }) => `${clause.document || main} > ${clause.section}`));
  return Object.entries(own.sections).flatMap(([document, headings = []]) => {
    const path: Path = ['sections', document];
    if (!Object.hasOwn(own.documents, document)) return [error(path, `${document} is not among the documents`)];
    const seen = new Set<string>();
    return headings.flatMap(({ heading, none }, index) => {
      const here: Path = [...path, index];
      const again = seen.has(heading);
      seen.add(heading);
      if (again) return [error(here, `“${heading}” is listed twice; tell the two apart`)];
      const covered = cited.has(`${document} > ${heading}`);
      if (covered && none) return [warning(here, 'says why no rule cites it, but one does')];
      return covered || none ? [] : [error(here, `“${heading}” has no rule and no reason for none`)];
    });
  });
}

function ofRoles(own: PackSource, pack: Pack): readonly Problem[] {
  return rolesOf(own)
    .filter(({ role }) => !pack.contacts[role])
    .map(({ path, role }) => error(path, `${role} is not among the contacts`));
}
