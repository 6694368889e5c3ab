import type { Case } from '../domain/case.ts';
import type { Demands } from '../domain/casework/demands.ts';
import { isHandsOff, type OutsideBody, outsideBodies } from '../domain/log.ts';
import type { Report } from '../domain/report.ts';
import { fill } from '../policy/placeholders.ts';
import type { Pack, Parents, Sanction } from '../policy/standing.ts';
import type { Handling, Triage } from '../policy/triage/result.ts';
import { bodyName } from './body-name.ts';
import { type Advised, inputOf, type Suggestion, suggestionFor } from './suggestion.ts';

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
  readonly handling: Pick<Handling, 'steps' | 'checklist' | 'parents' | 'deadlines' | 'close'>;
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
  const report: Report = { ...current.report, category: '', keepFrom: '' };
  const suggestion = suggestionFor(by, report);
  const { triage } = suggestion;
  const { pack } = policy;
  const filed =
    current.category === triage.category ? triage : policy.triage({ ...inputOf(by, report), filed: current.category });
  const { handling } = filed;
  const outside = named(at, outsideOf(current, filed, triage, pack));
  const sanctions = sanctionsOf(current, filed, suggestion, pack);
  return {
    demands: {
      outside: outside.map(({ body }) => body),
      ...parentsAsked(current, handling.parents),
      handsOff: isHandsOff(current) || pack.incidents[current.category].evidence.rule === 'never',
      sanctions,
    },
    outside,
    consider: named(at, considerOf(filed)).filter(({ body }) => !outside.some((one) => one.body === body)),
    handling,
    sanctions: sanctions === 'none' ? [] : sanctions.flatMap((id) => pack.sanctions[id] ?? []),
    dont: dontOf(current, pack),
    triage,
    ...(earlier === undefined ? {} : { earlier }),
  };
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
function sanctionsOf(current: Case, filed: Triage, { triage, route }: Suggestion, pack: Pack): Demands['sanctions'] {
  const aboutStaff = !route.inChannel || current.route.rules.some((rule) => rule.startsWith('floor.route.about-'));
  const imagery = [triage.category, ...triage.alsoCategories].some((category) => isHandsOff({ category }));
  const none = pack.incidents[current.category].sanctions === 'none';
  return none || isHandsOff(current) || imagery || aboutStaff ? 'none' : filed.handling.sanctions;
}

/**
 * Bodies that what it is filed as demands; the LADO stays where an adult of the school is accused, and the police come
 * in where abuse imagery was met.
 */
function outsideOf(current: Case, filed: Triage, { route }: Triage, pack: Pack): readonly Step[] {
  const lado = route.outside.filter(({ role }) => role === 'lado');
  const police = pack.incidents['child-abuse-imagery'].outside.police;
  const met = current.log?.imagery && police ? [{ role: 'police' as const, how: police }] : [];
  return [...filed.route.outside, ...lado, ...met].map(({ role, how }) => ({ body: role, how }));
}

function considerOf({ handling }: Triage): readonly Step[] {
  return Object.entries(handling.consider).flatMap(([id, how]) => (isBody(id) ? [{ body: id, how }] : []));
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
