import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function ask(...lines: readonly string[]): readonly Record<string, unknown>[] {
  const input = lines.join('\n');
  const { stdout } = spawnSync('npm', ['run', '-s', 'lantern', '--', 'ask', '--jsonl'], { encoding: 'utf8', input });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('lantern ask --jsonl', () => {
  it('answers line by line, in order, and goes on after a bad line', () => {
    const [answered, broken, unknown, refused] = ask(
      '{"id": "a", "policy": "template", "role": "staff", "question": "can pupils bring phones"}',
      'this is no JSON',
      '{"id": "b", "policy": "nowhere", "role": "staff", "question": "can pupils bring phones"}',
      '{"id": 4, "policy": "template", "role": "staff", "question": "what is for lunch on friday"}',
    );
    expect(answered).toMatchObject({
      id: 'a',
      answered: true,
      answer: expect.any(String),
      citation: { document: expect.any(String), section: expect.any(String) },
      rule: expect.stringMatching(/^template\./),
      confidence: expect.any(Number),
      alternatives: expect.any(Array),
    });
    expect(broken).toMatchObject({ error: expect.any(String) });
    expect(unknown).toMatchObject({ id: 'b', error: expect.stringContaining('nowhere') });
    expect(refused).toMatchObject({ id: 4, answered: false, citation: null, answer: expect.stringContaining('ask') });
  });

  it('says nothing when whoever reads its answers has read enough', () => {
    const question = '{"id": "a", "policy": "template", "role": "staff", "question": "can pupils bring phones"}\n';
    const { stdout, stderr } = spawnSync('bash', ['-c', 'npm run -s lantern -- ask --jsonl | head -n 1'], {
      encoding: 'utf8',
      input: question.repeat(200),
    });
    expect(stderr).not.toContain('Error');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'a', answered: true });
  });
});

describe('lantern ask, for whoever tries a pack', () => {
  const plainly = (...args: readonly string[]) =>
    spawnSync('npm', ['run', '-s', 'lantern', '--', 'ask', ...args], { encoding: 'utf8' });

  it('shows what the person would read, and why', () => {
    const { stdout, status } = plainly('--policy', 'template', '--as', 'parent', 'can pupils bring phones');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^[A-Z].+\n.*\n\n\[answered, template\.[a-z-]+, \d+ in 100 sure\]\n$/s);
  });

  it.each([
    [['can pupils bring phones'], /^Say whose: --policy <id>, of .*template/],
    [['--policy', 'nowhere', 'phones'], /^There is no pack “nowhere”; there are: .*template/],
    [[], /^Nothing to answer: give a question/],
  ])('says what is missing: %j', (args, said) => {
    const { stdout, status } = plainly(...args);
    expect([status, stdout]).toEqual([1, expect.stringMatching(said)]);
  });
});
