import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/people.ts';
import type { Subject } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { harbour } from '../support/school.ts';

type Row = {
  readonly story: string;
  readonly tell?: readonly Role[];
  readonly subjects: readonly Subject[];
  readonly accused?: Subject['kind'];
  readonly keepFrom?: string;
  readonly roles: string;
  readonly channel: boolean;
  readonly told: string;
  readonly excluded: string;
};

const safeguarding = 'dsl deputy-dsl headteacher';

const rows: readonly Row[] = [
  { story: 'nobody named', subjects: [], roles: safeguarding, channel: true, told: '', excluded: '' },
  {
    story: 'pupils alone',
    subjects: [
      { name: 'A', kind: 'pupil', part: 'alleged' },
      { name: 'B', kind: 'pupil', part: 'target' },
    ],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'a pupil who shares the safeguarding lead’s name',
    subjects: [{ name: 'Dana Sample', kind: 'pupil', part: 'alleged' }],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'a member of staff who is the target',
    subjects: [{ name: 'Tess', kind: 'staff', part: 'target' }],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'an unnamed member of staff',
    subjects: [{ name: '', kind: 'staff', part: 'alleged' }],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: '',
  },
  {
    story: 'a member of staff whose part is not known',
    subjects: [{ name: 'Miss Example', kind: 'staff', part: 'unknown' }],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: 'teacher',
  },
  {
    story: 'words that accuse staff, with nobody named',
    accused: 'staff',
    subjects: [{ name: 'Jo', kind: 'pupil', part: 'target' }],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: '',
  },
  {
    story: 'the headteacher by post',
    subjects: [{ name: '', kind: 'headteacher', part: 'alleged' }],
    roles: 'chair-of-governors',
    channel: false,
    told: 'chair',
    excluded: 'head',
  },
  {
    story: 'words that accuse the headteacher, with nobody named',
    accused: 'headteacher',
    subjects: [],
    roles: 'chair-of-governors',
    channel: false,
    told: 'chair',
    excluded: 'head',
  },
  {
    story: 'words that seem to accuse staff, where the reporter says it was a pupil',
    accused: 'staff',
    subjects: [{ name: '', kind: 'pupil', part: 'alleged' }],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  ...['the headteacher', 'Mr Placeholder, headteacher', 'H. Placeholder', 'Hedley J Placeholder', 'Plácehölder'].map(
    (name) => ({
      story: `the headteacher written as "${name}"`,
      subjects: [{ name, kind: 'staff', part: 'alleged' } as const],
      roles: 'chair-of-governors',
      channel: false,
      told: 'chair',
      excluded: 'head',
    }),
  ),
  {
    story: 'somebody whose name is in everybody’s address',
    subjects: [{ name: 'Harbour Example', kind: 'unknown', part: 'unknown' }],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'a child who shares the headteacher’s surname and is not said to be a pupil',
    subjects: [{ name: 'Tom Placeholder', kind: 'unknown', part: 'unknown' }],
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'the headteacher by surname, picked as someone outside',
    subjects: [{ name: 'mr PLACEHOLDER', kind: 'outside', part: 'alleged' }],
    roles: 'chair-of-governors',
    channel: false,
    told: 'chair',
    excluded: 'head',
  },
  {
    story: 'the safeguarding lead by post',
    subjects: [{ name: '', kind: 'dsl', part: 'alleged' }],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: 'dsl',
  },
  {
    story: 'the safeguarding lead and the headteacher',
    subjects: [
      { name: '', kind: 'dsl', part: 'alleged' },
      { name: '', kind: 'headteacher', part: 'unknown' },
    ],
    roles: 'chair-of-governors',
    channel: false,
    told: 'chair',
    excluded: 'dsl head',
  },
  {
    story: 'the headteacher and the chair of governors',
    subjects: [
      { name: '', kind: 'headteacher', part: 'alleged' },
      { name: 'Char Mockup', kind: 'outside', part: 'alleged' },
    ],
    roles: 'deputy-dsl',
    channel: false,
    told: 'deputy',
    excluded: 'head chair',
  },
  {
    story: 'a deputy who helped with it',
    subjects: [
      { name: 'Jo Invented', kind: 'pupil', part: 'alleged' },
      { name: 'Devon Specimen', kind: 'staff', part: 'assistant' },
    ],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: 'deputy',
  },
  {
    story: 'what the policy has the headteacher told of',
    tell: ['headteacher'],
    subjects: [],
    roles: safeguarding,
    channel: true,
    told: 'head',
    excluded: '',
  },
  {
    story: 'what the policy has a headteacher told of who must not know, says the reporter',
    tell: ['headteacher'],
    subjects: [],
    keepFrom: 'Hedley Placeholder',
    roles: 'dsl deputy-dsl',
    channel: false,
    told: 'dsl deputy',
    excluded: 'head',
  },
  {
    story: 'a technician named',
    subjects: [{ name: 'Ike Fixture', kind: 'staff', part: 'alleged' }],
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: 'itsupport',
  },
  {
    story: 'a filter that lets something through',
    tell: ['it-support'],
    subjects: [],
    roles: `${safeguarding} it-support`,
    channel: true,
    told: 'itsupport',
    excluded: '',
  },
  {
    story: 'the safeguarding lead must not know, says the reporter',
    subjects: [],
    keepFrom: 'Dana Sample',
    roles: 'deputy-dsl headteacher',
    channel: false,
    told: 'deputy',
    excluded: 'dsl',
  },
  {
    story: 'neither of them must know, by what they do',
    subjects: [],
    keepFrom: 'the DSL and Mr Specimen',
    roles: 'headteacher',
    channel: false,
    told: 'head',
    excluded: 'dsl deputy',
  },
  {
    story: 'nobody of the whole team must know',
    subjects: [],
    keepFrom: 'Ms Sample, Mr Specimen, the headteacher',
    roles: 'chair-of-governors',
    channel: false,
    told: 'chair',
    excluded: 'dsl deputy head',
  },
  {
    story: 'a teacher who works no cases must not know',
    subjects: [],
    keepFrom: 'Tess Example',
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: 'teacher',
  },
  {
    story: 'a helper must not know whom the policy has told',
    tell: ['it-support'],
    subjects: [],
    keepFrom: 'Ike',
    roles: `${safeguarding} it-support`,
    channel: false,
    told: 'dsl deputy',
    excluded: 'itsupport',
  },
  {
    story: 'somebody the school does not know must not know',
    subjects: [],
    keepFrom: 'my mum',
    roles: safeguarding,
    channel: true,
    told: '',
    excluded: '',
  },
  {
    story: 'the headteacher is accused and the chair must not know',
    subjects: [{ name: '', kind: 'headteacher', part: 'alleged' }],
    keepFrom: 'Char Mockup',
    roles: 'deputy-dsl',
    channel: false,
    told: 'deputy',
    excluded: 'head chair',
  },
];

describe('where a report goes', () => {
  it.each(rows)('about $story', ({ tell = [], subjects, accused, keepFrom = '', roles, channel, told, excluded }) => {
    const route = routeFor({ tell, subjects, accused, keepFrom }, harbour.people);
    expect(route.roles.join(' ')).toBe(roles);
    expect(route.inChannel).toBe(channel);
    expect(route.told.join(' ')).toBe(told);
    expect(route.excluded.toSorted()).toEqual(excluded.split(' ').filter(Boolean).toSorted());
    expect(route.rules.length).toBeGreaterThan(0);
  });

  it('nobody is left: the case is kept, and no role sees it', () => {
    const [head] = harbour.people.filter(({ id }) => id === 'head');
    const route = routeFor(
      { tell: [], subjects: [{ name: '', kind: 'headteacher', part: 'alleged' }], accused: undefined, keepFrom: '' },
      head ? [head] : [],
    );
    expect(route).toMatchObject({ roles: [], inChannel: false, told: [] });
  });
});
