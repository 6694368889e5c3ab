import { describe, expect, it } from 'vitest';
import { readSchool } from '../../src/config/school-file.ts';
import { closest } from '../../src/packs/did-you-mean.ts';
import { schoolText } from './school-text.ts';

function problems(text: string): readonly string[] {
  const file = readSchool('elm.yaml', text);
  return file.kind === 'broken' ? file.problems : [];
}

/** The good file with one passage changed; fails where the passage is not there. */
function changed(from: string, to: string): string {
  const text = schoolText();
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('a school file', () => {
  it('becomes a school, with addresses and object ids in small letters', () => {
    const file = readSchool('elm.yaml', schoolText());
    expect(file).toMatchObject({
      kind: 'school',
      school: {
        id: 'elm',
        name: 'Elm School',
        policy: 'model',
        timeZone: 'Europe/London',
        people: [
          { id: 'dee@elm.example', name: 'Dee', roles: ['dsl', 'staff'], address: 'dee@elm.example' },
          { id: '00000000-0000-4000-8000-00000000000a', objectId: '00000000-0000-4000-8000-00000000000a' },
          { id: 'cho', slackId: 'U012ABCDEF' },
        ],
        domains: { 'elm.example': ['staff'] },
        phones: { lado: { label: 'LADO', number: '+44 1632 960004' } },
        undeliveredAfterMinutes: 20,
        teams: { channel: '19:abc@thread.tacv2', dialogs: true },
      },
    });
  });

  it('needs neither domains nor Teams, and then has sensible values', () => {
    const file = readSchool('elm.yaml', schoolText().replace(/domains:.*/s, ''));
    expect(file).toMatchObject({ kind: 'school', school: { domains: {}, undeliveredAfterMinutes: 15 } });
    expect(file).not.toHaveProperty('school.teams');
  });

  it('may leave out the connector, and dialogs are then used', () => {
    const text = schoolText().replace(/ {2}serviceUrl:.*\n {2}dialogs:.*\n/, '');
    expect(readSchool('elm.yaml', text)).toHaveProperty('school.teams', {
      tenant: '00000000-0000-4000-8000-0000000000aa',
      channel: '19:abc@thread.tacv2',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      dialogs: true,
    });
  });

  it('has usual hours, always term, and the lead and the deputies on call, unless it says otherwise', () => {
    const usual = { opens: '08:30', closes: '16:00' };
    expect(readSchool('elm.yaml', schoolText())).toMatchObject({
      school: {
        calendar: { hours: { monday: usual, friday: usual }, terms: [], closed: [] },
        limits: {},
        onCall: ['dsl', 'deputy-dsl'],
      },
    });
  });

  it('names hours, terms, days it is closed, shorter deadlines and who is on call', () => {
    const file = readSchool(
      'elm.yaml',
      `${schoolText()}hours: { monday: 08:00-15:30, saturday: 09:00-24:00 }
terms: [2026-09-02 to 2026-12-18]
closed: [2026-10-26 to 2026-10-30, 2026-11-27]
deadlines:
  high: { acknowledged: 30 minutes, reviewed: 2 school days }
  immediate: { acknowledged: 5 minutes }
onCall: [dsl, headteacher]
`,
    );
    expect(file).toMatchObject({
      school: {
        calendar: {
          hours: { monday: { opens: '08:00', closes: '15:30' }, saturday: { opens: '09:00', closes: '24:00' } },
          terms: [{ from: '2026-09-02', to: '2026-12-18' }],
          closed: [
            { from: '2026-10-26', to: '2026-10-30' },
            { from: '2026-11-27', to: '2026-11-27' },
          ],
        },
        limits: {
          high: { acknowledged: { schoolMinutes: 30 }, reviewed: { schoolDays: 2 } },
          immediate: { acknowledged: { minutes: 5 } },
        },
        onCall: ['dsl', 'headteacher'],
      },
    });
  });

  it('keeps the first nought of a telephone number written without quotes', () => {
    const file = readSchool('elm.yaml', changed('number: 01632 960001', 'number: 01632960001'));
    expect(file).toHaveProperty('school.phones.dsl.number', '01632960001');
  });
});

describe('what is wrong with a school file is said with file, line and setting:', () => {
  it.each([
    ['name: Elm School\n', '', 'elm.yaml:1: name: is missing'],
    ['name: Elm School', 'name:', 'elm.yaml:2: name: must not be empty'],
    ['name: Elm School', 'name: [Elm]', 'elm.yaml:2: name: must be text'],
    ['timeZone:', 'timezone:', 'elm.yaml:4: timezone: is not a setting; did you mean timeZone?'],
    ['Europe/London', 'Europe/Narnia', 'elm.yaml:4: timeZone: is no time zone; Europe/London is one'],
    ['  lado: { label: LADO, number: +44 1632 960004 }\n', '', 'elm.yaml:6: phones.lado: is missing'],
    ['01632 960002', 'ask the office', 'elm.yaml:7: phones.headteacher.number: must be a telephone number'],
    [
      '[headteacher]',
      '[hedteacher]',
      /^elm\.yaml:15: people\[1\]\.roles\[0\]: must be one of .*did you mean headteacher\?/,
    ],
    ['[headteacher]', '[staff]', 'elm.yaml:10: people: somebody must hold the role headteacher'],
    ['[dsl, staff]', '[deputy-dsl]', 'elm.yaml:10: people: somebody must hold the role dsl'],
    ['[chair-of-governors]', '[governor]', 'elm.yaml:10: people: somebody must hold the role chair-of-governors'],
    ['[dsl, staff]', '[]', 'elm.yaml:12: people[0].roles: must name a role'],
    ['Dee@Elm.Example', 'dee', 'elm.yaml:13: people[0].address: must be an address'],
    ['    address: Dee@Elm.Example\n', '', 'elm.yaml:11: people[0]: needs an address, an objectId or a slackId'],
    ['Dee@Elm.Example', "o'dee@elm.example", 'elm.yaml:11: people[0]: needs an id of its own'],
    ['id: cho', 'id: c/h/o', 'elm.yaml:20: people[2].id: must be letters, digits'],
    ['id: cho', 'id: DEE@elm.example', 'elm.yaml:20: people[2].id: also stands for people[0]'],
    ['U012ABCDEF', 'cho', 'elm.yaml:19: people[2].slackId: must be a Slack user id'],
    [
      'Elm.Example: [staff]',
      'elm.example: [dsl]',
      'elm.yaml:22: domains.elm.example[0]: must be one of pupil, staff, governor',
    ],
    ['Minutes: 20', 'Minutes: soon', 'elm.yaml:23: undeliveredAfterMinutes: must be minutes'],
    ['https://smba', 'http://smba', 'elm.yaml:27: teams.serviceUrl: must begin with https'],
    ['dialogs: true', 'dialogs: maybe', 'elm.yaml:28: teams.dialogs: must be true or false'],
    ['tenant: 0', 'tenant: x', 'elm.yaml:25: teams.tenant: must be a GUID'],
    [
      'policy: model',
      'policy: model\nhours: { sunnday: 09:00-12:00 }',
      'elm.yaml:4: hours.sunnday: is not a setting; did',
    ],
    ['policy: model', 'policy: model\nhours: { monday: 9-5 }', 'elm.yaml:4: hours.monday: must be two times of day'],
    ['policy: model', 'policy: model\nhours: { monday: 16:00-09:00 }', 'hours.monday: must close after it opens'],
    ['policy: model', 'policy: model\nhours: {}', 'elm.yaml:4: hours: must name a day'],
    ['policy: model', 'policy: model\nterms: [autumn]', 'elm.yaml:4: terms[0]: must be a day or two'],
    ['policy: model', 'policy: model\nclosed: [2026-02-30]', 'elm.yaml:4: closed[0]: is no date'],
    ['policy: model', 'policy: model\nclosed: [2026-10-30 to 2026-10-26]', 'closed[0]: must end after it begins'],
    [
      'policy: model',
      'policy: model\ndeadlines: { high: { acknowledged: 2 school days } }',
      'elm.yaml:4: deadlines.high.acknowledged: is longer than Lantern lets any school wait',
    ],
    ['policy: model', 'policy: model\ndeadlines: { high: { acted: soon } }', 'deadlines.high.acted: must be a time'],
    ['policy: model', 'name: Twice', 'elm.yaml:3: Map keys must be unique'],
  ])('%s', (from, to, expected) => {
    const matching = typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected);
    expect(problems(changed(from, to))).toContainEqual(matching);
  });

  it('all of it at once, in the order of the file', () => {
    const text = changed('[headteacher]', '[hedteacher]').replace('01632 960001', 'none').replace('id: cho', 'ID: cho');
    expect(problems(text).map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'elm.yaml:6: phones.dsl.number',
      'elm.yaml:10: people',
      'elm.yaml:15: people[1].roles[0]',
      'elm.yaml:20: people[2].ID',
    ]);
  });

  it.each([
    ['nothing', '', 'elm.yaml:1: the file: must be a map'],
    ['a list', '- a', 'elm.yaml:1: the file: must be a map'],
    ['broken YAML', 'id: [elm\nname: Elm', 'elm.yaml:2: '],
    ['two documents', `${schoolText()}---\nid: oak\n`, 'elm.yaml:'],
  ])('%s', (_name, text, expected) => {
    expect(problems(text)).toContainEqual(expect.stringContaining(expected));
  });

  it('two people of one address', () => {
    const text = changed('    objectId: 00000000-0000-4000-8000-00000000000A', '    address: DEE@elm.example');
    expect(problems(text)).toEqual(['elm.yaml:16: people[1].address: also stands for people[0]']);
  });
});

describe('the closest word', () => {
  it.each([
    ['dls', 'dsl'],
    ['DSL', 'dsl'],
    ['headteachers', 'headteacher'],
    ['janitor', undefined],
  ])('to %s is %s', (word, expected) => {
    expect(closest(word, ['pupil', 'dsl', 'headteacher'])).toBe(expected);
  });
});
