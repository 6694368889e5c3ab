import { newDialogue } from '../conversation/dialogue.ts';
import type { Advised } from '../conversation/suggestion.ts';
import type { Address, ChannelName } from '../conversation/turn.ts';
import { type Listener, notice, tell } from '../conversation/voice.ts';
import { say } from '../conversation/wording.ts';
import type { Case, CaseEvent } from '../domain/case.ts';
import { toWorkers } from '../domain/casework/words.ts';
import { isHidden } from '../domain/hidden.ts';
import { mayOn } from '../domain/permissions.ts';
import { phoneFor } from '../domain/routing.ts';
import type { School } from '../domain/school.ts';
import { compose, readCase } from './compose.ts';
import { dialogueAt } from './dialogue-turn.ts';
import { type Desk, newsParcels } from './effects.ts';
import { openIdentity } from './identity.ts';
import type { Delivery, Messenger } from './messenger.ts';
import { type Office, policyAt, schoolOf } from './office.ts';
import { type Parcel, parcel, queue, type Recipient } from './parcels.ts';
import { contactOf, personToday } from './people.ts';
import { append } from './record.ts';
import { noteReply } from './reply-notes.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** The channel message that shows a case, and how the case stood when it was last drawn. */
type ShownCard = { readonly address: Address; readonly message: string };

/** An office that can also send. */
export type PostOffice = Office & { readonly messengers: readonly Messenger[] };

/** Tries one parcel once. Never rejects for a channel's sake; a store's fault rejects. */
export async function tryParcel(office: PostOffice, schoolId: string, one: Parcel): Promise<Delivery> {
  const school = schoolOf(office, schoolId);
  switch (one.sort) {
    case 'card':
      return firstCard(office, school, one);
    case 'refresh':
      return refreshCard(office, school, one);
    case 'case':
    case 'reply':
    case 'news':
    case 'day':
      return sendTo(office, school, one);
    default:
      return one.sort satisfies never;
  }
}

/**
 * Whether the one that a parcel is for may not know of its case any more, since it was queued. Reporters have the news
 * of their own report still.
 */
export async function isWithheld(office: PostOffice, school: string, one: Parcel): Promise<boolean> {
  const { store } = office;
  const { to, caseId, sort } = one;
  const found = caseId === undefined ? undefined : await readCase(store, school, caseId);
  if (!found) return false;
  const { route, reporter } = found.current;
  if (to.kind !== 'channel') {
    const id = to.kind === 'person' ? to.id : to.person;
    if (sort === 'news' || sort === 'reply') return route.excluded.includes(id) && id !== reporter.id;
    const known = schoolOf(office, school).people.find((person) => person.id === id);
    return route.excluded.includes(id) || (known !== undefined && !mayOn(known, 'open', found.current));
  }
  if (route.inChannel || sort === 'refresh') return false;
  return sort !== 'card' || !(await store.get(school, cardKey(one, found.current.id)));
}

async function sendTo(office: PostOffice, school: School, sealed: Parcel): Promise<Delivery> {
  const one = { ...sealed, to: await unsealed(office, school, sealed) };
  const to = await addressOf(office, school, one.to);
  if (!to) return { kind: 'refused', why: 'no known way to reach them' };
  const messenger = messengerFor(office, to);
  if (!messenger) return { kind: 'refused', why: `no ${to.channel} here` };
  const hearer = await listener(office, school, one.to);
  await noteReply(office, school.id, { address: to, person: hearer.person }, one.message);
  const dialogue = await dialogueAt(office.store, school.id, to);
  const view = await compose(office, one.message, hearer, dialogue);
  return messenger.post(school.id, to, view, one.pieces ?? 0);
}

/** Whom it is really for: a parcel to somebody whose name is hidden has their stand-in until this moment. */
async function unsealed(office: PostOffice, school: School, { to, caseId }: Parcel): Promise<Recipient> {
  if (to.kind !== 'person' || caseId === undefined || !isHidden(to)) return to;
  const { id } = await openIdentity(office, school.id, caseId);
  return { kind: 'person', id };
}

