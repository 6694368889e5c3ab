import { describe, expect, it } from 'vitest';
import { categories } from '../../src/domain/filing.ts';
import { textsOf } from '../../src/policy/check/walk.ts';
import { fill } from '../../src/policy/placeholders.ts';
import { type AdviceAudience, adviceAudiences, insideRoles, outsideRoles } from '../../src/policy/vocabulary.ts';
import { asksForImage, blames, nameIn, promisesSecrecy } from '../../src/policy/wording-rules.ts';
import { floorFolder, standing, written } from '../support/packs.ts';
import { gradeOf } from '../support/reading-age.ts';

const floor = standing(floorFolder);
const source = written(floorFolder);
const advised = categories.flatMap((category) => adviceAudiences.map((who) => [category, who] as const));

/** The formula is one of English, so it says nothing of lines in another language. */
function isEnglish({ id }: { readonly id: string }): boolean {
  return !id.startsWith('floor.written-in-');
}

function heard(lines: readonly string[], who: AdviceAudience): string {
  return lines.map((line) => fill(line, floor, who)).join('\n');
}

describe('The floor has something to say on every kind of incident, to everybody', () => {
  it.each(advised)('%s, to %s', (category, who) => {
    const { do: todo, dont, evidence } = floor.incidents[category];
    expect(todo[who].length).toBeGreaterThanOrEqual(2);
    expect(dont[who].length).toBeGreaterThanOrEqual(1);
    expect(evidence[who]).not.toBe('');
  });

  it.each(categories)('%s: title, route, handler, parents, time limit, closing, words and examples', (category) => {
    const incident = floor.incidents[category];
    expect(incident.title).not.toBe('');
    expect(incident.tell.length).toBeGreaterThan(0);
    expect(incident.handler.length).toBeGreaterThan(1);
    expect(incident.parents.by.length).toBeGreaterThan(0);
    expect(incident.deadlines.length).toBeGreaterThan(0);
    expect(incident.close.length).toBeGreaterThan(0);
    expect(incident.signs.strong.length + incident.signs.likely.length).toBeGreaterThan(0);
    expect(incident.examples.length).toBeGreaterThan(2);
    expect(incident.clauses.length).toBeGreaterThan(0);
  });

  it('names every role and body of the vocabulary', () => {
    expect(Object.keys(floor.contacts).toSorted()).toEqual([...insideRoles, ...outsideRoles].toSorted());
  });

  it('says that it is to be verified by the school, and of when it is', () => {
    expect(floor.sources['floor']).toBe('Statutory floor, November 2026, to be verified by the school');
    expect(floor.rules.every(({ approved }) => approved === '2026-11')).toBe(true);
  });
});

describe('Severities are those of requirements section 27', () => {
  it.each([
    ['nudes-semi-nudes', 'immediate'],
    ['grooming-contact', 'immediate'],
    ['child-abuse-imagery', 'immediate'],
    ['self-harm', 'high'],
    ['extremism', 'high'],
    ['hate-content', 'high'],
    ['staff-conduct', 'high'],
    ['hacking-malware', 'high'],
    ['data-breach', 'high'],
    ['cyberbullying', 'medium'],
    ['copyright', 'low'],
  ] as const)('%s is %s', (category, severity) => {
    expect(floor.incidents[category].severity).toBe(severity);
  });

  it.each([
    ['self-harm', 'plan'],
    ['self-harm', 'intent'],
    ['hacking-malware', 'attack'],
    ['extremism', 'threat'],
  ] as const)('%s becomes immediate with %s', (category, name) => {
    const found = floor.incidents[category].cases.find(({ id }) => id === `floor.${category}.${name}`);
    expect(found?.raise).toBe('immediate');
  });

  it.each(['danger-now', 'harm-at-home', 'sexual-harm', 'exploitation', 'harmful-practice'])(
    'the alarm %s is immediate',
    (name) => {
      expect(floor.alarms.find(({ id }) => id === `floor.${name}`)?.raise).toBe('immediate');
    },
  );
});

const pictures = ['nudes-semi-nudes', 'child-abuse-imagery'] as const;
const mustNots: Readonly<Record<string, RegExp>> = {
  look: /\b(?:do not|nobody) look/i,
  copy: /\bdo not [^.]*\bcopy/i,
  save: /\bdo not [^.]*\bsave/i,
  'share or send': /\bdo not [^.]*\b(?:share|send|forward)/i,
  delete: /\bdo not delete/i,
  'ask a child to show or send': /\bdo not [^.]*\bask [^.]*\b(?:show|send)/i,
};

