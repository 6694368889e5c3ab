import { DateTime } from 'luxon';
import type { Instant } from '../../domain/case.ts';
import { personOf } from '../../policy/answers/tell.ts';
import { fill } from '../../policy/placeholders.ts';
import type { Rule } from '../../policy/standing.ts';
import { checkOf, courseFor, isForStaff, reasonOf } from '../induction/course.ts';
import { type Moved, type Place, type Progress, placeIn } from '../induction/progress.ts';
import { type Advised, audienceOf } from '../suggestion.ts';
import type { Button, NoticeView, Section } from '../views.ts';
import { button, mainButtons, moment, notice, tell } from '../voice.ts';
import { asQuestion, ruleView } from './answer.ts';

/** Somebody's induction where it was left. `news`: what is said of what was just done; blank: nothing. */
export function inductionView(to: Advised, progress: Progress | undefined, now: Instant, news = ''): NoticeView {
  const audience = audienceOf(to.person);
  if (!isForStaff(audience)) return notice([tell(to, 'induction.not-for-you')], mainButtons(to));
  const course = courseFor(to.policy.pack, audience);
  if (course.steps.length + course.agreements.length === 0) return notice([tell(to, 'induction.none')]);
  const place = placeIn(course, progress, now);
  switch (place.kind) {
    case 'rule':
      return ruleCard(to, place, now, news);
    case 'agreement':
      return agreementCard(to, place, news);
    case 'finished':
      return finishedCard(to, progress, course.agreements.length > 0, news);
    default:
      return place satisfies never;
  }
}

function ruleCard(
  to: Advised,
  { rule, number, all }: Extract<Place, { kind: 'rule' }>,
  now: Instant,
  news: string,
): NoticeView {
  const today = DateTime.fromISO(now, { zone: to.school.timeZone }).toISODate() ?? '';
  const told = to.policy.tell(rule.id, audienceOf(to.person), today);
  const face = told ? ruleView(to, told) : notice([]);
  return {
    ...face,
    title: tell(to, 'induction.title', { number, all }),
    toldLines: said(news, number === 1 ? tell(to, 'induction.intro', { all }) : ''),
    sections: [{ title: asQuestion(rule.asks[0] ?? rule.id), toldLines: face.toldLines }, ...checkSection(to, rule)],
    buttons: stepButtons(to, rule),
  };
}

function checkSection(to: Advised, rule: Rule): readonly Section[] {
  const check = checkOf(rule);
  if (!check) return [];
  const choices = check.choices.map((text, at) => tell(to, 'induction.choice', { letter: letter(at), text }));
  return [{ title: tell(to, 'induction.check'), toldLines: [check.ask, ...choices].map((line) => filled(to, line)) }];
}

/** A letter for each answer, or one button where there is nothing to answer. */
function stepButtons(to: Advised, rule: Rule): readonly Button[] {
  const check = checkOf(rule);
  const press = { verb: 'induction.next', rule: rule.id } as const;
  if (!check) return [button(to, 'induction.next', press, 'positive')];
  return check.choices.map((_, choice) => ({ label: letter(choice), press: { ...press, choice }, style: 'default' }));
}

function letter(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}

function agreementCard(
  to: Advised,
  { agreement, again }: Extract<Place, { kind: 'agreement' }>,
  news: string,
): NoticeView {
  const { document, title, version, points } = agreement;
  const lacking =
    agreement.missing && tell(to, 'induction.agreement-missing', { missing: filled(to, agreement.missing) });
  const intro = points.length > 0 ? 'induction.agreement-intro' : 'induction.agreement-no-points';
  const lines = said(news, again ? tell(to, 'induction.again') : '', lacking, tell(to, intro));
  const press = { verb: 'induction.accept', document, version } as const;
  return {
    ...notice(
      lines,
      [button(to, 'induction.accept', press, 'positive')],
      tell(to, again ? 'induction.agreement-again' : 'induction.agreement', { title }),
    ),
    sections:
      points.length > 0
        ? [{ title, toldLines: points.map((point) => tell(to, 'induction.point', { point: filled(to, point) })) }]
        : [],
    note: tell(to, 'induction.agreement-version', { version }),
  };
}

function finishedCard(to: Advised, progress: Progress | undefined, agreed: boolean, news: string): NoticeView {
  const { finishedAt, read = [], accepted = [] } = progress ?? {};
  const answers = read.flatMap(({ right }) => (right === undefined ? [] : [right]));
  const right = answers.filter(Boolean).length;
  const lines = said(
    news,
    finishedAt ? tell(to, 'induction.done', { when: moment(to, finishedAt) }) : '',
    answers.length > 0 ? tell(to, 'induction.score', { right, all: answers.length }) : '',
    ...newest(accepted).map(({ title, version, at }) =>
      tell(to, 'induction.accepted', { title, version, when: moment(to, at) }),
    ),
    agreed ? '' : tell(to, 'induction.no-agreement', { person: ownerOf(to) }),
  );
  return notice(lines, mainButtons(to), tell(to, 'induction.done-title'));
}

/** The newest acceptance of each document. */
function newest(accepted: Progress['accepted']): Progress['accepted'] {
  return accepted.filter((one, at) => !accepted.slice(at + 1).some(({ document }) => document === one.document));
}

function ownerOf(to: Advised): string {
  const { pack } = to.policy;
  return personOf(pack.head.owner, audienceOf(to.person), pack).title;
}

/** What is said of a move, above the step that follows. */
export function newsOf(to: Advised, moved: Moved): string {
  switch (moved.kind) {
    case 'read':
    case 'again':
      return verdict(to, moved.rule, moved.right);
    case 'accepted':
      return '';
    case 'old-card':
      return tell(to, 'induction.old-card');
    default:
      return moved satisfies never;
  }
}

function verdict(to: Advised, rule: Rule, right: boolean | undefined): string {
  if (right === undefined) return '';
  const because = filled(to, reasonOf(rule));
  const answer = filled(to, checkOf(rule)?.right ?? '').replace(/[.\s]+$/, '');
  return tell(to, right ? 'induction.right' : 'induction.wrong', { right: answer, because }).trim();
}

/** The first words with the offer of induction, for staff who have something left to do; else just as they are. */
export function withInduction(
  to: Advised,
  welcome: NoticeView,
  progress: Progress | undefined,
  now: Instant,
): NoticeView {
  const place = placeIn(courseFor(to.policy.pack, audienceOf(to.person)), progress, now);
  if (place.kind === 'finished') return welcome;
  const renewal = place.kind === 'agreement' && progress?.finishedAt !== undefined;
  const line = tell(to, renewal ? 'welcome.induction-agreement' : 'welcome.induction');
  const label = renewal ? 'button.induction-agreement' : progress ? 'button.induction-go-on' : 'button.induction';
  const open = button(to, label, { verb: 'induction.open' });
  return { ...welcome, toldLines: [...welcome.toldLines, line], buttons: [...welcome.buttons, open] };
}

function filled(to: Advised, text: string): string {
  return fill(text, to.policy.pack, 'staff');
}

function said(...lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '');
}
