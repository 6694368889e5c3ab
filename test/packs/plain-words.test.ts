import { describe, expect, it } from 'vitest';
import { packFolders } from '../../src/packs/load-pack.ts';
import type { Pack } from '../../src/policy/standing.ts';
import { asksForImage, blames, promisesSecrecy } from '../../src/policy/wording-rules.ts';
import { standing } from '../support/packs.ts';
import { gradeOf } from '../support/reading-age.ts';

/** A reading age of ten. */
const hardest = 5;

type Said = { readonly at: string; readonly text: string };

/** The school's titles and the names of helplines are what they are, so one plain word stands for each. */
function plain(text: string): string {
  return text.replace(/\{[^{}]*\}/g, 'them');
}

/** Everything of a pack that is put before somebody, with where it stands. */
function saidTo(readers: readonly ('pupil' | 'staff' | 'parent')[], pack: Pack): readonly Said[] {
  const advice = (at: string, lines: Pack['danger']) =>
    readers.flatMap((who) => lines[who].map((text) => ({ at, text: plain(text) })));
  const rules = pack.rules.flatMap((rule) =>
    readers.map((who) => ({ at: rule.id, text: plain(who === 'staff' ? rule.answer : rule[who]) })),
  );
  const parts = [...pack.alarms, ...Object.values(pack.incidents).flatMap(({ cases }) => cases)];
  return [
    ...rules,
    ...advice('danger', pack.danger),
    ...parts.flatMap(({ from, do: now, dont }) => [...advice(from, now), ...advice(from, dont)]),
    ...Object.values(pack.incidents).flatMap(({ category, do: now, dont, evidence }) => [
      ...advice(category, now),
      ...advice(category, dont),
      ...readers.map((who) => ({ at: category, text: plain(evidence[who]) })),
    ]),
  ].filter(({ text }) => text !== '');
}

/** Lines that are read together as one text, since a figure for one short line says little. */
function whole(said: readonly Said[]): readonly Said[] {
  return [...Map.groupBy(said, ({ at }) => at)].map(([at, lines]) => ({
    at,
    text: lines.map(({ text }) => text).join('\n'),
  }));
}

const packs = packFolders('policies')
  .map((folder) => standing(folder))
  .filter(({ head }) => head.id !== 'template');

describe.each(packs.map((pack) => [pack.head.id, pack] as const))('what %s says', (_id, pack) => {
  it('to pupils is at a reading age of ten at most', () => {
    const hard = whole(saidTo(['pupil'], pack)).filter(({ text }) => gradeOf(text) > hardest);
    expect(hard.map(({ at, text }) => `${at} (${gradeOf(text).toFixed(1)}): ${text}`)).toEqual([]);
  });

  it('blames nobody, promises no secret and asks for no picture, whoever reads it', () => {
    const wrong = saidTo(['pupil', 'staff', 'parent'], pack).filter(
      ({ text }) => blames(text) || promisesSecrecy(text),
    );
    expect(wrong).toEqual([]);
  });

  it('asks nobody for a picture where nobody may keep one', () => {
    const never = Object.values(pack.incidents).filter(({ evidence }) => evidence.rule === 'never');
    expect(never.map(({ category }) => category)).toEqual(
      expect.arrayContaining(['nudes-semi-nudes', 'child-abuse-imagery']),
    );
    const lines = never.flatMap(({ do: now, dont, evidence }) =>
      (['pupil', 'staff', 'parent'] as const).flatMap((who) => [...now[who], ...dont[who], evidence[who]]),
    );
    expect(lines.filter((line) => asksForImage(line))).toEqual([]);
  });
});
