import type { Case } from '../domain/case.ts';
import type { Demands } from '../domain/casework/demands.ts';
import { isHandsOff, type OutsideBody, outsideBodies } from '../domain/log.ts';
import { fill } from '../policy/placeholders.ts';
import type { Pack, Parents, Sanction } from '../policy/standing.ts';
import type { Handling, NextStep, Triage } from '../policy/triage/result.ts';
import { bodyName } from './body-name.ts';
import { type Advised, type Suggestion, suggestionFor } from './suggestion.ts';

/** A body outside school, what it is called, with its number, and when and how it is told. */
export type BodyStep = { readonly body: OutsideBody; readonly name: string; readonly how: string };

type Place = Pick<Advised, 'school' | 'policy'>;
type Step = Omit<BodyStep, 'name'>;

/** What the school's policy says of one case, as it is filed now. */
export type PolicyOnCase = {
  readonly demands: Demands;
  /** Bodies that are to be told. */
  readonly outside: readonly BodyStep[];
  /** Bodies that whoever deals with the case decides on. */
  readonly consider: readonly BodyStep[];
  readonly handling: Pick<Handling, 'steps' | 'parents' | 'deadlines' | 'close'>;
  /** Those of the policy's sanctions that may fit; none where care comes first. */
  readonly sanctions: readonly Sanction[];
  /** What nobody may do with evidence; empty where it may be kept. */
  readonly dont: readonly string[];
  /** What the words of the report come to, whatever people filed it as. */
  readonly triage: Triage;
  /** How many earlier incidents of the same person are known; absent where nobody has looked. */
  readonly earlier?: number;
};

/**
 * What the policy says of a case. Its report is read as it was written: by whoever reported it, so that it says the same
 * to all who work the case.
 */
export function policyOn(at: Place, current: Case, earlier?: number): PolicyOnCase {
  const { school, policy } = at;
  const by = { school, policy, person: current.reporter };
  // Where it would go by what it is about alone, whomever the reporter fears.
  const suggestion = suggestionFor(by, { ...current.report, category: '', keepFrom: '' });
  const { triage } = suggestion;
  const { pack } = policy;
  const asRead = current.category === triage.category;
  const outside = named(at, outsideOf(current, triage, pack));
  const handling = asRead ? triage.handling : handlingOf(current, pack);
  const sanctions = sanctionsOf(current, suggestion, pack);
  return {
    demands: {
      outside: outside.map(({ body }) => body),
      ...parentsAsked(current, handling.parents),
      handsOff: isHandsOff(current) || pack.incidents[current.category].evidence.rule === 'never',
      sanctions,
    },
    outside,
    consider: named(at, considerOf(current, triage, pack)).filter(
      ({ body }) => !outside.some((one) => one.body === body),
    ),
    handling,
    sanctions: sanctions === 'none' ? [] : sanctions.flatMap((id) => pack.sanctions[id] ?? []),
    dont: dontOf(current, pack),
    triage,
    ...(earlier === undefined ? {} : { earlier }),
  };
}

/** What the policy asks for a kind that a person chose: without the circumstances that only words can show. */
function handlingOf({ category }: Case, pack: Pack): PolicyOnCase['handling'] {
  const { handler, parents, deadlines, close } = pack.incidents[category];
  const lines = (all: readonly string[]) => all.map((line) => fill(line, pack, 'staff'));
  return { steps: lines(handler), parents, deadlines, close: lines(close) };
}

/** Parents are to be thought of where a pupil is named, where the policy holds it back, and wherever the DSL sees to it. */
function parentsAsked(
  { report, severity, log }: Case,
  { hold, by }: Parents,
): Pick<Demands, 'parents' | 'holdParents'> {
  const pupils = report.subjects.some(({ kind }) => kind === 'pupil');
  const matters = severity !== 'low' && by.includes('dsl');
  return { parents: pupils || hold || matters, holdParents: hold || log?.imagery === true };
}

/** A grid of sanctions is for pupils, and for none of whom care comes first. */
function sanctionsOf(current: Case, { triage, route }: Suggestion, pack: Pack): Demands['sanctions'] {
  const { sanctions } = pack.incidents[current.category];
  const aboutStaff = !route.inChannel || current.route.rules.some((rule) => rule.startsWith('floor.route.about-'));
  const imagery = [triage.category, ...triage.alsoCategories].some((category) => isHandsOff({ category }));
  if (sanctions === 'none' || isHandsOff(current) || imagery || aboutStaff) return 'none';
  return current.category === triage.category ? triage.handling.sanctions : sanctions;
}

/**
 * Where people filed it as something else, that kind's own bodies; the LADO stays where an adult of the school is
 * accused, and the police come in where abuse imagery was met.
 */
function outsideOf(current: Case, { category, route }: Triage, pack: Pack): readonly Step[] {
  const lado = route.outside.filter(({ role }) => role === 'lado');
  const filed = current.category === category ? route.outside : [...stepsIn(pack, current.category), ...lado];
  const met = current.log?.imagery ? stepsIn(pack, 'child-abuse-imagery') : [];
  return [...filed, ...met.filter(({ role }) => role === 'police')].map(({ role, how }) => ({ body: role, how }));
}

function stepsIn({ incidents }: Pack, category: Case['category']): readonly NextStep[] {
  return Object.entries(incidents[category].outside).map(([role, how]) => ({ role: role as NextStep['role'], how }));
}

function considerOf(current: Case, { category, handling }: Triage, pack: Pack): readonly Step[] {
  const consider = current.category === category ? handling.consider : pack.incidents[current.category].consider;
  return Object.entries(consider).flatMap(([id, how]) => (isBody(id) ? [{ body: id, how }] : []));
}

/** Each body once, by the first that says how. */
function named(at: Place, steps: readonly Step[]): readonly BodyStep[] {
  const first = steps.filter(({ body }, n) => steps.findIndex((one) => one.body === body) === n);
  return first.map(({ body, how }) => ({ body, name: bodyName(at, body), how: fill(how, at.policy.pack, 'staff') }));
}

function isBody(id: string): id is OutsideBody {
  return (outsideBodies as readonly string[]).includes(id);
}

/** The policy's own words on evidence come first. */
function dontOf(current: Case, pack: Pack): readonly string[] {
  const kind = current.log?.imagery ? 'child-abuse-imagery' : current.category;
  const { evidence, dont } = pack.incidents[kind];
  if (evidence.rule !== 'never') return [];
  const lines = [evidence.staff, ...dont.staff].filter((line) => line !== '');
  return lines.map((line) => fill(line, pack, 'staff'));
}
