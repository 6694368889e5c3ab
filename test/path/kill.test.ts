import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import type { Dialogue } from '../../src/conversation/dialogue.ts';
import { type Child, startChild } from '../support/child.ts';
import { type Call, LocalConnector } from '../support/connector.ts';
import { teacher, withTeachers } from '../support/many-reporters.ts';
import { casesIn } from '../support/records.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey } from '../support/sealer.ts';
import { cardIn, cardOn, inputsOf, TeamsClient, wordsOf } from '../support/teams-client.ts';
import { localSchool } from '../support/whole-house.ts';

const submissions = 50;
const isChannelCard = ({ how, conversation }: Call) => how === 'create' && conversation.startsWith('19:dsl@');

let folder: string;
let connector: LocalConnector;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-kill-'));
  connector = await LocalConnector.start();
  await writeFile(join(folder, 'harbour.yaml'), schoolYaml(withTeachers(localSchool(connector), submissions + 1)));
  settings = { LANTERN_DATA: folder, LANTERN_SCHOOLS: folder, LANTERN_SEAL_KEY: sealKey };
});
afterAll(async () => {
  await connector.close();
  await rm(folder, { recursive: true });
});

function reporter(n: number, { endpoint }: Child): TeamsClient {
  return new TeamsClient(endpoint, connector, '11111111-1111-4111-8111-111111111111', teacher(n));
}

/** Those whose words were answered before the process was gone. */
const answered = new Set<number>();

/** Writes, fills in and sends; true once the platform has been answered that it is saved. */
async function submits(n: number, child: Child): Promise<boolean> {
  const person = reporter(n, child);
  const status = await person.says(`a horrible group chat, story number ${n}.`);
  if (status === 200) answered.add(n);
  const form = cardOn(await person.hears((words) => words.includes('What happened?')));
  const summary = cardIn(await person.presses(form, 'Read it back', inputsOf(form)));
  const saved = cardIn(await person.presses(summary, 'Send this report'));
  return JSON.stringify(saved).includes('Your reference is');
}

/** Lets the story run, and kills the process somewhere in it. */
async function killedSomewhere(n: number, longest: number): Promise<boolean> {
  const child = await startChild(settings);
  let killed: Promise<void> | undefined;
  const timer = setTimeout(() => {
    killed = child.kill();
  }, Math.random() * longest);
  // A story that waits for an answer which the dead process will never send ends with it.
  const story = submits(n, child).catch(() => false);
  const confirmed = await Promise.race([story, gone(child)]);
  clearTimeout(timer);
  await (killed ?? child.kill());
  return confirmed;
}

async function gone({ exited }: Child): Promise<boolean> {
  await exited;
  return false;
}

/** What the unsent drafts say. */
async function draftsIn(store: Store): Promise<readonly string[]> {
  const drafts: string[] = [];
  for await (const { value } of all(store, 'harbour', under('conv'))) {
    const { dialogue } = value as { dialogue: Dialogue };
    if (dialogue.draft) drafts.push(dialogue.draft.report.what);
  }
  return drafts;
}

describe(`a process killed at random moments of ${submissions} submissions`, () => {
  it('loses nothing that was confirmed and makes nothing twice', { timeout: 600_000 }, async () => {
    const first = await startChild(settings);
    const began = performance.now();
    expect(await submits(0, first)).toBe(true);
    const whole = performance.now() - began;
    await first.kill();

    const confirmed = new Set([0]);
    for (let n = 1; n <= submissions; n++) if (await killedSomewhere(n, whole)) confirmed.add(n);

    const last = await startChild(settings);
    const store = await sealedFile(join(folder, 'lantern.sqlite'));
    await expect
      .poll(async () => (await store.list('harbour', { ...under('due'), limit: 1 })).rows.length, { timeout: 120_000 })
      .toBe(0);
    const cases = await casesIn(store);
    const drafts = await draftsIn(store);
    const cards = connector.done.filter(isChannelCard).map(wordsOf);
    const found = Array.from({ length: submissions + 1 }, (_, n) => {
      const mine = cases.filter(({ report }) => report.what.includes(`story number ${n}.`));
      return {
        n,
        confirmed: confirmed.has(n),
        answered: answered.has(n),
        draft: drafts.some((what) => what.includes(`story number ${n}.`)),
        cases: mine.length,
        shown: mine.every(({ id }) => cards.some((card) => card.includes(id))),
      };
    });
    await store.close();
    await last.kill();

    console.info(
      `${confirmed.size} confirmed, ${cases.length} cases, ${cards.length} cards, of ${submissions + 1} submissions`,
    );
    for (const one of found) {
      expect(one).toMatchObject({ shown: true });
      expect(one.cases, JSON.stringify(one)).toBeLessThanOrEqual(1);
      if (one.confirmed) expect(one.cases, JSON.stringify(one)).toBe(1);
      if (one.answered) expect(one.cases === 1 || one.draft, JSON.stringify(one)).toBe(true);
    }
    expect(confirmed.size).toBeLessThan(submissions);
  });
});
