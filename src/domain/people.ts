/** Every role a person can hold at a school; the words are those of the school file. */
export const roles = [
  'pupil',
  'staff',
  'dsl',
  'deputy-dsl',
  'headteacher',
  'chair-of-governors',
  'it-support',
  'data-protection',
  'esafety-lead',
  'governor',
  'admin',
] as const;

/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** Whether a role that a policy names is one that people hold in Lantern. */
export function isRole<Name extends string>(name: Name): name is Name & Role {
  return (roles as readonly string[]).includes(name);
}

/** Names a person within one school, whatever channel they come through. Stable; never a display name. */
export type PersonId = string;

/** Somebody who speaks to Lantern or may be spoken to. */
export type Person = {
  readonly id: PersonId;
  /** As the school file or the directory shows it: a person's words, so never trusted as markup. */
  readonly name: string;
  /** All roles held at once. Empty never happens: somebody unknown is a `pupil`, who may least. */
  readonly roles: readonly Role[];
};

/** The roles of somebody the school file does not know (DESIGN.md, rule of safety 6). */
export const rolesOfUnknown: readonly Role[] = ['pupil'];

/** Whether the person holds any of the roles. */
export function holds(person: Person, ...wanted: readonly Role[]): boolean {
  return person.roles.some((role) => wanted.includes(role));
}

/** Whether Lantern speaks to this person in the words meant for children. */
export function isPupil(person: Pick<Person, 'roles'>): boolean {
  return person.roles.every((role) => role === 'pupil');
}
