import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printOf, readKept } from '../../src/packs/kept.ts';
import { packReader, type ReadyPack } from '../../src/packs/ready-packs.ts';
import { policyOf } from '../../src/policy/policy.ts';
import { floorFolder, goodFiles, standing, today } from '../support/packs.ts';

let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  kept = join(folder, 'kept');
  cpSync(floorFolder, join(folder, 'policies', 'floor'), { recursive: true });
  mkdirSync(join(folder, 'policies', 'oakfield'));
  for (const [name, text] of Object.entries(goodFiles)) write(name, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'policies', 'oakfield', name), text);
}

/** Reads the pack as a new start would. */
function read(): ReadyPack {
  return packReader(join(folder, 'policies'), today, kept)('oakfield');
}

function answerOf(found: ReadyPack): unknown {
  if (found.kind === 'broken') return found.complaints;
  const { answer, triage } = policyOf(found.pack, found.prepared);
  const text = 'somebody keeps sending me horrible mesages on my phone';
  return [answer({ text: 'are mobils allowed', role: 'staff' }, today), triage({ text, reporter: 'pupil' })];
}

describe('A pack that was kept', () => {
  it('is the pack that was read, and answers and triages alike', () => {
    const first = read();
    const again = read();
    expect(readdirSync(kept)).toEqual(['packs']);
    const whole = standing(join(folder, 'policies', 'oakfield'));
    expect(again.kind === 'ready' && again.pack).toEqual({ ...whole, reports: [] });
    expect(answerOf(again)).toEqual(answerOf(first));
  });

  it('keeps the reports that the school wrote itself, and none that Lantern has learnt', () => {
    write(
      'reports.yaml',
      'reports: {cyberbullying: {high: [the oakfield gang put glue in my locker and filmed it]}}\n',
    );
    const own = [{ category: 'cyberbullying', severity: 'high', text: expect.stringContaining('glue in my locker') }];
    for (const one of [read(), read()]) expect(one.kind === 'ready' && one.pack.reports).toEqual(own);
  });

  it('is read anew once a file has changed, and refused by file and line where that broke it', () => {
    read();
    write('gaps.yaml', 'gaps:\n  lunch: {topic: nowhere, asks: [what is for lunch]}\n');
    expect(read()).toMatchObject({
      kind: 'broken',
      complaints: [{ file: expect.stringMatching(/gaps\.yaml$/), line: 2 }],
    });
  });

  it('is read anew where what was kept cannot be read', () => {
    const first = read();
    writeFileSync(join(kept, 'packs'), 'nothing of ours');
    expect(answerOf(read())).toEqual(answerOf(first));
  });

  it('stays kept when another is read, at the same start or at the next', () => {
    const policies = join(folder, 'policies');
    cpSync(join(policies, 'oakfield'), join(policies, 'elmfield'), { recursive: true });
    const [once, later] = [packReader(policies, today, kept), packReader(policies, today, kept)];
    once('oakfield');
    once('floor');
    expect(Object.keys(readKept(join(kept, 'packs'), printOf(policies)) as object)).toEqual(['oakfield', 'floor']);
    const next = packReader(policies, today, kept);
    next('elmfield');
    const all = readKept(join(kept, 'packs'), printOf(policies)) as object;
    expect(Object.keys(all)).toEqual(['oakfield', 'floor', 'elmfield']);
    expect(later('oakfield').kind).toBe('ready');
  });

  it('is ready all the same where nothing can be kept', () => {
    writeFileSync(kept, 'a file, not a folder');
    expect(read().kind).toBe('ready');
  });
});
