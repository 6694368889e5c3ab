import { fill } from '../placeholders.ts';
import type { Pack } from '../standing.ts';
import type { AdviceAudience, InsideRole, KeptFrom } from '../vocabulary.ts';

/** Fills lines in for a reader, each once. */
export type Speak = (lines: readonly string[], who: AdviceAudience) => readonly string[];

const role = /\{([a-z-]+)(\.phone)?\}/g;

/** Where two roles of a line have become one, it is named once: "the chair or the chair" is the chair. */
function onceNamed(line: string): string {
  return line.replace(/\b(the [^,.;:]+?)(?:,? (?:or|and) |, )\1(?=[,.;: ]|$)/gi, '$1');
}

/** Lines that would send somebody to a person who may not know name whoever is told instead. */
export function speaker(pack: Pack, barred: ReadonlySet<KeptFrom>, instead: InsideRole | undefined): Speak {
  const redirect = (line: string) =>
    line.replaceAll(role, (whole, name: string, phone = '') =>
      instead && [...barred].some((one) => one === name) ? `{${instead}${phone}}` : whole,
    );
  return (lines, who) => [...new Set(lines.map((line) => onceNamed(fill(redirect(line), pack, who))))];
}
