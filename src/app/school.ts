export type { KnownPerson, Phone, School, Schools, Sighting } from '../domain/school.ts';
