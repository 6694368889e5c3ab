import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { taughtMark } from '../policy/triage/stored-experience.ts';

const root = join(import.meta.dirname, '..', '..');
/** What packs are made into depends on these of Lantern's own files. */
const code = ['domain', 'packs', 'policy'].map((name) => join(root, 'src', name));

/** Where things are kept between two starts; whoever may write there may change Lantern itself. */
export const keptFolder = join(root, 'node_modules', '.cache', 'lantern');

/** A text that changes with any file of a folder, with Lantern's own files that read packs, and with what it was taught. */
export function printOf(folder: string): string {
  const hash = createHash('sha256').update(`${process.version} ${taughtMark}`);
  hash.update(readFileSync(join(root, 'package.json')));
  for (const one of [...code, folder]) {
    for (const name of filesIn(one)) hash.update(`\n${relative(one, name)}\n`).update(readFileSync(name));
  }
  return hash.digest('hex');
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((one) => (one.isFile() && isRead(one.name) ? [join(one.parentPath, one.name)] : []))
    .toSorted();
}

/** The weights of triage are many and make no pack; the mark of what taught them stands for them. */
function isRead(name: string): boolean {
  return /\.(ya?ml|ts|json)$/.test(name) && name !== 'experience.json';
}

/** What was kept in a file under a print; undefined where there is none, an older one or one that cannot be read. */
export function readKept(file: string, print: string): unknown {
  try {
    const bytes = readFileSync(file);
    const [head, body] = [bytes.subarray(0, print.length), bytes.subarray(print.length)];
    return head.toString('latin1') === print ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something under a print. Where nothing can be written, the next start takes longer, and that is all. */
export function keep(file: string, print: string, value: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([Buffer.from(print, 'latin1'), serialize(value)]));
    renameSync(unfinished, file);
  } catch {
    return;
  }
}
