import type { KnownPerson, School } from '../../src/domain/school.ts';

/** A made-up teacher of their own for each submission, so that a draft left behind is nobody else's. */
export function teacher(n: number): KnownPerson {
  const number = String(n).padStart(12, '0');
  return {
    roles: ['staff'],
    id: `reporter-${n}`,
    name: `Reporter ${n} Example`,
    address: `reporter-${n}@harbour.example`,
    objectId: `99999999-0000-4000-8000-${number}`,
  };
}

/** The school with so many teachers more. */
export function withTeachers(school: School, count: number): School {
  return { ...school, people: [...school.people, ...Array.from({ length: count }, (_, n) => teacher(n))] };
}
