import { describe, expect, it } from 'vitest';
import { identify, isNamed } from '../../src/app/identify.ts';
import { personToday } from '../../src/app/people.ts';
import { harbour, objectId } from '../support/school.ts';

const stranger = { name: 'Somebody', fallbackId: 'aad:x' };

describe('who somebody is', () => {
  it.each([
    {
      by: 'object id',
      seen: { ...stranger, objectId: objectId('dsl').toUpperCase() },
      id: 'dsl',
      roles: ['staff', 'dsl'],
    },
    { by: 'address', seen: { ...stranger, address: 'DSL@Harbour.example' }, id: 'dsl', roles: ['staff', 'dsl'] },
    { by: 'domain', seen: { ...stranger, address: 'new@staff.harbour.example' }, id: 'aad:x', roles: ['staff'] },
    { by: 'nothing known', seen: { ...stranger, address: 'x@elsewhere.example' }, id: 'aad:x', roles: ['pupil'] },
    { by: 'no address', seen: stranger, id: 'aad:x', roles: ['pupil'] },
    {
      by: 'an address that only ends alike',
      seen: { ...stranger, address: 'x@evilstaff.harbour.example' },
      id: 'aad:x',
      roles: ['pupil'],
    },
    {
      by: 'an address with two marks',
      seen: { ...stranger, address: 'x@staff.harbour.example@evil.example' },
      id: 'aad:x',
      roles: ['pupil'],
    },
  ])('by $by', ({ seen, id, roles }) => {
    expect(identify(harbour, seen)).toMatchObject({ id, roles });
  });

  it('a display name counts for nothing', () => {
    expect(identify(harbour, { ...stranger, name: 'Dana Sample' }).roles).toEqual(['pupil']);
  });

  it('whoever the file names by object id needs no look-up', () => {
    expect(isNamed(harbour, { ...stranger, objectId: objectId('dsl') })).toBe(true);
    expect(isNamed(harbour, stranger)).toBe(false);
  });

  it('who has left the school file keeps no right to work cases', () => {
    const address = { channel: 'teams', kind: 'chat', conversation: 'a:x' } as const;
    const contact = { person: { id: 'left', name: 'Left', roles: ['staff', 'dsl'] as const }, address };
    expect(personToday(harbour, 'left', contact).roles).toEqual(['staff']);
  });
});
