import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const folder = `${import.meta.dirname}/../../manifest/teams`;
const words = (most: number) => z.string().min(1).max(most);

/** The limits of Teams' manifest schema 1.19 that are easy to break by editing words. */
const manifest = z.looseObject({
  manifestVersion: z.literal('1.19'),
  name: z.object({ short: words(30), full: words(100) }),
  description: z.object({ short: words(80), full: words(4000) }),
  bots: z.tuple([
    z.looseObject({
      scopes: z.tuple([z.literal('personal'), z.literal('team')]),
      // Rule of safety 3: Teams must not even offer to send a file.
      supportsFiles: z.literal(false),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: words(32), description: words(128) })).max(10),
        }),
      ),
    }),
  ]),
});

it('keeps to the limits of Teams', () => {
  const parsed = manifest.safeParse(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
  expect(parsed.error?.issues ?? []).toEqual([]);
});

it.each([
  ['color.png', 192],
  ['outline.png', 32],
])('has %s of %i pixels', (file, size) => {
  const png = readFileSync(`${folder}/${file}`);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});
