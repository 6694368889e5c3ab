import type { Lesson } from './network.ts';

/** A number that tells a text from others (FNV-1a, 32 bits). */
export function fingerprint(text: string): number {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  return print >>> 0;
}

/**
 * A number that changes with anything that lessons teach: reports, spellings, families of words, signs; and not with the
 * order in which rules stand or are looked for.
 */
export function fingerprintOf(lessons: readonly Lesson[]): number {
  const said = lessons.map(({ category, severity, also = '-', features }) => {
    const much = [...features].map(([name, weight]) => `${name} ${weight.toFixed(3)}`).toSorted();
    return [category, severity, also, ...much].join('\n');
  });
  return fingerprint(said.join('\n\n'));
}
