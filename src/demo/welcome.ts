import type { School } from '../domain/school.ts';
import type { Persona } from './personas.ts';
import { personOf } from './playground-config.ts';
import { playgroundUrl } from './playgrounds.ts';

/** What is printed once the demo runs: who can be tried where, and what it is not. */
export function welcome(
  school: School,
  chosen: readonly Persona[],
  firstPort: number,
  where: { readonly server: string; readonly data: string },
): string {
  const rows = chosen.map((persona) => [
    `${personOf(persona, school).name} (${persona.name})`,
    playgroundUrl(persona, firstPort),
    persona.hint,
  ]);
  return [
    `${school.name}. Everybody in it is made up.`,
    '',
    ...columns(rows),
    '',
    'Open all of them first: a Playground shows only what arrives while its page is open.',
    'They have no log-in, so they answer on this machine only. Never type anything real.',
    `Lantern itself: ${where.server}; its records and log: ${where.data}. Ctrl-C stops everything.`,
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}
