import type { Actor, Case } from '../../../domain/case.ts';
import type { HiddenIds } from '../../../domain/export/hidden-data.ts';
import { type HiddenName, type Hide, hideNames } from '../../../domain/export/names.ts';
import { isSame, type Shown, shownPeople, showsReporter } from '../../../domain/export/people.ts';
import type { Redaction } from '../../../domain/export/redaction.ts';
import { formerly, partiesOf } from '../../../domain/parties.ts';
import { withoutNames } from '../../../domain/without-names.ts';
import { type Listener, tell } from '../../voice.ts';
import { wording } from '../../wording.ts';

/** Who is shown under what name in one copy of a case. */
export type Hiding = {
  readonly people: readonly Shown[];
  /** What stands for somebody whom the case is about. */
  readonly nameOf: (person: Shown) => string;
  /** What stands for somebody who did something. */
  readonly actorName: (actor: Pick<Actor, 'id' | 'name'>) => string;
  readonly showsReporter: boolean;
  /** Hides people in what somebody wrote. */
  readonly hide: Hide;
  readonly ids: HiddenIds;
};

/** Works out who is hidden in a copy of a case. `child`: the name that stays, for that child's parent. */
export function hidingFor(to: Listener, redaction: Redaction, current: Case, child?: string): Hiding {
  const people = shownPeople(redaction, current, child);
  const nameOf = (person: Shown) => (person.letter === undefined ? person.name : standIn(to, person, person.letter));
  const hidden = people
    .filter(({ letter }) => letter !== undefined)
    .map((one) => ({ name: one.name, as: nameOf(one) }));
  const shown = showsReporter(redaction, current);
  const reporter = tell(to, 'export.hidden-reporter');
  const kept = people.filter(({ letter }) => letter === undefined).map(({ name }) => name);
  const named = hideNames([...hidden, ...(shown ? [] : reporterName(current, people, reporter))], kept);
  const hide = redaction.people === 'nobody' ? nameless(to, current, named) : named;
  const ids: HiddenIds = new Map(shown ? [] : [[current.reporter.id, reporter]]);
  return {
    people,
    nameOf,
    showsReporter: shown,
    hide,
    ids,
    actorName: ({ id, name }) => ids.get(id) ?? hide(name),
  };
}

/** Takes out of a text whatever may say who anybody is, of the staff too. Words that Lantern itself says are no names. */
function nameless({ school }: Listener, current: Case, hide: Hide): Hide {
  const people = [...school.people, ...partiesOf(current), ...formerly(current), current.reporter];
  return (text) => withoutNames(hide(text), people, (word) => ours.has(word));
}

const ours: ReadonlySet<string> = new Set(
  Object.values(wording).flatMap((said) => said.toLowerCase().match(/\p{L}+/gu) ?? []),
);

/** A reporter whom the case is about has a stand-in, or may stay, already; a second one would say who they are. */
function reporterName({ reporter }: Case, people: readonly Shown[], as: string): readonly HiddenName[] {
  return people.some(({ name }) => isSame(name, reporter.name)) ? [] : [{ name: reporter.name, as }];
}

function standIn(to: Listener, { kind }: Shown, letter: string): string {
  switch (kind) {
    case 'pupil':
      return tell(to, 'export.hidden-pupil', { letter });
    case 'staff':
    case 'headteacher':
    case 'dsl':
      return tell(to, 'export.hidden-staff', { letter });
    case 'outside':
    case 'unknown':
      return tell(to, 'export.hidden-person', { letter });
    default:
      return kind satisfies never;
  }
}
