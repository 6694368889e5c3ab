import type { Actor, Case } from '../case.ts';
import { formerly, partiesOf } from '../parties.ts';
import type { Subject } from '../report.ts';
import type { Redaction } from './redaction.ts';

/**
 * A person whom a case is about, as a copy shows them: under their name, or hidden and lettered. `former`: the case lists
 * them no more, so the copy does not either, but its words may name them.
 */
export type Shown = Subject & { readonly letter?: string; readonly former?: true };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whom the case is about, each once, with a letter for those who may not be named. */
export function shownPeople({ people }: Redaction, current: Case, child: string | undefined): readonly Shown[] {
  let hidden = 0;
  return named(subjectsOf(current)).map((subject) => {
    const stays = people === 'all' || (people === 'one-child' && child !== undefined && isSame(subject.name, child));
    return stays ? subject : { ...subject, letter: letterOf(hidden++) };
  });
}

/** Whom the case is about: everybody who was ever listed in it, since their names may stand in its words. */
function subjectsOf(current: Case): readonly Shown[] {
  const listed: readonly Subject[] = partiesOf(current).map(({ name, kind, part }) => ({ name, kind, part }));
  const former = formerly(current).map(({ name, kind, part }) => ({ name, kind, part, former: true }) as const);
  return [...listed, ...former];
}

/** Those of whom anything is said; two rows of one name are one person. */
function named(subjects: readonly Shown[]): readonly Shown[] {
  return subjects.filter(({ name }, at) => {
    const first = subjects.findIndex((other) => name.trim() !== '' && isSame(other.name, name));
    return first === -1 || first === at;
  });
}

function letterOf(place: number): string {
  const [letter = '', round] = [letters[place % letters.length], Math.floor(place / letters.length)];
  return round === 0 ? letter : `${letter}${round + 1}`;
}

/** Whether two spellings are of one name, but for capitals and spaces. */
export function isSame(one: string, other: string): boolean {
  return tidy(one) === tidy(other);
}

function tidy(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The pupil of this name whom the case is about; undefined where there is none. */
export function childNamed(current: Case, name: string): Subject | undefined {
  return subjectsOf(current).find((subject) => subject.kind === 'pupil' && isSame(subject.name, name));
}

/** Whether a copy says who reported. A sealed reporter has no name in the case until it is revealed. */
export function showsReporter({ reporter: shown }: Redaction, { reporter }: Case): boolean {
  return shown === 'unless-sealed' && !isSealed(reporter);
}

/** Whether this stands for a reporter whose name is sealed apart from the case. */
export function isSealed({ name }: Pick<Actor, 'name'>): boolean {
  return name.trim() === '';
}

/** Whether a copy has the words of the report: a child who asked to stay hidden may be known by how they write. */
export function keepsWords({ reporter: shown }: Redaction, { reporter }: Case): boolean {
  return shown !== 'never' || !isSealed(reporter);
}
