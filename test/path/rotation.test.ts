import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../support/child.ts';
import { LocalConnector } from '../support/connector.ts';
import { teacher, withTeachers } from '../support/many-reporters.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey } from '../support/sealer.ts';
import { cardIn, cardOn, inputsOf, TeamsClient } from '../support/teams-client.ts';
import { localSchool } from '../support/whole-house.ts';

const submissions = 24;
const lantern = join(import.meta.dirname, '..', '..', 'src', 'cli', 'lantern.ts');

let folder: string;
let connector: LocalConnector;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-rotation-'));
  connector = await LocalConnector.start();
  await writeFile(join(folder, 'harbour.yaml'), schoolYaml(withTeachers(localSchool(connector), 400)));
  settings = { LANTERN_DATA: folder, LANTERN_SCHOOLS: folder, LANTERN_SEAL_KEY: sealKey };
});
afterAll(async () => {
  await connector.close();
  await rm(folder, { recursive: true });
});

/** `lantern keys …`; what it printed. Rejects where it failed. */
async function keys(command: string, more: Record<string, string> = {}): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...settings, ...more };
  const { stdout } = await promisify(execFile)(process.execPath, [lantern, 'keys', command], { env });
  return stdout;
}

/** Says the whole of one report to the one process and then the other, turn about. */
async function submits(n: number, one: Child, other: Child): Promise<void> {
  const at = ({ endpoint }: Child) =>
    new TeamsClient(endpoint, connector, '11111111-1111-4111-8111-111111111111', teacher(n));
  const [here, there] = [at(one), at(other)];
  await here.says(`a horrible group chat, story number ${n}.`);
  const form = cardOn(await here.hears((words) => words.includes('What happened?')));
  const summary = cardIn(await there.presses(form, 'Read it back', inputsOf(form)));
  expect(JSON.stringify(cardIn(await here.presses(summary, 'Send this report')))).toContain('Your reference is');
}

describe('keys rotated, rewritten and rewrapped while two processes take reports', () => {
  it('lose nothing', { timeout: 600_000 }, async () => {
    const [one, two] = [await startChild(settings), await startChild(settings)];
    let rotating = true;
    const rotations = (async () => {
      for (let round = 0; round < 2; round++) {
        await keys('rotate');
        await keys('rewrite').catch(() => keys('rewrite'));
      }
      rotating = false;
    })();
    let next = 0;
    const stream = async (): Promise<void> => {
      while (rotating || next < submissions) {
        const n = next++;
        await submits(n, ...(n % 2 === 0 ? ([one, two] as const) : ([two, one] as const)));
      }
    };
    await Promise.all([rotations, stream(), stream(), stream()]);

    const nextKey = Buffer.alloc(32, 5).toString('base64');
    expect(await keys('rewrap', { LANTERN_SEAL_KEY_NEXT: nextKey })).toContain(
      '4 keys wrapped with LANTERN_SEAL_KEY_NEXT',
    );
    await submits(next++, one, two);
    await Promise.all([one.kill(), two.kill()]);
    await expect(keys('check')).rejects.toThrow('LANTERN_SEAL_KEY: is not the key');
    await keys('rewrite', { LANTERN_SEAL_KEY: nextKey });
    const told = await keys('check', { LANTERN_SEAL_KEY: nextKey });
    expect(told).toMatch(/00000002: 0 rows\n {2}00000003: \d\d+ rows, newest\n$/);

    const store = await sealedFile(join(folder, 'lantern.sqlite'), 'harbour', nextKey);
    const cases = await casesIn(store);
    const stories = cases.map(({ report }) => Number(/number (\d+)\./.exec(report.what)?.[1]));
    expect(stories.toSorted((a, b) => a - b)).toEqual(Array.from({ length: next }, (_, n) => n));
    for (const { id } of cases) expect((await eventKinds(store, id))[0]).toBe('reported');
    await store.close();
  });
});
