import type { OpenCase, OwnReport } from '../conversation/present/lists.ts';
import { notice, tell } from '../conversation/voice.ts';
import { say } from '../conversation/wording.ts';
import type { Case } from '../domain/case.ts';
import type { Telling } from '../domain/casework/handler.ts';
import { isHidden } from '../domain/hidden.ts';
import type { Person, PersonId } from '../domain/people.ts';
import { mayOn } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { type Parcel, parcel, queue, type Recipient } from './parcels.ts';
import { personToday } from './people.ts';
import type { Ids, Sealer } from './ports.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';
import { talkParcel } from './talk-parcels.ts';

/** The line of the list of open cases that stands for this case. */
export function openLine({ id, category, severity, state, reportedAt, route, clock }: Case): OpenCase {
  const overdue = clock?.overdue ? { overdueSince: clock.due } : {};
  return { id, category, severity, state, reportedAt, route, ...overdue };
}

/**
 * The line of the reporter's own list. A double is being dealt with, for its reporter, as long as the other case is.
 * `hidden`: their name is, so the line is looked up in the case when it is read.
 */
export function ownLine({ id, state, reportedAt, acknowledged, route, reporter, thread, mergedInto }: Case): OwnReport {
  const readBy = acknowledged && route.roles.find((role) => acknowledged.by.roles.includes(role));
  return {
    id,
    state: mergedInto === undefined ? state : 'acknowledged',
    reportedAt,
    ...(readBy ? { readBy } : {}),
    ...(isHidden(reporter) ? { hidden: true } : {}),
    ...(thread ? { messages: thread.last > thread.read ? 'new' : 'read' } : {}),
  };
}

/** Where the case stands in the list of open cases. */
export function openKey({ severity, reportedAt, id }: Case): string {
  return key.open(severity, reportedAt, id);
}

/** Where the case stands in its reporter's list. */
export function mineKey({ reporter, reportedAt, id }: Case): string {
  return key.mine(reporter.id, reportedAt, id);
}

/** The lists that show a case, brought up to how it stands now. */
export function listWrites(before: Case, next: Case): readonly Write[] {
  const differs = (...parts: readonly (keyof Case)[]) => parts.some((part) => before[part] !== next[part]);
  const mine = differs('state', 'thread', 'reporter') ? mineWrites(next) : [];
  const open = differs('state', 'route', 'severity', 'category') || before.clock?.overdue !== next.clock?.overdue;
  return open ? [...mine, ...openWrites(before, next)] : mine;
}

/** A hidden reporter's line stands where only they are named, and is not touched by what others do. */
function mineWrites(next: Case): readonly Write[] {
  return isHidden(next.reporter) ? [] : [{ kind: 'put', key: mineKey(next), value: ownLine(next) }];
}

/** The case's line among the open ones: there while it is open, under the severity that it has. */
function openWrites(before: Case, next: Case): readonly Write[] {
  const was: readonly Write[] = before.state === 'closed' ? [] : [{ kind: 'delete', key: openKey(before) }];
  if (next.state === 'closed') return was;
  const stands: Write = { kind: 'put', key: openKey(next), value: openLine(next) };
  return openKey(before) === openKey(next) ? [stands] : [...was, stands];
}

/** What the writing of parcels needs. */
export type Desk = { readonly school: School; readonly ids: Ids; readonly now: string; readonly sealer: Sealer };

/** The case's card in the DSL channel, for the first time or again. */
export function cardParcel(
  { school, ids, now }: Desk,
  { id, route }: Case,
  sort: 'card' | 'refresh',
): readonly Write[] {
  if (!route.inChannel) return [];
  const message = { kind: 'case-card', caseId: id } as const;
  return rooms(school).map((to) => queue(parcel(ids.unique(), now, { to, message, sort, caseId: id })));
}

/** The card again: as it stands, or only that the case has moved, where the channel may not know of it any more. */
export function refreshParcels(desk: Desk, before: Case, next: Case, changed: boolean): readonly Write[] {
  if (before.route.inChannel && !next.route.inChannel) {
    return cardParcel(desk, before, 'refresh');
  }
  return changed ? cardParcel(desk, next, 'refresh') : [];
}

/** The DSL channel of a school, once on each platform that has one. Without any, the parcel finds that nobody can be told. */
export function rooms({ teams, slack }: School): readonly Recipient[] {
  if (slack?.channel === undefined) return [{ kind: 'channel' }];
  const onSlack = { kind: 'channel', on: 'slack' } as const;
  return teams ? [{ kind: 'channel' }, onSlack] : [onSlack];
}

/** Messages in the own chats of those who are to hear of it. */
export function newsParcels(desk: Desk, current: Case, tellings: readonly Telling[]): readonly Write[] {
  return tellings.flatMap((telling) =>
    telling.to === 'channel'
      ? rooms(desk.school).map((to) => queue(channelNews(desk, current, to, telling.what)))
      : [
          queue(
            talkParcel(desk, current, telling.to, telling.what) ?? newsParcel(desk, current, telling.to, telling.what),
          ),
        ],
  );
}

/** News of which more stands in the case. */
const toRead: readonly Telling['what'][] = [
  'assigned',
  'escalated',
  'added',
  'handed',
  'restricted',
  'answered',
  'name-shown',
  'reveal-agreed',
  'reveal-refused',
  'revealed-alone',
];

function newsParcel({ school, ids, now }: Desk, current: Case, to: PersonId, what: Telling['what']): Parcel {
  const { id, reporter } = current;
  const person = to === reporter.id ? reporter : personToday(school, to, undefined);
  const opens = toRead.includes(what) && mayOn(person, 'open', current);
  const buttons = opens ? [openButton(school, person, id)] : [];
  const line = tell({ school, person }, `news.${what}`, { reference: id });
  const sort = what === 'escalated' || what === 'assigned' || what === 'handed' ? 'case' : 'news';
  const message = { kind: 'notice', notice: notice([line], buttons) } as const;
  return parcel(ids.unique(), now, { to: { kind: 'person', id: to }, message, sort, caseId: id });
}

/** A line in the DSL channel: the reference and what kind of news, no more. */
function channelNews({ ids, now }: Desk, { id }: Case, to: Recipient, what: Telling['what']): Parcel {
  const message = { kind: 'notice', notice: notice([say(`news.${what}`, { reference: id })]) } as const;
  return parcel(ids.unique(), now, { to, message, sort: 'news', caseId: id });
}

/** The button that opens a case in the chat of somebody who may know it. */
export function openButton(school: School, person: Person, id: string) {
  const label = tell({ school, person }, 'button.open');
  return { label, press: { verb: 'case.open', case: id }, style: 'positive' } as const;
}
