import type { WebClient } from '@slack/web-api';
import type { Lantern } from '../app/lantern.ts';
import type { Clock, Log } from '../app/ports.ts';
import type { School } from '../app/school.ts';
import { mainButtons, notice, tell } from '../conversation/voice.ts';
import type { Person } from '../domain/people.ts';
import { may } from '../domain/permissions.ts';
import { packed } from './blocks.ts';
import { dress } from './dress.ts';
import type { Seen } from './parsed.ts';
import { tried } from './reply.ts';
import type { Identifier } from './who.ts';

/** How long somebody who opened their home tab is taken to be looking at it, in milliseconds. */
const lookingMs = 60 * 60_000;
/** The most home tabs that are kept current at once; the others are when they are opened. */
const mostLooking = 100;

/** What the home tabs are made with. */
export type HomeParts = {
  readonly lantern: Lantern;
  readonly client: WebClient;
  readonly who: Identifier;
  readonly clock: Clock;
  readonly log: Log;
};

/** The home tabs of everybody. */
export type Home = {
  /** Somebody looks: draws it, and again with every change for an hour. */
  opened(school: School, seen: Seen): Promise<void>;
  /** Cases or reports of a school may look different now. */
  changed(school: School): Promise<void>;
};

/** See {@link Home}. */
export function homeTabs(parts: HomeParts): Home {
  const looking = new Map<string, { readonly school: School; readonly seen: Seen; readonly until: number }>();
  const draw = async (school: School, seen: Seen): Promise<void> => {
    const person = await parts.who.person(school, seen);
    const blocks = await blocksFor(parts.lantern, school, person);
    await parts.client.views.publish({ user_id: seen.user, view: { type: 'home', blocks: [...blocks] } });
  };
  return {
    async opened(school, seen) {
      const until = Date.parse(parts.clock.now()) + lookingMs;
      looking.delete(seen.user);
      looking.set(seen.user, { school, seen, until });
      const [oldest] = looking.keys();
      if (looking.size > mostLooking && oldest !== undefined) looking.delete(oldest);
      await tried(parts, draw(school, seen));
    },
    async changed({ id }) {
      const now = Date.parse(parts.clock.now());
      const here = [...looking.values()].filter(({ school, until }) => school.id === id && until > now);
      await Promise.all(here.map(({ school, seen }) => tried(parts, draw(school, seen))));
    },
  };
}

/** The ways in; for those who work cases the open ones, most urgent first; and everybody's own reports. */
async function blocksFor(lantern: Lantern, school: School, person: Person) {
  const to = { school, person };
  const head = notice([tell(to, 'welcome.what'), tell(to, 'danger.now')], mainButtons(to), tell(to, 'welcome.title'));
  const cases = may(person, 'cases') ? [await lantern.show(school.id, person, { kind: 'case-list' })] : [];
  const mine = await lantern.show(school.id, person, { kind: 'my-reports' });
  // The lists are as long as one message can hold, so all of it is well within one view.
  return (
    packed(
      [head, ...cases, mine].flatMap((view) => dress(view).blocks),
      'view',
    )[0] ?? []
  );
}