/** The case's card for the first time, or what is true now where an earlier try has posted it already. */
async function firstCard(office: PostOffice, school: School, one: Parcel): Promise<Delivery> {
  const posted = one.caseId && (await office.store.get(school.id, cardKey(one, one.caseId)));
  return posted ? showTruth(office, school, one, posted.value as ShownCard) : postCard(office, school, one);
}

/** Posts the case's card and remembers where. Only a lost answer, or a crash just here, can make a second one. */
async function postCard(office: PostOffice, school: School, one: Parcel): Promise<Delivery> {
  const to = channelOf(school, roomOf(one));
  const messenger = to && messengerFor(office, to);
  if (!messenger || !one.caseId) return { kind: 'refused', why: 'no DSL channel' };
  const drawn = await readCase(office.store, school.id, one.caseId);
  const view = await compose(office, one.message, advisedChannel(office, school), newDialogue);
  const delivery = await messenger.post(school.id, to, view);
  if (delivery.kind !== 'sent') return delivery;
  const shown: ShownCard = { address: to, message: delivery.message };
  await office.store.commit(school.id, [{ kind: 'put', key: cardKey(one, one.caseId), value: shown }]);
  const now = await readCase(office.store, school.id, one.caseId);
  return now?.etag === drawn?.etag ? delivery : showTruth(office, school, one, shown);
}

/**
 * Draws the card again. Before its first post there is nothing to do: that will show the truth of its moment. A card
 * that the channel no longer has is posted anew.
 */
async function refreshCard(office: PostOffice, school: School, one: Parcel): Promise<Delivery> {
  const row = one.caseId && (await office.store.get(school.id, cardKey(one, one.caseId)));
  if (!row) return { kind: 'sent', message: '' };
  const shown = await showTruth(office, school, one, row.value as ShownCard);
  if (shown.kind !== 'refused') return shown;
  const found = one.caseId && (await readCase(office.store, school.id, one.caseId));
  // The face of a case that has moved away is nothing to post anew.
  return found && !found.current.route.inChannel ? { kind: 'sent', message: '' } : postCard(office, school, one);
}

/**
 * Draws the card until the case has not changed while it was sent: two processes may send at once and the slower one
 * may hold the older face, but whoever sends last looks again, so the last face is the true one.
 */
async function showTruth(office: PostOffice, school: School, one: Parcel, shown: ShownCard): Promise<Delivery> {
  const messenger = messengerFor(office, shown.address);
  if (!messenger || !one.caseId) return { kind: 'refused', why: `no ${shown.address.channel} here` };
  for (;;) {
    const before = await readCase(office.store, school.id, one.caseId);
    const view = await compose(office, one.message, advisedChannel(office, school), newDialogue);
    const delivery = await messenger.update(school.id, shown.address, shown.message, view);
    if (delivery.kind !== 'sent') return delivery;
    const after = await readCase(office.store, school.id, one.caseId);
    if (before?.etag === after?.etag) return delivery;
  }
}

/** Each platform's channel has a card of its own. */
function cardKey(one: Parcel, id: string): string {
  return key.card(id, roomOf(one));
}

function roomOf({ to }: Parcel): ChannelName | undefined {
  return to.kind === 'channel' ? to.on : undefined;
}

/** A school's DSL channel on one platform; where none is named, on the first that it has. */
function channelOf({ teams, slack }: School, on?: ChannelName): Address | undefined {
  if (teams && on !== 'slack') {
    return { channel: 'teams', kind: 'channel', conversation: teams.channel, serviceUrl: teams.serviceUrl };
  }
  if (on === 'teams' || slack?.channel === undefined) return undefined;
  return { channel: 'slack', kind: 'channel', conversation: slack.channel };
}

async function addressOf(office: PostOffice, school: School, to: Recipient): Promise<Address | undefined> {
  if (to.kind === 'address') return to.address;
  if (to.kind === 'channel') return channelOf(school, to.on);
  const contact = await contactOf(office.store, school, to.id);
  return contact?.address ?? reach(office, school, to.id);
}

