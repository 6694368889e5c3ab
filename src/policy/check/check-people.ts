import { isOverYearAgo, startOf } from '../dates.ts';
import type { PackSource } from '../pack.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { holder } from '../triage/accusation.ts';
import { type InsideRole, insideRoles } from '../vocabulary.ts';

/** People on whom an urgent report rests. */
const urgent = ['dsl', 'headteacher', 'chair-of-governors', 'lado'] as const;

/** Roles that nobody holds, numbers nobody has tried for a year, and posts that must not be one person's. */
export function checkPeople(own: PackSource, pack: Pack, today: string): readonly Problem[] {
  return [...(own.pack.base ? [] : ofSchool(own, pack)), ...ofNumbers(own, today), ...ofPosts(own, pack)];
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

function ofPosts(own: PackSource, pack: Pack): readonly Problem[] {
  const selves = insideRoles.flatMap((role) => [
    ...(isHeldInCircles(role, pack) && own.contacts[role]?.heldBy
      ? [error(['contacts', role, 'heldBy'], 'leads back to the role itself')]
      : []),
    ...(own.contacts[role]?.deputies ?? []).flatMap((deputy, index) =>
      deputy === role ? [error(['contacts', role, 'deputies', index], 'is the role itself')] : [],
    ),
  ]);
  if (holder('chair-of-governors', pack) !== holder('headteacher', pack)) return selves;
  const place = (['headteacher', 'chair-of-governors'] as const).find((role) => own.contacts[role]?.heldBy);
  return [
    ...selves,
    error(
      place ? ['contacts', place, 'heldBy'] : ['contacts'],
      'a report about the headteacher would come to the headteacher',
    ),
  ];
}

/** Whether a role is said to be held by one whose holder has it in turn. */
function isHeldInCircles(role: InsideRole, pack: Pack): boolean {
  const { heldBy } = pack.contacts[role] ?? {};
  return heldBy !== undefined && holder(role, pack) === role;
}
