import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { absenceIn } from '../../src/conversation/absence-words.ts';
import { harbourInYear as school } from '../support/school-year.ts';
import { Stage } from './stage.ts';

/** A Tuesday in term, in the morning. */
const now = '2026-11-17T09:30:00.000Z';

function said(text: string): string | undefined {
  const found = absenceIn(text, school, now);
  if (found?.kind !== 'away') return found?.kind;
  return DateTime.fromISO(found.until, { zone: 'Europe/London' }).toFormat('ccc d LLL yyyy HH:mm');
}

describe('words of absence', () => {
  it.each([
    ['I’m away until Monday', 'Mon 23 Nov 2026 08:30'],
    ["I'm away until Monday.", 'Mon 23 Nov 2026 08:30'],
    ['away till next thurs', 'Thu 19 Nov 2026 08:30'],
    ['AWAY UNTIL TUESDAY', 'Tue 24 Nov 2026 08:30'],
    ['off sick until tomorrow', 'Wed 18 Nov 2026 08:30'],
    ['out of office until 3 December', 'Thu 3 Dec 2026 08:30'],
    ['I will be away until the 3rd of December', 'Thu 3 Dec 2026 08:30'],
    ['away until Dec 3', 'Thu 3 Dec 2026 08:30'],
    ['on leave until 3/12', 'Thu 3 Dec 2026 08:30'],
    ['on leave until 03/12/2026', 'Thu 3 Dec 2026 08:30'],
    ['away until 2026-12-03', 'Thu 3 Dec 2026 08:30'],
    ['away until 26 December', 'Tue 5 Jan 2027 08:30'],
    ['away until 5 January', 'Tue 5 Jan 2027 08:30'],
    ['away until next week', 'Mon 23 Nov 2026 08:30'],
    ['away today', 'Wed 18 Nov 2026 08:30'],
    ['I am away tomorrow', 'Thu 19 Nov 2026 08:30'],
    ['away until 3 November', 'past'],
    ['away until 1 June 2019', 'past'],
    ['away until further notice', 'unclear'],
    ['I’m away', 'unclear'],
    ['back', 'back'],
    ['I’m back.', 'back'],
    ['i am back at work', 'back'],
    ['he ran away until Monday', undefined],
    ['I’m away until Monday and a boy told me that he is being hit at home every night', undefined],
    ['she got her phone back', undefined],
    ['away from home', undefined],
  ])('“%s”: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('somebody who is called to cases', () => {
  it('says that they are away, and reads who stands in and how to come back', () => {
    const stage = new Stage('dsl');
    const { command } = stage.says('I’m away until Monday');
    expect(command).toMatchObject({ kind: 'away' });
    expect(stage.words).toContain('Devon Specimen');
    expect(stage.words).toContain('Write “back”');
  });

  it('is asked again where the day cannot be read, and nothing is noted', () => {
    const stage = new Stage('deputy');
    expect(stage.says('away until the fair').command).toBeUndefined();
    expect(stage.words).toContain('away until 3 December');
  });

  it('is back', () => {
    const stage = new Stage('head');
    expect(stage.says('I’m back').command).toEqual({ kind: 'away', until: stage.now });
  });

  it('loses no word of a report to it', () => {
    const stage = new Stage('dsl');
    stage.says('a girl in year 8 showed me a horrible group chat');
    expect(stage.says('back').command).toBeUndefined();
    expect(stage.draft.report.what).toContain('back');
  });
});

describe('a pupil or a teacher who says such a thing', () => {
  it.each(['pupil', 'teacher'])('is heard as ever (%s)', (id) => {
    expect(new Stage(id).says('I’m away until Monday').command).toBeUndefined();
  });
});
