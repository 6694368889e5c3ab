import { emptyReport, mostSubjects, type Report } from '../../domain/report.ts';
import type { Draft, World } from '../dialogue.ts';
import { suggestionFor } from '../suggestion.ts';
import { plain } from './understand.ts';

/** Whom words accuse and whom they want kept out: what decides who may read them. */
export type About = Pick<Report, 'subjects' | 'keepFrom'>;

const titles = '(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir)';
const keptOut = /\b(?:dont|do not|not|never|cant|cannot) (?:\w+ ){0,4}?(?:tell|show|let|know|see|find out)\b/;

/** Adults of the school whom a text names, in its own words: by title and surname, or by first name and surname. */
function namedIn(text: string, { school }: World): readonly string[] {
  const said = plain(text);
  return school.people
    .filter(({ roles }) => roles.some((role) => role !== 'pupil'))
    .flatMap(({ name }) => {
      const parts = plain(name).split(' ');
      const [first = '', surname = ''] = [parts[0], parts.at(-1)];
      return new RegExp(`\\b(?:${titles}|${first}) ${surname}\\b`).exec(said)?.[0] ?? [];
    });
}

/** What words say of people of the school, so that nobody reads about themselves, or what a child wants kept from them. */
export function aboutIn(text: string, world: World): About {
  const names = namedIn(text, world);
  if (names.length === 0) return { subjects: [], keepFrom: '' };
  const { accused } = suggestionFor(world, { ...emptyReport, what: text });
  const subjects = accused ? names.map((name) => ({ name, kind: 'staff', part: 'alleged' }) as const) : [];
  return { subjects: subjects.slice(0, mostSubjects), keepFrom: keptOut.test(plain(text)) ? names.join(', ') : '' };
}

/** The draft with the adults whom it accuses by name, and those whom the child wants kept out. */
export function withPeople(draft: Draft, world: World): Draft {
  const { subjects, what, keepFrom } = draft.report;
  const found = aboutIn(what, world);
  const named = subjects.some(({ name }) => name !== '');
  const report = {
    ...draft.report,
    subjects: named || found.subjects.length === 0 ? subjects : [...found.subjects],
    keepFrom: found.keepFrom === '' ? keepFrom : found.keepFrom,
  };
  return { ...draft, report };
}
