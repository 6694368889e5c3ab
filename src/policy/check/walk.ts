import type { PackSource } from '../pack.ts';
import type { Path } from '../problem.ts';
import type { Clause } from '../standing.ts';
import { type RouteRole, routeRoles } from '../vocabulary.ts';

/** Something a pack says to people, or words it expects from them. */
export type Said = {
  readonly path: Path;
  readonly text: string;
  /** Whether pupils read it. */
  readonly toPupils: boolean;
  /** Whether people type it, rather than read it. */
  readonly typed: boolean;
};

/** Fields that hold what people type, or what a check question asks and offers as wrong. */
const typedFields = new Set([
  'asks',
  'ask',
  'wrong',
  'words',
  'unless',
  'signs',
  'examples',
  'reports',
  'lists',
  'cues',
  'thesaurus',
  'spellings',
]);
/** Fields that hold names of things, or words of no sentence, or reports that nobody reads. */
const mute = new Set([
  'reports',
  'lists',
  'clause',
  'sections',
  'tell',
  'keeps',
  'keepFrom',
  'mutes',
  'for',
  'topic',
  'owner',
  'related',
  'pack',
]);

/** Fields whose keys are names that a pack gives, and no fields: a rule may be called `reports`. */
const named = new Set([
  'rules',
  'gaps',
  'topics',
  'documents',
  'incidents',
  'cases',
  'alarms',
  'accused',
  'requests',
  'sanctions',
  'contacts',
  'helplines',
]);

/** Every text of a pack, save the many that are lists of words or made-up reports. */
export function textsOf(source: PackSource): readonly Said[] {
  const found: Said[] = [];
  collect(source, { path: [], toPupils: false, typed: false }, found);
  return found;
}

/** Lists are long and packs are read at every start, so this gathers into one array. */
function collect(value: unknown, place: Omit<Said, 'text'>, into: Said[]): void {
  if (typeof value === 'string') into.push({ ...place, text: value });
  if (typeof value !== 'object' || value === null) return;
  const isNames = holdsNames(place.path);
  for (const [key, inner] of Object.entries(value)) {
    if (!isNames && mute.has(key)) continue;
    const path = [...place.path, Array.isArray(value) ? Number(key) : key];
    const toPupils = place.toPupils || (!isNames && key === 'pupil');
    collect(inner, { path, toPupils, typed: place.typed || (!isNames && typedFields.has(key)) }, into);
  }
}

function holdsNames(path: Path): boolean {
  return named.has(String(path.at(-1)));
}

/** Every clause that anything of a pack cites. */
export function citesOf(source: PackSource): readonly { readonly path: Path; readonly clause: Clause }[] {
  return findKeys(source, new Set(['clause'])).flatMap(({ path, value }) =>
    (value as readonly Clause[]).map((clause, index) => ({ path: [...path, index], clause })),
  );
}

/** Fields that hold a role, several, or a map by role. */
const roleFields = new Set(['tell', 'keeps', 'deputies', 'by', 'owner', 'heldBy', 'outside']);

/** Every role that a pack puts in front of something, or lets answer. */
export function rolesOf(source: PackSource): readonly { readonly path: Path; readonly role: RouteRole }[] {
  return findKeys(source, roleFields)
    .flatMap(spread)
    .flatMap(({ path, value }) => {
      const role = routeRoles.find((one) => one === value);
      return role ? [{ path, role }] : [];
    });
}

type Found = { readonly path: Path; readonly value: unknown };

function spread({ path, value }: Found): readonly Found[] {
  if (Array.isArray(value)) return value.map((one, index) => ({ path: [...path, index], value: one }));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.keys(value).map((role) => ({ path: [...path, role], value: role }));
}

/** What stands under some keys, wherever; made-up reports have none. */
function findKeys(source: PackSource, wanted: ReadonlySet<string>): readonly Found[] {
  const found: Found[] = [];
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    const list = Array.isArray(value);
    const isNames = holdsNames(path);
    for (const [key, inner] of Object.entries(value)) {
      if ((!isNames && typedFields.has(key)) || inner === undefined) continue;
      if (!isNames && wanted.has(key)) found.push({ path: [...path, key], value: inner });
      else if (typeof inner === 'object') look(inner, [...path, list ? Number(key) : key]);
    }
  };
  look(source, []);
  return found;
}
