import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Installs packages beside the bench, once, in a folder of their own; the product never sees them. */
export function install(folder: string, wanted: Readonly<Record<string, string>>): NodeJS.Require {
  const home = join(import.meta.dirname, '../.peers', folder);
  if (!Object.keys(wanted).every((name) => existsSync(join(home, 'node_modules', name)))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
    const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
    execFileSync('npm', ['install', ...quietly], { cwd: home, stdio: 'ignore' });
  }
  return createRequire(join(home, 'package.json'));
}
