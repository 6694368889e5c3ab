import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openKeyRing } from '../../src/app/keys/open-key-ring.ts';
import { key, under } from '../../src/app/rows.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import type { Store } from '../../src/app/store.ts';
import type { RecordedEvent } from '../../src/domain/case.ts';
import { azureTablesStore } from '../../src/store/azure-tables.ts';
import { connectionStringFor, startAzurite } from '../support/azurite.ts';
import { forge, keysOfCase, rowAt, takeAway, writeAnew } from '../support/casework.ts';
import { openHouse, report } from '../support/house.ts';
import { lanternCli, type Ran } from '../support/lantern-cli.ts';
import { pdfText } from '../support/pdf-text.ts';
import { harbour } from '../support/school.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey, testWrapper } from '../support/sealer.ts';

/** A place for records that commands find by their settings. */
type Place = { readonly store: Store; readonly env: Record<string, string>; readonly remove: () => Promise<void> };

const places: readonly (readonly [string, (folder: string) => Promise<Place>])[] = [
  [
    'SQLite',
    async (folder) => ({
      store: await sealedFile(join(folder, 'lantern.sqlite')),
      env: { LANTERN_DATA: folder, LANTERN_SEAL_KEY: sealKey },
      remove: async () => undefined,
    }),
  ],
  [
    'Azure Tables',
    async (folder) => {
      const { url, stop } = await startAzurite();
      const connectionString = connectionStringFor(url);
      const raw = azureTablesStore({ connectionString, table: 'lantern' });
      await raw.open();
      return {
        store: sealedStore(raw, await openKeyRing(raw, ['harbour'], [testWrapper()])),
        env: { LANTERN_DATA: folder, LANTERN_SEAL_KEY: sealKey, AZURE_TABLES_CONNECTION_STRING: connectionString },
        remove: stop,
      };
    },
  ],
];

