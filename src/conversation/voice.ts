import { DateTime } from 'luxon';
import type { Instant, Route } from '../domain/case.ts';
import type { Category } from '../domain/filing.ts';
import { isPupil, type Role } from '../domain/people.ts';
import { may } from '../domain/permissions.ts';
import { isAboutStaff } from '../domain/routing.ts';
import type { Dialogue, Reply, World } from './dialogue.ts';
import type { Message } from './messages.ts';
import type { ButtonPress } from './press.ts';
import type { Button, NoticeView } from './views.ts';
import { forListener, say, type WordingId } from './wording.ts';

/** Whoever listens: decides which of two wordings they get, and which phone numbers. */
export type Listener = Pick<World, 'school' | 'person'>;

/** The sentence in the listener's own wording, with the school's phone numbers filled in. */
export function tell(to: Listener, id: WordingId, values: Readonly<Record<string, string | number>> = {}): string {
  const { dsl, lado } = to.school.phones;
  return say(forListener(id, isPupil(to.person)), {
    school: to.school.name,
    dslLabel: dsl.label,
    dslNumber: dsl.number,
    ladoLabel: lado.label,
    ladoNumber: lado.number,
    label: dsl.label,
    number: dsl.number,
    ...values,
  });
}

/** A moment in the school's own time, for example `21 Nov 2026, 09:30`. */
export function moment(to: Listener, at: Instant): string {
  return DateTime.fromISO(at, { zone: to.school.timeZone }).setLocale('en-GB').toFormat('d LLL yyyy, HH:mm');
}

/** A day in the school's own time, for example `Monday 23 November`. */
export function dayName({ school }: Pick<Listener, 'school'>, at: Instant): string {
  return DateTime.fromISO(at, { zone: school.timeZone }).setLocale('en-GB').toFormat('cccc d LLLL');
}

/** The category's name in plain words. */
export function categoryName(category: Category): string {
  return say(`category.${category}`);
}

/** A role in plain words. */
export function roleName(role: Role): string {
  return say(`role.${role}`);
}

/** A button in the listener's wording. */
export function button(to: Listener, id: WordingId, press: ButtonPress, style: Button['style'] = 'default'): Button {
  return { label: tell(to, id), press, style };
}

/** A line of a list. */
export function bulleted(line: string): string {
  return `• ${line}`;
}

/** A few lines, perhaps with buttons. */
export function notice(lines: readonly string[], buttons: readonly Button[] = [], title = ''): NoticeView {
  return { kind: 'notice', title, urgent: false, toldLines: lines, sections: [], note: '', buttons };
}

/** Replies that each come as a message of their own. */
export function replies(...messages: readonly Message[]): readonly Reply[] {
  return messages.map((message) => ({ message, replaces: false }));
}

/** A step that changes nothing and says one thing. */
export function remark(state: Dialogue, view: NoticeView): { state: Dialogue; replies: readonly Reply[] } {
  return { state, replies: replies({ kind: 'notice', notice: view }) };
}

/** The ways in that the listener's roles allow. */
export function mainButtons(to: Listener): readonly Button[] {
  return [
    button(to, 'button.report', { verb: 'report.start' }, 'positive'),
    button(to, 'button.my-reports', { verb: 'mine.list' }),
    ...(may(to.person, 'cases') ? [button(to, 'button.cases', { verb: 'cases.list' })] : []),
    button(to, 'button.help', { verb: 'help' }),
  ];
}

type Readers = Pick<Route, 'roles' | 'inChannel' | 'rules'>;

/** Who will read a report, in one sentence. */
export function routeSentence(to: Listener, route: Readers): string {
  return tell(to, `route.${readers(route)}`);
}

/** Who has a report now that it is sent, in one sentence for staff; a child's wording is true before and after. */
export function sentSentence(to: Listener, route: Readers): string {
  const who = readers(route);
  return who === 'nobody' ? tell(to, 'route.nobody') : tell(to, `saved.route.${who}`);
}

function readers(route: Readers) {
  if (route.inChannel) return 'safeguarding';
  if (route.roles.length > 0 && !isAboutStaff(route)) return 'kept-from';
  const [first] = route.roles;
  switch (first) {
    case 'headteacher':
    case 'chair-of-governors':
    case 'deputy-dsl':
    case 'dsl':
      return first;
    default:
      return 'nobody';
  }
}
