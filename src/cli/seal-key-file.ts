import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';

const keyBytes = 32;

/**
 * The demo's own seal key, made when it is first asked for. Nobody else on the machine may read it.
 * @throws ConfigError where the file holds anything else
 */
export function sealKeyIn(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const key = Buffer.from((read(file) ?? make(file)).trim(), 'base64');
  if (key.length === keyBytes) return key;
  throw new ConfigError([`${file}: holds no seal key; put back the one that the records beside it are sealed with`]);
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
