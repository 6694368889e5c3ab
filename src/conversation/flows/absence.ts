import type { Instant } from '../../domain/case.ts';
import { climbedRoles } from '../../domain/case-clock.ts';
import { standInFor } from '../../domain/ladder.ts';
import { holds } from '../../domain/people.ts';
import { absenceIn } from '../absence-words.ts';
import type { Dialogue, Step, World } from '../dialogue.ts';
import { moment, notice, remark, tell } from '../voice.ts';

/**
 * "Away until Monday", "I'm back", from those whom the clock calls; undefined for anybody and anything else. With a
 * report open, a bare "back" is no word about absence.
 */
export function absence(state: Dialogue, words: string, world: World): Step | undefined {
  if (!holds(world.person, ...climbedRoles)) return undefined;
  const said = absenceIn(words, world.school, world.now);
  switch (said?.kind) {
    case undefined:
      return undefined;
    case 'away':
      return { ...say(state, awayLine(world, said.until)), command: { kind: 'away', until: said.until } };
    case 'back':
      if (state.draft && !/\s/.test(words.trim())) return undefined;
      return { ...say(state, tell(world, 'away.back')), command: { kind: 'away', until: world.now } };
    case 'unclear':
    case 'past':
      return say(state, tell(world, `away.${said.kind}`));
    default:
      return said satisfies never;
  }
}

function say(state: Dialogue, line: string): Step {
  return remark(state, notice([line]));
}

/** Who stands in on an ordinary case; one that few may know goes to one of those few, or waits. */
function awayLine(world: World, until: Instant): string {
  const { person, school } = world;
  const route = { roles: [...climbedRoles], inChannel: true, told: [], excluded: [], rules: [] };
  const standIn = standInFor(person.id, { route }, { people: school.people, away: new Set([person.id]) });
  const when = moment(world, until);
  return standIn
    ? tell(world, 'away.until', { until: when, names: standIn.name })
    : tell(world, 'away.nobody', { until: when });
}
