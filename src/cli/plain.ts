import { Option } from 'commander';
import { type Audience, audiences } from '../policy/vocabulary.ts';
import type { Shell } from './shell.ts';

/** What a command that tries a pack is told: whose pack, who types, and where the packs lie. */
export type Trying = {
  readonly jsonl: boolean;
  readonly packs: string;
  readonly policy?: string;
  readonly as: Audience;
};

/** `--jsonl`, `--packs`, `--policy` and `--as`, the same for every command that tries a pack. */
export function tryingOptions(): readonly Option[] {
  return [
    new Option('--jsonl', 'one JSON object a line on the input; the same on the output').default(false),
    new Option('--packs <folder>', 'the folder of packs').default('policies'),
    new Option('--policy <id>', 'the pack to try'),
    new Option('--as <who>', 'who types').choices(audiences).default('staff'),
  ];
}

/** The pack that somebody means; undefined, and said, where it cannot be told. */
export function meantBy<Desk>(
  policy: string | undefined,
  desks: ReadonlyMap<string, Desk>,
  shell: Shell,
): Desk | undefined {
  const desk = desks.get(policy ?? '');
  if (desk) return desk;
  const known = [...desks.keys()].join(', ');
  shell.write(
    policy ? `There is no pack “${policy}”; there are: ${known}\n` : `Say whose: --policy <id>, of ${known}\n`,
  );
  shell.fail();
  return undefined;
}
