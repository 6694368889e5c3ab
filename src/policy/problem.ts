/** Steps from the top of a pack to the place that is meant, for example `['rules', 'phones', 'asks', 2]`. */
export type Path = readonly PropertyKey[];

/** Something wrong in a pack. With an `error` the pack is refused; a `warning` is for its owner to look at. */
export type Problem = {
  readonly level: 'error' | 'warning';
  readonly path: Path;
  /** What is wrong and, where it helps, what to do; a whole sentence without its stop. */
  readonly message: string;
};

/** A problem for which the pack is refused. */
export function error(path: Path, message: string): Problem {
  return { level: 'error', path, message };
}

/** A problem that the pack's owner should look at. */
export function warning(path: Path, message: string): Problem {
  return { level: 'warning', path, message };
}
