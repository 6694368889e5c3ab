import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealKeyIn } from '../../src/cli/seal-key-file.ts';
import { ConfigError } from '../../src/config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the demo’s own seal key', () => {
  it('is made once, for nobody else’s eyes, with nothing left beside it', () => {
    const file = join(folder, 'new', 'seal.key');
    const key = sealKeyIn(file);
    expect(key).toHaveLength(32);
    expect(sealKeyIn(file)).toEqual(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'new'))).toEqual(['seal.key']);
  });

  it.each(['', 'hush-hush\n', Buffer.alloc(31).toString('base64')])('is refused where its file says %j', (text) => {
    const file = join(folder, 'seal.key');
    writeFileSync(file, text);
    expect(() => sealKeyIn(file)).toThrow(ConfigError);
    expect(() => sealKeyIn(file)).not.toThrow(/hush/);
  });

  it('is not made anew beside records that another one sealed', () => {
    expect(() => sealKeyIn(join(folder, 'seal.key'), false)).toThrow(/is missing, and there are records beside it/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the setting where its folder cannot be made', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => sealKeyIn(join(file, 'seal.key'))).toThrow(/^LANTERN_DATA: /);
  });
});
