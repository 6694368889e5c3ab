import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Passed } from '../../src/app/questions.ts';
import { under } from '../../src/app/rows.ts';
import { systemClock } from '../../src/app/system.ts';
import type { Person } from '../../src/domain/people.ts';
import type { School } from '../../src/domain/school.ts';
import { type House, openHouse, viewOf } from '../support/house.ts';
import { goOn } from '../support/induction.ts';
import { goodFiles, loadFiles } from '../support/packs.ts';
import { policyNamed } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey } from '../support/sealer.ts';

const school: School = { ...harbour, policy: 'lbbd' };
const policy = policyNamed('lbbd');
const stranger: Person = { id: 'aad:new', name: 'Nova\u001b[31m\nStandin', roles: ['staff'] };

let folder: string;
let house: House;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-records-'));
  mkdirSync(join(folder, 'schools'));
  writeFileSync(join(folder, 'schools', 'harbour.yaml'), schoolYaml(school));
  await onDay('2025-01-15T09:00:00.000Z', (at) => goOn(at, 'deputy', policy.pack));
  await onDay('2026-11-20T09:00:00.000Z', fill);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each look at the clock is a second later, so that what happened has an order. */
async function onDay(morning: string, work: (house: House) => Promise<unknown>): Promise<void> {
  const store = await sealedFile(join(folder, 'lantern.sqlite'));
  let seconds = 0;
  const now = () => new Date(Date.parse(morning) + 1_000 * seconds++).toISOString();
  house = await openHouse({ store, school, policy, clock: { ...systemClock, now } });
  try {
    await work(house);
  } finally {
    await house.close();
  }
}

/** What the school's people did with Lantern on one day. */
async function fill(at: House): Promise<void> {
  await goOn(at, 'teacher', policy.pack);
  await goOn(at, 'head', policy.pack, 3);
  await at.lantern.turn({ ...at.turn('teacher', { kind: 'joined' }), person: stranger });
  await at.says('teacher', 'ask what is for lunch with Mrs Harding on Friday?');
  await at.says('pupil', 'ask is there lunch on fridays');
  await at.says('teacher', 'ask who empties the dishwasher');
  const answer = viewOf(await at.says('teacher', 'ask how do I report an online safety incident'), 'notice');
  const wrong = answer.buttons.find(({ press }) => press.verb === 'ask.wrong');
  if (wrong) await at.presses('teacher', wrong.press);
  await keepDraft(at, 'can I keep a goldfish in class?', 'Yes, one goldfish. Ask Tess first.');
}

/** A question goes to a person, who answers it and wants it to be a rule. */
async function keepDraft(at: House, question: string, text: string): Promise<void> {
  await at.presses('teacher', { verb: 'ask.person', question });
  const { rows } = await at.store.list('harbour', { ...under('question'), limit: 1 });
  const passed = rows[0]?.value as Passed;
  const [owner = ''] = passed.owners;
  await at.presses(owner, { verb: 'question.reply', question: passed.id, text });
  await at.presses(owner, { verb: 'question.keep', question: passed.id });
}

function lantern(...args: string[]) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '-s', 'lantern', '--', 'policy', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANTERN_DATA: folder, LANTERN_SEAL_KEY: sealKey },
  });
  return { stdout, stderr, status };
}

function inSchools(...args: string[]) {
  return lantern(...args, '--schools', join(folder, 'schools'));
}

/** The line about somebody. */
function about(stdout: string, id: string): string {
  const { name } = who(id);
  return stdout.split('\n').find((line) => line.includes(name)) ?? '';
}

describe('lantern policy induction', () => {
  it('lists everybody who is to do it, and how they stand', () => {
    const { stdout, status } = inSchools('induction');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Harbour School \(lbbd\): 2 of 11 have finished$/m);
    expect(about(stdout, 'teacher')).toMatch(/finished on 20 Nov 2026 {2}Staff .* version 2019-09, 20 Nov 2026$/);
    expect(about(stdout, 'head')).toMatch(/3 of 21 .*Staff Acceptable Use Agreement: not accepted$/);
    expect(about(stdout, 'governor')).toMatch(/not begun .*none in the policy$/);
    expect(about(stdout, 'pupil')).toBe('');
  });

  it('marks an acceptance that is older than the cycle', () => {
    const line = about(inSchools('induction').stdout, 'deputy');
    expect(line).toMatch(/finished on 15 Jan 2025 .*, 15 Jan 2025 OVERDUE: more than 12 months ago$/);
  });

  it('lists who is known from the store only, and nothing that a terminal would obey', () => {
    expect(inSchools('induction').stdout).toMatch(
      /^ {2}Nova \[31m Standin \(not in the school file\) +staff +not begun/m,
    );
  });

  it('says the same as JSON', () => {
    const [found] = JSON.parse(inSchools('induction', '--json').stdout);
    expect(found).toMatchObject({ id: 'harbour', policy: 'lbbd' });
    const person = found.people.find(({ id }: Person) => id === 'teacher');
    expect(person).toMatchObject({
      state: 'finished',
      done: 21,
      all: 21,
      finishedAt: expect.stringMatching(/^2026-11-20T09:/),
    });
    expect(person.agreements[0]).toMatchObject({ state: 'current', accepted: { version: '2019-09' } });
  });

  it('says what is wrong with the settings, and fails', () => {
    const { stderr, status } = lantern('induction', '--schools', '/nowhere');
    expect(stderr).toContain('there is no folder /nowhere');
    expect(status).toBe(1);
  });
});

describe('lantern policy unanswered', () => {
  it('puts alike questions together, the newest first, and counts by why', () => {
    const { stdout, status } = inSchools('unanswered');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Harbour School \(lbbd\): 3 unanswered, 1 unhelpful, 1 draft$/m);
    const asked = stdout.split('\n').filter((line) => line.includes('Nov 2026'));
    expect(asked[0]).toMatch(/20 Nov 2026 {2}1× {2}staff +who empties the dishwasher/);
    expect(asked[1]).toMatch(
      /2× {2}pupil, staff {2}is there lunch on fridays \/ what is for lunch with \[…\] on […Friday[\]]+\?$/,
    );
    expect(asked[2]).toMatch(/how do I report an online safety incident \((?:lbbd|floor)\.[a-z-]+\)$/);
  });

  it('prints an answer that was kept as a rule, which a pack takes once topic and clause are there', () => {
    const { stdout } = inSchools('unanswered');
    const yaml = stdout.slice(stdout.indexOf('rules:'));
    expect(yaml).toContain('fill in one of the topics');
    expect(loadFiles({ ...goodFiles, 'drafts.yaml': yaml }).kind).toBe('broken');
    const whole = yaml.replace(/fill in one.*/, 'devices').replace(/fill in the.*/, 'Phones');
    const loaded = loadFiles({ ...goodFiles, 'drafts.yaml': whole });
    expect(loaded.kind).toBe('pack');
    const rules = loaded.kind === 'pack' ? loaded.pack.rules : [];
    expect(rules.find(({ id }) => id === 'oakfield.can-i-keep-a-goldfish-in')).toMatchObject({
      asks: ['can I keep a goldfish in class?'],
      answer: 'Yes, one goldfish. Ask […] first.',
    });
  });

  it.each([
    { how: 'as text', args: [] },
    { how: 'as JSON', args: ['--json'] },
  ])('names nobody $how', ({ args }) => {
    const { stdout } = inSchools('unanswered', ...args);
    for (const { name } of [...harbour.people, stranger, { name: 'Harding' }]) {
      for (const word of name.split(/\s+/)) expect(stdout).not.toContain(word);
    }
  });
});
