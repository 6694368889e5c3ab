import type { Path } from '../policy/problem.ts';
import type { Complaint, Place, YamlFile } from './yaml-file.ts';

/** Several files read as one pack, and the way back from a place in it to file and line. */
export type Combined = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly complaints: readonly Complaint[];
  place(path: Path): Place;
};

type Fields = Readonly<Record<string, unknown>>;
/** Which file holds `rules` or `rules.phones`. */
type Homes = Map<string, YamlFile>;

/** Puts the files of a pack together. What a file's `defaults` say holds for its own rules only. */
export function combine(files: readonly YamlFile[]): Combined {
  const value: Record<string, unknown> = {};
  const homes: Homes = new Map();
  const complaints = files.flatMap((file) => addFile(file, value, homes));
  return { value, complaints, place: (path) => place(path, homes, files) };
}

function addFile(file: YamlFile, into: Record<string, unknown>, homes: Homes): readonly Complaint[] {
  if (file.value === null) return [];
  if (!isFields(file.value)) return [complaint(file, [], 'must be a map with keys such as pack, rules and incidents')];
  const { defaults, ...parts } = file.value;
  return Object.entries(parts).flatMap(([key, part]) => {
    const said = key === 'rules' && isFields(part) && isFields(defaults) ? withDefaults(part, defaults) : part;
    return addPart(file, key, said, into, homes);
  });
}

function withDefaults(rules: Fields, defaults: Fields): Fields {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, isFields(rule) ? { ...defaults, ...rule } : rule]),
  );
}

function addPart(
  file: YamlFile,
  key: string,
  part: unknown,
  into: Record<string, unknown>,
  homes: Homes,
): readonly Complaint[] {
  if (!homes.has(key)) homes.set(key, file);
  if (part === null) return [];
  const there = into[key];
  if (!isFields(part) || (there !== undefined && !isFields(there))) {
    into[key] = part;
    return [];
  }
  const again = Object.keys(part).filter((name) => isFields(there) && Object.hasOwn(there, name));
  for (const name of Object.keys(part)) if (!homes.has(`${key}.${name}`)) homes.set(`${key}.${name}`, file);
  into[key] = { ...there, ...part, ...there };
  return again.map((name) => {
    const first = homes.get(`${key}.${name}`)?.name ?? '';
    return complaint(file, [key, name], `${name} is already in ${first}`);
  });
}

function place(path: Path, homes: Homes, files: readonly YamlFile[]): Place {
  const [key = '', name = ''] = path.map(String);
  const home = homes.get(`${key}.${name}`) ?? homes.get(key) ?? files[0];
  return home ? home.place(path) : { file: '', line: 1 };
}

function complaint(file: YamlFile, path: Path, message: string): Complaint {
  return { level: 'error', ...file.place(path), message };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
