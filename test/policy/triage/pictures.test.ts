import { describe, expect, it } from 'vitest';
import { audiences } from '../../../src/policy/vocabulary.ts';
import { asksForImage } from '../../../src/policy/wording-rules.ts';
import { everyDesk, handlerLines, linesOf } from '../../support/triage.ts';

const reports = {
  'nudes-semi-nudes': [
    'theres a naked picture of a girl going round on snapchat',
    'i deleted the nude off her phone, was that right? shall i send it to you',
    'they used an ai app to make nude pictures of girls in our class and bully them with it in the group chat',
  ],
  'child-abuse-imagery': [
    'a video of a child being abused was posted in the group',
    'found indecent images of children on a laptop in the office',
  ],
} as const;

const mustNots: Readonly<Record<string, RegExp>> = {
  look: /\b(?:do not|nobody)\b[^.]*\b(?:look|watch|view)/i,
  copy: /\bdo not [^.]*\bcopy/i,
  'share or send': /\bdo not [^.]*\b(?:share|send|forward)/i,
  delete: /\bdo not delete/i,
  'ask for it': /\bdo not [^.]*\bask [^.]*\b(?:show|send)/i,
};

const table = everyDesk().flatMap((desk) =>
  (['nudes-semi-nudes', 'child-abuse-imagery'] as const).flatMap((kind) =>
    reports[kind].flatMap((text) => audiences.map((who) => [desk.id, who, text, kind, desk] as const)),
  ),
);

describe('Pictures of children: every do-not is said, and nobody is asked for a picture', () => {
  it.each(table)('%s, to %s: %s', (_, reporter, text, kind, { triage }) => {
    const result = triage({ text, reporter, about: 'pupil' });
    expect([result.category, ...result.alsoCategories]).toContain(kind);
    const donts = result.advice.dont.join('\n');
    for (const form of Object.values(mustNots)) expect(donts).toMatch(form);
    expect([...linesOf(result), ...handlerLines(result)].filter(asksForImage)).toEqual([]);
    expect(linesOf(result).filter((line) => /^(?:keep|save|take)\b[^.]*screenshot/i.test(line))).toEqual([]);
    expect(result).toMatchObject({ severity: 'immediate', evidence: 'never', handling: { sanctions: [] } });
    expect(result.handling.parents.hold).toBe(true);
  });
});