/** Starts a chat with somebody who has never written, where a channel can. */
async function reach({ messengers }: PostOffice, school: School, id: string): Promise<Address | undefined> {
  const person = school.people.find((one) => one.id === id);
  if (!person) return undefined;
  for (const messenger of messengers) {
    const address = await messenger.reach({ school: school.id, person });
    if (address) return address;
  }
  return undefined;
}

async function listener(office: PostOffice, school: School, to: Recipient) {
  if (to.kind === 'channel') return advisedChannel(office, school);
  const id = to.kind === 'address' ? to.person : to.id;
  const policy = policyAt(office, school.id);
  return { school, policy, person: personToday(school, id, await contactOf(office.store, school, id)) };
}

/** The DSL channel as a listener: staff wording, and no rights of its own. */
export function channelListener(school: School): Listener {
  return { school, person: { id: 'channel', name: '', roles: ['staff'] } };
}

function advisedChannel(office: PostOffice, school: School): Advised {
  return { ...channelListener(school), policy: policyAt(office, school.id) };
}

function messengerFor({ messengers }: PostOffice, { channel }: Address): Messenger | undefined {
  return messengers.find((messenger) => messenger.channel === channel);
}

/** Whether the parcel puts a case before people, or words before its reporter, so that its fate is an event of the case. */
export function matters({ sort }: Parcel): boolean {
  return sort === 'card' || sort === 'case' || sort === 'reply';
}

/** Whether the time has come to say that it is undelivered, and that was not said before. */
export function isLate(one: Parcel, now: string, limit: number): boolean {
  return matters(one) && !one.reported && Date.parse(now) >= limit;
}

/** Tells the reporter that nobody could be given their report yet, and whom to ring. Not once somebody has it. */
function undeliveredNotice(school: School, current: Case, id: string, now: string): readonly Write[] {
  if (current.reachedAt !== undefined || current.warnedAt !== undefined) return [];
  const person = current.reporter;
  const { label, number } = phoneFor(school, current.route);
  const line = tell({ school, person }, 'undelivered', { reference: current.id, label, number });
  const message = { kind: 'notice', notice: { ...notice([line]), urgent: true } } as const;
  const to = { kind: 'person', id: person.id } as const;
  return [queue(parcel(id, now, { to, message, sort: 'news', caseId: current.id }))];
}

/** Who or what the record says it went to. */
function recipientName(school: School, { to }: Parcel): string {
  if (to.kind === 'channel') return say('event.to-channel');
  return personToday(school, to.kind === 'person' ? to.id : to.person, undefined).name;
}

/** What became of a parcel that puts a case before people. */
export type Fate = Extract<CaseEvent, { kind: 'delivered' | 'undelivered' | 'reply-delivered' | 'reply-undelivered' }>;

/** What became of this one, as the record says it. */
export function fateOf(school: School, one: Parcel, kind: 'delivered' | 'undelivered'): Fate {
  const { message } = one;
  if (message.kind === 'from-school') return { kind: `reply-${kind}`, reply: message.reply };
  return { kind, to: recipientName(school, one) };
}

/** Said when it is late: to the reporter, that nobody has their case; or to those who wrote to the reporter. */
export function lateNotices(desk: Desk, current: Case, one: Parcel): readonly Write[] {
  if (one.sort === 'reply') return newsParcels(desk, current, toWorkers(current, 'reply-undelivered'));
  return undeliveredNotice(desk.school, current, desk.ids.unique(), desk.now);
}

/** An event that Lantern itself records on a case, with the head that goes with it. `warns`: the reporter hears of it. */
export function ownEvent(current: Case, etag: string, event: Fate, now: string, warns: boolean): readonly Write[] {
  const { reachedAt, warnedAt } = current;
  const warned = warns ? { warnedAt: warnedAt ?? now } : {};
  const marks = event.kind === 'delivered' ? { reachedAt: reachedAt ?? now } : warned;
  const { next, write } = append({ ...current, ...marks }, event, now);
  return [{ kind: 'replace', key: key.case(next.id), value: next, etag }, write];
}