describe('Pictures of children: every do-not is said, to everybody', () => {
  const all = pictures.flatMap((category) =>
    adviceAudiences.flatMap((who) =>
      Object.entries(mustNots).map(([what, form]) => [category, who, what, form] as const),
    ),
  );
  it.each(all)('%s, to %s: do not %s', (category, who, _, form) => {
    expect(floor.incidents[category].dont[who].join('\n')).toMatch(form);
  });

  it.each(pictures)('%s: evidence is never kept, and no line asks for a picture', (category) => {
    const { evidence, do: todo, dont, handler, cases } = floor.incidents[category];
    expect(evidence.rule).toBe('never');
    const lines = adviceAudiences.flatMap((who) => [
      ...todo[who],
      ...dont[who],
      evidence[who],
      ...cases.flatMap((one) => [...one.do[who], ...one.dont[who]]),
    ]);
    expect([...lines, ...handler].filter(asksForImage)).toEqual([]);
  });

  it.each(pictures)('%s: parents hear of it from the safeguarding lead alone', (category) => {
    expect(floor.incidents[category].parents).toMatchObject({ by: ['dsl'], notBy: ['staff'], hold: true });
  });

  it.each(pictures)('%s: care comes before sanctions', (category) => {
    expect(floor.incidents[category].sanctions).toBe('none');
  });
});

describe('Whom a report accuses does not see it', () => {
  it.each([
    ['staff', 'headteacher', 'reported-person'],
    ['headteacher', 'chair-of-governors', 'headteacher'],
    ['dsl', 'headteacher', 'dsl'],
    ['governor', 'headteacher', 'chair-of-governors'],
  ] as const)('about %s: %s is told, %s is not', (kind, told, kept) => {
    expect(floor.accused[kind]?.tell).toEqual([told]);
    expect(floor.accused[kind]?.keepFrom).toContain(kept);
  });

  it('about the headteacher, the LADO is a next step whatever the threshold', () => {
    expect(floor.accused.headteacher?.outside).toHaveProperty('lado');
  });
});

describe('Pupils can read what is meant for them: grade 5 at most', () => {
  const spoken = [
    ...floor.rules.map(({ id, pupil }) => [id, [pupil]] as const),
    ...Object.values(floor.incidents).flatMap(({ category, do: todo, dont, evidence, cases }) => [
      [`${category}: do`, todo.pupil] as const,
      [`${category}: do not`, dont.pupil] as const,
      [`${category}: evidence`, [evidence.pupil]] as const,
      ...cases.map((one) => [one.id, [...one.do.pupil, ...one.dont.pupil]] as const),
    ]),
    ...floor.alarms.filter(isEnglish).map(({ id, do: todo, dont }) => [id, [...todo.pupil, ...dont.pupil]] as const),
    ...Object.values(floor.accused).map(({ kind, do: todo }) => [`about ${kind}`, todo.pupil] as const),
    ...floor.requests.map(({ id, pupil }) => [id, [pupil]] as const),
    ['danger', floor.danger.pupil] as const,
  ].filter(([, lines]) => lines.some((line) => line !== ''));

  it.each(spoken)('%s', (_, lines) => {
    expect(gradeOf(heard(lines, 'pupil'))).toBeLessThanOrEqual(5);
  });
});

describe('No text of the floor', () => {
  const said = textsOf(source).filter(({ typed }) => !typed);
  it('promises secrecy', () => expect(said.filter(({ text }) => promisesSecrecy(text))).toEqual([]));
  it('blames a pupil', () => expect(said.filter(({ text, toPupils }) => toPupils && blames(text))).toEqual([]));
  it('names a person', () => expect(said.filter(({ text }) => nameIn(text))).toEqual([]));
  it('leaves a placeholder unfilled', () => {
    expect(said.filter(({ text }) => /[{}]/.test(fill(text, floor, 'staff')))).toEqual([]);
  });
});

describe('Danger comes first', () => {
  it.each(adviceAudiences)('999, a person and, for pupils, Childline are named to %s', (who) => {
    const text = heard(floor.danger[who], who);
    expect(text).toContain('999');
    expect(text).toMatch(who === 'pupil' ? /Childline on 0800 1111/ : /safeguarding lead/);
  });
});

describe('A role is spoken of by the school’s own title', () => {
  const school = {
    ...floor,
    contacts: {
      ...floor.contacts,
      dsl: { ...standingContact(), title: 'Child Protection Lead', pupil: 'the safe person', phone: '01234 567890' },
    },
  };

  it.each([
    ['Tell {dsl}.', 'staff', 'Tell the Child Protection Lead.'],
    ['Ring {dsl.phone}.', 'staff', 'Ring the Child Protection Lead on 01234 567890.'],
    ['{dsl} will read it. {dsl} helps.', 'pupil', 'The safe person will read it. The safe person helps.'],
    ['Tell your {dsl}.', 'staff', 'Tell your Child Protection Lead.'],
    ['Ring {childline}.', 'pupil', 'Ring Childline on 0800 1111.'],
    ['Ring {lado.phone}.', 'staff', 'Ring the local authority designated officer (LADO).'],
  ] as const)('%s', (text, who, expected) => {
    expect(fill(text, school, who)).toBe(expected);
  });
});

function standingContact() {
  const { dsl } = floor.contacts;
  if (!dsl) throw new Error('the floor has no safeguarding lead');
  return dsl;
}
