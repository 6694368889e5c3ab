import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function triage(lines: readonly string[]) {
  const { stdout, status } = spawnSync('npm', ['run', '-s', 'lantern', '--', 'triage', '--jsonl'], {
    encoding: 'utf8',
    input: `${lines.join('\n')}\n`,
  });
  return {
    status,
    answers: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('lantern triage --jsonl', () => {
  const { status, answers } = triage([
    JSON.stringify({
      id: 'a',
      policy: 'floor',
      reporter: 'pupil',
      text: 'a boy keeps asking me for nudes',
      about: null,
    }),
    'this is no JSON',
    JSON.stringify({ id: 'b', policy: 'nowhere', reporter: 'pupil', text: 'help' }),
    JSON.stringify({ id: 'c', policy: 'floor', reporter: 'wizard', text: 'help' }),
    JSON.stringify({
      id: 'd',
      policy: 'floor',
      reporter: 'staff',
      text: 'the head is texting a girl',
      about: 'headteacher',
    }),
  ]);

  it('answers each line in order, with all that the format asks for', () => {
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', undefined, 'b', 'c', 'd']);
    expect(answers[0]).toMatchObject({
      category: 'nudes-semi-nudes',
      severity: 'immediate',
      route: expect.arrayContaining(['dsl']),
    });
    expect(answers[0].advice).toContain('Do not');
    expect(answers[0].rules).toContain('floor.nudes-semi-nudes');
  });

  it('gives a line that is wrong an error, and goes on', () => {
    for (const place of [1, 2, 3]) expect(answers[place]).toHaveProperty('error');
    expect(answers[4].route).not.toContain('headteacher');
  });
});

describe('lantern triage, for whoever tries a pack', () => {
  it('shows what a report is taken for, who is told, what is read, and why', () => {
    const args = ['--policy', 'floor', '--as', 'pupil', 'a boy keeps asking me for nudes'];
    const { stdout, status } = spawnSync('npm', ['run', '-s', 'lantern', '--', 'triage', ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^immediate: nudes-semi-nudes.*\ntold: dsl.*\n\n.*Do not.*\n\n\[floor\.nudes-semi-nudes/s);
    expect(stdout).toContain('CEOP: https://www.ceop.police.uk/ceop-reporting. The police team');
    expect(stdout).not.toContain('National Crime Agency');
  });
});
