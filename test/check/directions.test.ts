import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

/** Imports that must never stand, each in a file of its own, with the rule that catches it. */
const planted = [
  { file: 'domain/a.ts', imports: '../policy/p.ts', rule: 'domain-stands-alone' },
  { file: 'policy/b.ts', imports: '../conversation/c.ts', rule: 'policy-sees-domain-only' },
  { file: 'conversation/d.ts', imports: '../app/x.ts', rule: 'core-stays-in-core' },
  { file: 'domain/e.ts', imports: 'node:fs', rule: 'core-has-no-io' },
  { file: 'conversation/f.ts', imports: 'pino', rule: 'core-has-no-io' },
  { file: 'app/g.ts', imports: '../store/s.ts', rule: 'app-sees-core-only' },
  { file: 'teams/h.ts', imports: '../store/s.ts', rule: 'edges-never-meet' },
  { file: 'app/i.ts', imports: 'botbuilder', rule: 'teams-owns-its-sdk' },
  { file: 'app/p.ts', imports: '@azure/keyvault-keys', rule: 'vault-owns-its-sdk' },
  { file: 'vault/q.ts', imports: '../store/s.ts', rule: 'edges-never-meet' },
  { file: 'http/j.ts', imports: '@azure/data-tables', rule: 'store-owns-its-sdk' },
  { file: 'app/k.ts', imports: 'node:sqlite', rule: 'store-owns-sqlite' },
  { file: 'teams/l.ts', imports: 'restify', rule: 'http-owns-its-sdk' },
  { file: 'store/m.ts', imports: '../config.ts', rule: 'config-is-for-main' },
  { file: 'http/n.ts', imports: '../../test/t.ts', rule: 'src-never-imports-test' },
  { file: 'store/o.ts', imports: './o2.ts', rule: 'no-cycles' },
] as const;

const innocent = { 'policy/p.ts': '', 'conversation/c.ts': '', 'app/x.ts': '', 'store/s.ts': '', 'config.ts': '' };

let folder: string;
let violations: readonly { from: string; rule: { name: string } }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-directions-'));
  for (const name of ['dependency-cruiser.config.cjs', 'tsconfig.json', 'package.json']) {
    await cp(join(root, name), join(folder, name));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const name of Object.keys(innocent)) await plant(`src/${name}`, 'export const one = 1;\n');
  await plant('test/t.ts', 'export const one = 1;\n');
  await plant('src/store/o2.ts', "import './o.ts';\n");
  for (const { file, imports } of planted) await plant(`src/${file}`, `import '${imports}';\n`);
  violations = await cruise();
});
afterAll(() => rm(folder, { recursive: true }));

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** What `npm run check:directions` finds there. */
function cruise(): Promise<typeof violations> {
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const args = [program, 'src', '--config', 'dependency-cruiser.config.cjs', '--output-type', 'json'];
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (error, output) => {
      if (output === '') failed(error);
      else done(JSON.parse(output).summary.violations);
    });
  });
}

describe('an import that breaks a direction', () => {
  it.each(planted)('$file importing $imports is caught by $rule', ({ file, rule }) => {
    const caught = violations.filter(({ from }) => from === `src/${file}`).map((one) => one.rule.name);
    expect(caught).toContain(rule);
  });

  it('is never seen where there is none', () => {
    const files = violations.map(({ from }) => from);
    for (const name of Object.keys(innocent)) expect(files).not.toContain(`src/${name}`);
  });
});
