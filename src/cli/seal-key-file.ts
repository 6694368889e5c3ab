import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';

const keyBytes = 32;

/**
 * The demo's own seal key, made when it is first asked for. Nobody else on the machine may read it.
 * @throws ConfigError where the file holds anything else, or is missing though it may not be made
 */
export function sealKeyIn(file: string, mayMake = true): Buffer {
  makeFolder(dirname(file));
  const found = read(file);
  if (found === undefined && !mayMake) {
    throw new ConfigError([
      `${file}: is missing, and there are records beside it; put it back, or set LANTERN_SEAL_KEY and LANTERN_SCHOOLS again`,
    ]);
  }
  const key = Buffer.from((found ?? make(file)).trim(), 'base64');
  if (key.length === keyBytes) return key;
  throw new ConfigError([`${file}: holds no seal key; put back the one that the records beside it are sealed with`]);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (fault) {
    throw new ConfigError([
      `LANTERN_DATA: ${folder} cannot be a folder: ${fault instanceof Error ? fault.message : fault}`,
    ]);
  }
}

/** Whole before it has its name: a process that is killed here, or another that begins too, must find a key or none. */
function make(file: string): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if (!isCalled(fault, 'EEXIST')) throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (isCalled(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

function isCalled(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code;
}
