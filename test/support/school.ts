import { weekdays } from '../../src/domain/calendar.ts';
import type { Role } from '../../src/domain/people.ts';
import type { KnownPerson, School } from '../../src/domain/school.ts';

function person(id: string, name: string, ...roles: readonly Role[]): KnownPerson {
  return { id, name, roles, address: `${id}@harbour.example`, objectId: objectId(id) };
}

/** A made-up directory id for a made-up person. */
export function objectId(id: string): string {
  return `00000000-0000-4000-8000-${Buffer.from(id.padEnd(6, '_')).subarray(0, 6).toString('hex')}`;
}

/** Open day and night, so that no test depends on the hour at which it runs. */
const allDay = { opens: '00:00', closes: '24:00' };

/** A made-up school with somebody in every role. Numbers are from the range kept for drama. */
export const harbour: School = {
  id: 'harbour',
  name: 'Harbour School',
  policy: 'floor',
  timeZone: 'Europe/London',
  calendar: { hours: Object.fromEntries(weekdays.map((day) => [day, allDay])), terms: [], closed: [] },
  limits: {},
  onCall: ['dsl', 'deputy-dsl'],
  people: [
    person('pupil', 'Pip Example', 'pupil'),
    person('teacher', 'Tess Example', 'staff'),
    person('dsl', 'Dana Sample', 'staff', 'dsl'),
    person('deputy', 'Devon Specimen', 'staff', 'deputy-dsl'),
    person('head', 'Hedley Placeholder', 'staff', 'headteacher'),
    person('chair', 'Char Mockup', 'governor', 'chair-of-governors'),
    person('itsupport', 'Ike Fixture', 'it-support'),
    person('dataprot', 'Dee Stub', 'data-protection'),
    person('esafety', 'Esme Pattern', 'staff', 'esafety-lead'),
    person('governor', 'Gov Dummy', 'governor'),
    person('admin', 'Ada Trial', 'admin'),
  ],
  domains: { 'staff.harbour.example': ['staff'], 'pupils.harbour.example': ['pupil'] },
  phones: {
    dsl: { label: 'the safeguarding lead', number: '01632 960001' },
    headteacher: { label: 'the headteacher', number: '01632 960002' },
    chairOfGovernors: { label: 'the chair of governors', number: '01632 960003' },
    lado: { label: 'the LADO', number: '01632 960004' },
  },
  undeliveredAfterMinutes: 10,
  teams: {
    tenant: '11111111-1111-4111-8111-111111111111',
    channel: '19:dsl@thread.tacv2',
    serviceUrl: 'http://127.0.0.1:9/',
    dialogs: true,
  },
};

/** The one of the school's people with this id. */
export function who(id: string): KnownPerson {
  const found = harbour.people.find((one) => one.id === id);
  if (!found) throw new Error(`nobody called ${id}`);
  return found;
}
