import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptFolder } from '../../src/packs/kept.ts';
import { floorFolder, folderOf, goodFiles } from '../support/packs.ts';

function lantern(...args: string[]) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '-s', 'lantern', '--', ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

describe('lantern policy check', () => {
  it('ends with 0 for a pack that may be used, and counts', () => {
    const { stdout, status } = lantern('policy', 'check', floorFolder, 'policies/template');
    expect(stdout).toMatch(/^policies\/floor: \d+ rules, 0 errors, \d+ warnings?$/m);
    expect(stdout).toMatch(/^policies\/template: \d+ rules of its own and \d+ of the floor, 0 errors/m);
    expect(status).toBe(0);
  });

  it('ends with 1 for a pack that is refused, and names file, line and reason', () => {
    const rules = goodFiles['rules.yaml']?.replace('related: [phones]', 'related: [fones]') ?? '';
    const folder = folderOf({ ...goodFiles, 'rules.yaml': rules });
    const { stdout, status } = lantern('policy', 'check', folder, '--floor', floorFolder);
    expect(stdout).toContain(
      `${folder}/rules.yaml:15: rules.reporting.related[1]: fones is no rule of this pack or the floor`,
    );
    expect(stdout).toContain(`${folder}: 1 error, 0 warnings`);
    expect(status).toBe(1);
  });

  it('marks what is only to be looked at, and refuses that too when asked to be strict', () => {
    const rules = goodFiles['rules.yaml']?.replace('Tell {dsl} today.', 'Tell Mrs Harding today.') ?? '';
    const folder = folderOf({ ...goodFiles, 'rules.yaml': rules });
    const mild = lantern('policy', 'check', folder, '--floor', floorFolder);
    expect(mild.stdout).toContain(`${folder}/rules.yaml:14: warning: rules.reporting.answer: seems to name a person`);
    expect(mild.status).toBe(0);
    expect(lantern('policy', 'check', folder, '--floor', floorFolder, '--strict').status).toBe(1);
  });

  it('says so where there is no pack', () => {
    const { stdout, status } = lantern('policy', 'check', '/nowhere');
    expect(stdout).toContain('/nowhere:1: is no folder');
    expect(status).toBe(1);
  });

  it('says so where the floor is not beside the pack', () => {
    const { stdout, status } = lantern('policy', 'check', folderOf(goodFiles));
    expect(stdout).toMatch(/floor:1: is no folder/);
    expect(status).toBe(1);
  });
});

describe('lantern policy ready', () => {
  it('keeps every pack as it is needed at the next start, and npm ci does that at its end', () => {
    const kept = join(keptFolder, 'packs');
    rmSync(kept, { force: true });
    const { stdout, status } = lantern('policy', 'ready');
    expect({ stdout, status }).toEqual({ stdout: '7 packs ready\n', status: 0 });
    expect(existsSync(kept)).toBe(true);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['prepare']).toBe('node src/cli/lantern.ts policy ready');
  });
});

describe('lantern policy schema', () => {
  it('prints the JSON Schema of a pack’s files', () => {
    const { stdout, status } = lantern('policy', 'schema');
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', properties: { rules: {}, incidents: {} } });
    expect(status).toBe(0);
  });
});
