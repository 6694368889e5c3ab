import { describe, expect, it } from 'vitest';
import { ask, oakfield } from './oakfield.ts';

describe('a question that a rule answers', () => {
  it.each([
    ['in the words of the pack', 'can pupils have phones', 'oakfield.phones'],
    ['in three words', 'phones at school', 'oakfield.phones'],
    ['with a slip of the finger', 'is a pen drvie ok', 'oakfield.memory-sticks'],
    ['with letters swapped', 'own memroy stick', 'oakfield.memory-sticks'],
    ['in text-speak', 'can i bring my fone 2 skool', 'oakfield.phones'],
    ['in words of the thesaurus', 'am i allowed to plug in a flash drive', 'oakfield.memory-sticks'],
    ['in words that are only like the pack’s', 'bring an sd card from home', 'oakfield.memory-sticks'],
    ['in capitals, with marks', 'CAN PUPILS HAVE PHONES???', 'oakfield.phones'],
    ['about what the floor answers', 'what is the number of childline', 'floor.childline'],
  ])('is answered %s', (_how, text, rule) => {
    expect(ask(text)).toMatchObject({ kind: 'answered', rule });
  });

  it('is answered with the clause, the edition and what to ask next', () => {
    expect(ask('can i use my own memory stick')).toMatchObject({
      text: 'Own memory sticks are not used on school computers.',
      citation: { document: 'Online safety policy', section: 'Phones' },
      edition: { approved: '2026-09', reviewBy: '2027-09', overdue: false },
      source: '',
      related: [{ rule: 'oakfield.phones', asks: 'can pupils have phones' }],
    });
  });

  it('is answered for pupils in words of their own', () => {
    expect(ask('can i use my own memory stick', 'pupil')).toMatchObject({
      kind: 'answered',
      text: 'Do not put your own stick into a school computer.',
    });
  });

  it('is not answered for those whom the rule is not for', () => {
    expect(ask('can i take my school laptop home', 'staff')).toMatchObject({ rule: 'oakfield.laptops-home' });
    expect(ask('can i take my school laptop home', 'parent')).not.toMatchObject({ rule: 'oakfield.laptops-home' });
  });

  it('says so where the policy was due for review', () => {
    expect(ask('how often do i change my password')).toMatchObject({
      text: 'Change it every 90 days. This policy was due for review by September 2024 and may be out of date.',
      edition: { overdue: true },
    });
  });

  it('cites the floor as the floor', () => {
    expect(ask('what is the number of childline')).toMatchObject({
      source: expect.stringContaining('Statutory floor'),
    });
  });
});

describe('a question that two rules answer alike', () => {
  it('is met with a choice between them', () => {
    expect(ask('locker key')).toMatchObject({
      kind: 'did-you-mean',
      choices: [{ rule: 'oakfield.wulfric-lockers' }, { rule: 'oakfield.edwyn-lockers' }],
    });
  });
});

describe('a question that the policy does not answer', () => {
  it('is met with the gap and the person to ask', () => {
    expect(ask('how much does the ski trip cost')).toMatchObject({
      kind: 'not-in-policy',
      gap: 'oakfield.trip-money',
      text: 'The policy does not say. The policy says nothing of trips and their prices. Please ask the headteacher. I can pass your question on.',
      person: { role: 'headteacher', title: 'the headteacher' },
    });
  });

  it.each([
    ['of another matter', 'what is for lunch on friday'],
    ['that only another school answers', 'how many years is the incident log kept in the SIRO register'],
    ['of nothing on earth', 'what is the weather on mars'],
    ['of the wide world', 'who won the world cup'],
    ['for fun', 'tell me a joke'],
    ['of sums', 'what is 7 x 8'],
    ['of Father Christmas', 'is santa real'],
    ['of something that only looks like a slip', 'how do i bake a cake'],
    ['of nothing', ''],
    ['of one emoji', '😀'],
    ['in another script', 'что делать с телефоном'],
    ['of marks', '??!! ... ###'],
  ])('%s is met with an honest no and a person', (_what, text) => {
    const answer = ask(text);
    expect(answer.kind).toBe('not-in-policy');
    expect(answer).toMatchObject({ person: { title: expect.stringMatching(/^the /) } });
  });

  it('sends nobody to another school’s rule', () => {
    const from = new Set(oakfield().rules.map((rule) => rule.from));
    expect(from).toEqual(new Set(['oakfield', 'floor']));
  });
});

describe('any text', () => {
  it('of 10,000 letters is answered like its beginning', () => {
    expect(['answered', 'not-in-policy', 'did-you-mean']).toContain(ask(`phones at school ${'x'.repeat(10_000)}`).kind);
    expect(ask('lorem ipsum '.repeat(833)).kind).toBe('not-in-policy');
  });

  it('never comes back: markup of a question is in no answer', () => {
    const answer = ask('<script>alert(1)</script> **phones** {dsl} at school');
    expect(JSON.stringify(answer)).not.toMatch(/script|alert|\*\*|\{dsl\}/);
  });

  it('has a confidence between 0 and 1', () => {
    for (const text of ['phones at school', 'x', 'locker key', 'my dad hits me']) {
      expect(ask(text).confidence).toBeGreaterThanOrEqual(0);
      expect(ask(text).confidence).toBeLessThanOrEqual(1);
    }
  });
});
