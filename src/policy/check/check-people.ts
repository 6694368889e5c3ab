import { isOverYearAgo, startOf } from '../dates.ts';
import type { PackSource } from '../pack.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Pack } from '../standing.ts';

/** People on whom an urgent report rests. */
const urgent = ['dsl', 'headteacher', 'chair-of-governors', 'lado'] as const;

/** Roles that nobody holds, numbers nobody has tried for a year, and posts that must not be one person's. */
export function checkPeople(own: PackSource, pack: Pack, today: string): readonly Problem[] {
  return [...(own.pack.base ? [] : ofSchool(own, pack)), ...ofNumbers(own, today), ...ofPosts(own)];
}

function ofSchool(own: PackSource, pack: Pack): readonly Problem[] {
  const problems: Problem[] = urgent
    .filter((role) => pack.contacts[role]?.phone === '')
    .map((role) =>
      warning(own.contacts[role] ? ['contacts', role] : ['contacts'], `has no telephone number for ${role}`),
    );
  if (!own.contacts.dsl?.title) {
    problems.push(error(['contacts'], 'names no designated safeguarding lead (`dsl`); every school must have one'));
  } else if (!pack.contacts.dsl?.deputies.length) {
    problems.push(warning(['contacts', 'dsl'], 'has no deputy to take a report when the lead is away'));
  }
  if (!Object.values(own.rules).some((rule) => rule?.induction.wanted)) {
    problems.push(warning(['rules'], 'has no rule for induction'));
  }
  return problems;
}

function ofNumbers(own: PackSource, today: string): readonly Problem[] {
  return (['contacts', 'helplines'] as const).flatMap((map) =>
    Object.entries(own[map]).flatMap(([name, entry]) => {
      if (!entry?.phone) return [];
      if (!entry.checked)
        return [warning([map, name, 'phone'], 'does not say when the number was last tried (`checked`)')];
      if (startOf(entry.checked) > today) return [warning([map, name, 'checked'], `${entry.checked} is still to come`)];
      return isOverYearAgo(entry.checked, today)
        ? [warning([map, name, 'checked'], `was last tried in ${entry.checked}, more than a year ago`)]
        : [];
    }),
  );
}

function ofPosts(own: PackSource): readonly Problem[] {
  const chairAndHead =
    own.contacts['chair-of-governors']?.heldBy === 'headteacher' ||
    own.contacts.headteacher?.heldBy === 'chair-of-governors';
  const selves = Object.entries(own.contacts).flatMap(([role, contact]) => [
    ...(contact?.heldBy === role ? [error(['contacts', role, 'heldBy'], 'is the role itself')] : []),
    ...(contact?.deputies ?? []).flatMap((deputy, index) =>
      deputy === role ? [error(['contacts', role, 'deputies', index], 'is the role itself')] : [],
    ),
  ]);
  if (!chairAndHead) return selves;
  const place = own.contacts.headteacher?.heldBy ? 'headteacher' : 'chair-of-governors';
  return [
    ...selves,
    error(['contacts', place, 'heldBy'], 'a report about the headteacher would come to the headteacher'),
  ];
}
