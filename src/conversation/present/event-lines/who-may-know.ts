import { tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';

/** What narrows who may know of a case. */
export const whoLines: EventLines<'restricted'> = {
  restricted: (to, { to: people, reason }) =>
    tell(to, 'event.restricted', { names: people.map(({ name }) => name).join(', '), text: reason }),
};
