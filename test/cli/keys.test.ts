import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { harbour } from '../support/school.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey } from '../support/sealer.ts';

const nextKey = Buffer.alloc(32, 5).toString('base64');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-keys-'));
  mkdirSync(join(folder, 'schools'));
  writeFileSync(join(folder, 'schools', 'harbour.yaml'), schoolYaml(harbour));
  const store = await sealedFile(join(folder, 'lantern.sqlite'));
  await store.commit('harbour', [{ kind: 'insert', key: 'case:K7QF-3MX9', value: { what: 'a purple bicycle shed' } }]);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function keys(command: string, settings: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const args = ['run', '-s', 'lantern', '--', 'keys', command, '--schools', join(folder, 'schools')];
  const env = { PATH, HOME, LANTERN_DATA: folder, LANTERN_SEAL_KEY: sealKey, ...settings };
  const { stdout, stderr, status } = spawnSync('npm', args, { encoding: 'utf8', env });
  return { stdout, stderr, status };
}

describe('lantern keys', () => {
  it('check says what wraps the keys, and how many rows are under each', () => {
    const { stdout, status } = keys('check');
    expect(stdout).toMatch(/^harbour: keys wrapped with seal-key [0-9a-f]{12}\n {2}00000001: 1 row, newest\n$/);
    expect(status).toBe(0);
  });

  it('rotate and rewrite bring every row under a new key', () => {
    expect(keys('rotate').stdout).toMatch(/^harbour: the newest data key is 00000002\n.*lantern keys rewrite/);
    expect(keys('rewrite').stdout).toBe('harbour: 1 row sealed again\n');
    expect(keys('check').stdout).toContain('00000001: 0 rows\n  00000002: 1 row, newest\n');
  });

  it('rewrap asks for the key to come, and then only that one opens anything', () => {
    expect(keys('rewrap')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('LANTERN_SEAL_KEY_NEXT: is not set'),
    });
    expect(keys('rewrap', { LANTERN_SEAL_KEY_NEXT: nextKey }).stdout).toContain(
      'harbour: 3 keys wrapped with LANTERN_SEAL_KEY_NEXT\nNow start Lantern with the new one alone',
    );
    expect(keys('check')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('LANTERN_SEAL_KEY: is not the key'),
    });
    expect(keys('check', { LANTERN_SEAL_KEY: nextKey }).status).toBe(0);
  });

  it('check fails for a row that was changed, and names the row but no word of it', async () => {
    const raw = sqliteStore({ file: join(folder, 'lantern.sqlite') });
    await raw.open();
    await raw.commit('harbour', [{ kind: 'insert', key: 'case:FORGED', value: { what: 'a yellow one' } }]);
    await raw.close();
    const { stdout, status } = keys('check', { LANTERN_SEAL_KEY: nextKey });
    expect(stdout).toMatch(/1 row cannot be opened, .*\n {4}case:FORGED\n$/);
    expect(stdout).not.toContain('yellow');
    expect(status).toBe(1);
  });

  it('without a seal key says which setting is missing', () => {
    expect(keys('check', { LANTERN_SEAL_KEY: '' })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/LANTERN_SEAL_KEY: is needed/),
    });
  });
});
