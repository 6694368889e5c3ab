import { askersOf } from '../merge/merge-rules.ts';
import type { PackSource } from '../pack.ts';
import type { GapSource, RuleSource } from '../parts/rule.ts';
import { error, type Path, type Problem, warning } from '../problem.ts';
import { tokens } from '../text.ts';
import type { Audience } from '../vocabulary.ts';

type Ask = {
  readonly path: Path;
  readonly owner: string;
  readonly key: string;
  readonly for: readonly Audience[];
  readonly answer: string;
};

const fewAsks = 3;
/** Words that change nothing in a question. */
const fillers = new Set(['a', 'an', 'the', 'please', 'pls', 'plz']);

/** Questions that cannot be told apart, and rules that hardly anybody would find. */
export function checkAsks(own: PackSource): readonly Problem[] {
  const rules = Object.entries(own.rules).flatMap(([name, rule]) => (rule ? asksOfRule(name, rule) : []));
  const gaps = Object.entries(own.gaps).flatMap(([name, gap]) => (gap ? asksOfGap(name, gap) : []));
  return [...clashes([...rules, ...gaps]), ...fewWays(own), ...Object.entries(own.rules).flatMap(offered)];
}

/** A longer question is cut off on its button. */
const longest = 45;
/** Who says this speaks of pupils, or as a member of staff. */
const notPupils =
  /\b(?:pupils?|students?|child|children|childs|childrens|kids?|colleagues?|my (?:class|son|daughter))\b/i;

/** Questions that are offered to press, which do not fit their button or whoever reads them. */
function offered([name, rule]: readonly [string, RuleSource | null | undefined]): readonly Problem[] {
  if (!rule) return [];
  const { asks, pupil, pupilAsks } = rule;
  const path = (key: string): Path => ['rules', name, key];
  const problems: Problem[] = [];
  if (pupilAsks !== undefined && !asks.includes(pupilAsks)) {
    problems.push(error(path('pupilAsks'), 'is none of the ways of asking in `asks`'));
  }
  if (pupilAsks !== undefined && pupil === '') {
    problems.push(error(path('pupilAsks'), 'has no `pupil` answer beside it'));
  }
  const [first = ''] = asks;
  const shown = pupil === '' ? [first] : [first, pupilAsks ?? first];
  if (shown.some((one) => one.length > longest)) {
    problems.push(
      warning(path('asks'), `is offered to press, and has more than ${longest} letters: put a shorter one first`),
    );
  }
  if (pupil !== '' && notPupils.test(pupilAsks ?? first)) {
    problems.push(warning(path('asks'), 'is offered to pupils, who would not ask so: name another in `pupilAsks`'));
  }
  return problems;
}

/** Which question it is, however it is put: the same words in any order. */
function askKey(ask: string): string {
  return tokens(ask)
    .map(({ word }) => word)
    .filter((word) => !fillers.has(word))
    .toSorted()
    .join(' ');
}

function asksOfRule(name: string, rule: RuleSource): readonly Ask[] {
  const whom = askersOf(rule);
  return rule.asks.map((ask, index) => ({
    path: ['rules', name, 'asks', index],
    owner: name,
    key: askKey(ask),
    for: whom,
    answer: `${rule.answer} ${rule.pupil}`,
  }));
}

function asksOfGap(name: string, gap: GapSource): readonly Ask[] {
  return gap.asks.map((ask, index) => ({
    path: ['gaps', name, 'asks', index],
    owner: name,
    key: askKey(ask),
    for: gap.for,
    answer: '',
  }));
}

function clashes(asks: readonly Ask[]): readonly Problem[] {
  const byKey = Map.groupBy(asks, ({ key }) => key);
  return [...byKey.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    if (first.key === '') return [first, ...others].map(({ path }) => error(path, 'has no words in it'));
    return others.flatMap((other, index) => clash(other, [first, ...others.slice(0, index)]));
  });
}

function clash(ask: Ask, earlier: readonly Ask[]): readonly Problem[] {
  const other = earlier.find((one) => one.for.some((who) => ask.for.includes(who)));
  if (!other) return [];
  if (other.owner === ask.owner) return [warning(ask.path, 'says the same as another way of asking above it')];
  if (other.answer === ask.answer)
    return [error(ask.path, `can never be reached: ${other.owner} has the same question and answer`)];
  return [error(ask.path, `is a question that ${other.owner} answers differently`)];
}

function fewWays({ rules }: PackSource): readonly Problem[] {
  return Object.entries(rules)
    .filter(([, rule]) => rule && rule.asks.length < fewAsks)
    .map(([name]) =>
      warning(['rules', name, 'asks'], `has fewer than ${fewAsks} ways of asking and will seldom be found`),
    );
}