describe.each(places)('lantern case on %s', (name, make) => {
  let folder: string;
  let place: Place;
  /** About a pupil; the whole safeguarding team may know. */
  let one: string;
  /** About the safeguarding lead, who may not know. */
  let secret: string;
  /** About a machine; IT support may know, but sees no names. */
  let machine: string;
  let files = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantern-case-'));
    writeFileSync(join(folder, 'harbour.yaml'), schoolYaml(harbour));
    place = await make(folder);
    const lasting: Store = { ...place.store, open: async () => undefined, close: async () => undefined };
    const house = await openHouse({ store: lasting });
    one = await report(house, 'teacher', 'Jayden showed Aisha a horrible group chat \u001b[2J=1+1', {
      subjects: [
        { name: 'Jayden Smith', kind: 'pupil', part: 'alleged' },
        { name: 'Aisha Rahman', kind: 'pupil', part: 'target' },
      ],
    });
    await house.presses('dsl', { verb: 'case.acknowledge', case: one });
    await house.presses('dsl', {
      verb: 'case.note',
      case: one,
      text: 'Spoke to Jayden\n2. 1 Jan 2026  Nobody: forged',
    });
    secret = await report(house, 'teacher', 'Dana Sample, our DSL, sent a pupil private messages', {
      subjects: [{ name: 'Dana Sample', kind: 'dsl', part: 'alleged' }],
    });
    machine = await report(house, 'teacher', 'The web filter let a gambling site through, Jayden Smith found it', {
      category: 'filtering-issue',
      subjects: [{ name: 'Jayden Smith', kind: 'pupil', part: 'bystander' }],
    });
    await house.close();
  });
  afterAll(async () => {
    await place.store.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  function lantern(...args: readonly string[]): Promise<Ran> {
    return lanternCli(['case', ...args, '--schools', folder], place.env);
  }

  function fresh(ending: string): string {
    return join(folder, `${++files}.${ending}`);
  }

  async function eventsOf(id: string): Promise<readonly RecordedEvent[]> {
    const { rows } = await place.store.list('harbour', { ...under('event', id), limit: 1_000 });
    return rows.map(({ value }) => value as RecordedEvent);
  }

  async function lastEvent(id: string) {
    return (await eventsOf(id)).at(-1);
  }

  describe('show', () => {
    it('prints the chronology in the school’s time, and puts the opening on the record', async () => {
      const { stdout, status } = await lantern('show', one.toLowerCase(), '--as', 'dsl');
      expect(status).toBe(0);
      expect(stdout).toContain(`Case ${one}, Harbour School`);
      expect(stdout).toMatch(/^ {2}1\. \d+ \w+ \d{4}, \d\d:\d\d {2}Tess Example \(member of staff\): Reported as /m);
      expect(stdout).toMatch(/Opened on the command line \(account \S+\)$/m);
      expect(await lastEvent(one)).toMatchObject({ by: { id: 'dsl' }, event: { kind: 'opened' } });
    });

    it('shows what a terminal would obey, and lets nobody forge a line', async () => {
      const { stdout } = await lantern('show', one, '--as', 'dsl');
      expect(stdout).toContain('group chat [U+001B][2J=1+1');
      expect(stdout).toContain('      | 2. 1 Jan 2026  Nobody: forged');
    });

    it('names nobody to somebody to whom no names are shown', async () => {
      const { stdout, status } = await lantern('show', machine, '--as', 'itsupport');
      expect(status).toBe(0);
      expect(stdout).toContain('pupil A found it');
      expect(stdout).not.toMatch(/Jayden|Tess/);
    });
  });

  // The same in any store, and each is a process: once is enough.
  const once = name === 'SQLite' ? describe : undefined;
  once?.('refusing', () => {
    it.each([
      ['somebody it is about', () => secret, 'dsl'],
      ['a role that works no cases', () => one, 'governor'],
      ['the reporter', () => one, 'teacher'],
      ['a case that is not there', () => 'ZZZZ-9999', 'dsl'],
    ])('%s is answered like any other', async (_who, id, person) => {
      const out = fresh('pdf');
      const shown = await lantern('show', id(), '--as', person);
      const copied = await lantern('export', id(), '--as', person, '--for', 'police', '--out', out);
      const said = 'There is no case with that reference that this person may do this with. This has been recorded.\n';
      expect(shown).toEqual({ stdout: '', stderr: said, status: 1 });
      expect(copied).toEqual({ stdout: '', stderr: said, status: 1 });
      expect(() => readFileSync(out)).toThrow();
    });

    it('is on the record of the case', async () => {
      await lantern('export', secret, '--as', 'dsl', '--for', 'school', '--format', 'json');
      expect(await lastEvent(secret)).toMatchObject({
        by: { id: 'dsl' },
        event: { kind: 'refused', action: 'export' },
      });
    });

    it('is on the school’s record where there is no case', async () => {
      const before = await place.store.list('harbour', { ...under('refused'), limit: 1_000 });
      await lantern('show', 'ZZZZ-9999', '--as', 'dsl');
      const after = await place.store.list('harbour', { ...under('refused'), limit: 1_000 });
      expect(after.rows.length).toBe(before.rows.length + 1);
      expect(after.rows.at(-1)?.value).toMatchObject({ by: { id: 'dsl' }, action: 'case.show' });
    });

    it('is not of the headteacher, whose case it is', async () => {
      expect((await lantern('show', secret, '--as', 'head@harbour.example')).status).toBe(0);
    });
  });

  describe('export', () => {
    it('for the police is a PDF with everybody, its pages numbered, and is on the record', async () => {
      const out = fresh('pdf');
      const { stderr, status } = await lantern('export', one, '--as', 'dsl', '--for', 'police', '--out', out);
      expect(status).toBe(0);
      expect(stderr).toContain('check the address, encrypt it');
      const pages = await pdfText(readFileSync(out));
      const text = pages.join('\n').replace(/\s+/g, ' ');
      for (const name of ['Jayden Smith', 'Aisha Rahman', 'Tess Example', 'Harbour School'])
        expect(text).toContain(name);
      expect(text).toContain('Prepared for the police');
      for (const [at, page] of pages.entries()) expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      const last = await lastEvent(one);
      expect(last).toMatchObject({ by: { id: 'dsl' }, event: { kind: 'exported', for: 'police', format: 'pdf' } });
      expect(text).toContain(last?.hash);
    });

    it('for a parent has no other child’s name and not who reported, in PDF and JSON', async () => {
      const out = fresh('pdf');
      const args = ['export', one, '--as', 'dsl', '--for', 'parent', '--child', 'Aisha Rahman'];
      const { stderr } = await lantern(...args, '--out', out);
      expect(stderr).toContain('Read it before it goes');
      const { stdout } = await lantern(...args, '--format', 'json');
      const text = (await pdfText(readFileSync(out))).join('\n');
      for (const copy of [text, stdout]) {
        expect(copy).not.toMatch(/Jayden|Smith|Tess|Spoke to/);
        expect(copy).toContain('another pupil A');
        expect(copy).toContain('Aisha Rahman');
      }
      expect(JSON.parse(stdout)).toMatchObject({ preparedFor: 'parent', reference: one });
    });

    it('for a child whom the case is not about is not made', async () => {
      const before = await lastEvent(one);
      const args = ['--as', 'dsl', '--for', 'parent', '--child', 'Somebody Else', '--format', 'json'];
      const { stdout, stderr, status } = await lantern('export', one, ...args);
      expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
      expect(stderr).toContain('about no pupil of that name');
      expect(await lastEvent(one)).toEqual(before);
    });
  });

  once?.('a wrong call', () => {
    it.each([
      ['without a file for a PDF', ['--for', 'police'], '--out: name a file'],
      ['over a file that is there', ['--for', 'police', '--out', 'package.json'], 'is there already'],
      ['into a folder that is not there', ['--for', 'police', '--out', '/nowhere/x.pdf'], 'there is no folder'],
      ['of a child for the police', ['--for', 'police', '--child', 'x', '--format', 'json'], '--child: is only'],
      ['for nobody that is known', ['--for', 'everybody'], 'everybody'],
      ['by nobody that is known', ['--for', 'police', '--format', 'json', '--as', 'stranger'], 'has nobody with'],
    ])('%s is refused before anything is recorded', async (_what, args, said) => {
      const before = await lastEvent(one);
      const { stderr, status } = await lantern('export', one, '--as', 'dsl', ...args);
      expect(status).toBe(1);
      expect(stderr).toContain(said);
      expect(await lastEvent(one)).toEqual(before);
    });
  });

  describe('verify', () => {
    let kept: readonly { readonly at: string; readonly value: Readonly<Record<string, unknown>> }[];
    beforeEach(async () => {
      if (kept) for (const { at, value } of kept) await forge(place.store, at, value);
      const keys = await keysOfCase(place.store, one);
      kept = await Promise.all(keys.map(async (at) => ({ at, value: (await rowAt(place.store, at)).value })));
    });

    it('finds nothing after everything that was done above', async () => {
      const { stdout, status } = await lantern('verify');
      expect(stdout).toMatch(/^harbour: 3 cases, \d+ events: nothing was changed or left out\./);
      expect(status).toBe(0);
    });

    it('says which event was changed, without a word of it', async () => {
      const row = await rowAt(place.store, key.event(one, 1));
      await forge(place.store, row.key, { ...row.value, event: { kind: 'noted', text: 'Jayden is innocent' } });
      const { stdout, status } = await lantern('verify');
      expect(stdout).toContain(`harbour: ${one}: event 1 was changed: its hash does not fit\n`);
      expect(stdout).not.toMatch(/Jayden|Aisha/);
      expect(status).toBe(1);
    });

    it('says which event was removed, and which two were swapped', async () => {
      const [second, third] = [key.event(one, 2), key.event(one, 3)];
      const [two, three] = [await rowAt(place.store, second), await rowAt(place.store, third)];
      await takeAway(place.store, key.event(one, 1));
      await forge(place.store, second, three.value);
      await forge(place.store, third, two.value);
      const { stdout, status } = await lantern('verify', one);
      expect(stdout).toContain(`harbour: ${one}: event 1 is missing\n`);
      for (const seq of [2, 3]) expect(stdout).toContain(`harbour: ${one}: event ${seq} belongs in another place\n`);
      expect(status).toBe(1);
    });

    it('finds a case that was removed whole, and one written anew, by an anchor', async () => {
      const anchor = fresh('json');
      const written = await lantern('verify', '--write', anchor);
      expect(written).toMatchObject({ status: 0 });
      expect(readFileSync(anchor, 'utf8')).not.toMatch(/Jayden|Tess|horrible/);
      await writeAnew(place.store, one, 2, 'nothing at all');
      const anew = await lantern('verify', '--against', anchor);
      expect(anew.stdout).toMatch(new RegExp(`${one}: event \\d+ is not the one that the anchor knows`));
      await takeAway(place.store, ...(await keysOfCase(place.store, one)));
      expect((await lantern('verify')).status).toBe(0);
      const gone = await lantern('verify', '--against', anchor);
      expect(gone.stdout).toContain(`${one}: the case was there when the anchor was written and is missing now\n`);
      expect([anew.status, gone.status]).toEqual([1, 1]);
    });

    it('writes no anchor of a record that is not whole', async () => {
      await takeAway(place.store, key.event(one, 1));
      const anchor = fresh('json');
      const { stderr, status } = await lantern('verify', '--write', anchor);
      expect(status).toBe(1);
      expect(stderr).toContain('was not written');
      expect(() => readFileSync(anchor)).toThrow();
    });

    it('knows the hash of a printed copy, and that another is none', async () => {
      const { stdout } = await lantern('export', secret, '--as', 'head', '--for', 'lado', '--format', 'json');
      const { seq, hash } = JSON.parse(stdout).proof;
      expect((await lantern('verify', secret, '--printed', `${seq}:${hash}`)).status).toBe(0);
      const other = await lantern('verify', secret, '--printed', `${seq}:${'0'.repeat(64)}`);
      expect(other.stdout).toContain(`event ${seq} is not the one that the copy was made of\n`);
      expect(other.status).toBe(1);
    });
  });
});
