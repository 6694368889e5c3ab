import { expect, it } from 'vitest';
import type { CaseFile } from '../../src/conversation/present/export/case-file-schema.ts';
import { casePdf } from '../../src/pdf/case-pdf.ts';
import { pdfText } from '../support/pdf-text.ts';

function fileWith(entries: readonly string[]): CaseFile {
  return {
    format: 'lantern-case-file-1',
    school: { id: 'harbour', name: 'Harbour School', timeZone: 'Europe/London' },
    reference: 'AAAA-0001',
    title: 'Record of case AAAA-0001',
    preparedFor: 'police',
    prepared: 'Prepared for the police',
    preparedAt: '2026-11-22T05:00:00.000Z',
    preparedBy: { name: 'Dana Sample', roles: ['dsl'] },
    footer: 'Case AAAA-0001',
    handling: ['CONFIDENTIAL'],
    category: 'other',
    state: 'new',
    facts: [],
    people: [],
    report: [],
    outcome: [],
    chronology: entries.map((told, at) => ({
      seq: at + 1,
      at: '2026-11-22T05:00:00.000Z',
      when: '22 Nov 2026, 05:00',
      who: 'Dana Sample',
      told,
      event: { kind: 'noted' },
      hash: 'a'.repeat(64),
      previous: '',
    })),
    leftOut: ['Nothing is left out.'],
    proof: { seq: 1, hash: 'a'.repeat(64), command: 'lantern case verify', how: 'Ask.' },
  };
}

it('holds every entry, over as many pages as it takes, each with its number and the case', async () => {
  const entries = Array.from({ length: 120 }, (_, at) => `Entry number ${at + 1} of many, with a few words to fill it`);
  const pages = await pdfText(await casePdf(fileWith(entries)));
  expect(pages.length).toBeGreaterThan(4);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(page).toContain('Case AAAA-0001');
    expect(page).toContain('CONFIDENTIAL');
  }
  const text = pages.join(' ').replace(/\s+/g, ' ');
  for (const told of entries) expect(text).toContain(told);
});

it('holds an entry that is longer than a page, to its last word', async () => {
  const told = `${'And then it went on and on. '.repeat(800)}The end.`;
  const pages = await pdfText(await casePdf(fileWith([told])));
  const text = pages.join(' ').replace(/\s+/g, ' ');
  expect(text.match(/And/g)?.length).toBe(800);
  expect(text).toContain('The end.');
});

it('takes nothing in a text for more than text', async () => {
  const told = '<b>=HYPERLINK("http://x.example")</b> %PDF ) endobj (\\) ${1+1}';
  const bytes = await casePdf(fileWith([told]));
  expect((await pdfText(bytes)).join(' ').replace(/\s+/g, ' ')).toContain(told);
  expect(bytes.toString('latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/Annots/);
});
