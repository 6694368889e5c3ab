import type { CaseFile } from '../conversation/present/export/case-file-schema.ts';
import { say } from '../conversation/wording.ts';
import { openFaces } from './faces.ts';
import { type Cell, type Edge, page, Sheet, type Style, textWidth } from './sheet.ts';

const ink = '#1d2327';
const quiet = '#5b6670';
const faint = '#c9d0d6';
const accent = '#7a4b00';

const styles = {
  title: { size: 21, weight: 'bold', colour: ink },
  lead: { size: 10.5, weight: 'regular', colour: ink },
  heading: { size: 12.5, weight: 'bold', colour: accent },
  label: { size: 9, weight: 'regular', colour: quiet },
  text: { size: 10, weight: 'regular', colour: ink },
  strong: { size: 10, weight: 'bold', colour: ink },
  small: { size: 8, weight: 'regular', colour: quiet },
  warning: { size: 10, weight: 'bold', colour: accent },
} as const satisfies Record<string, Style>;

const labelWidth = 118;
const gutter = 12;

/** A copy of a case as a PDF to print or to attach to a referral. */
export async function casePdf(file: CaseFile): Promise<Buffer> {
  const about = { title: file.title, author: file.school.name, at: new Date(file.preparedAt) };
  const sheet = new Sheet(openFaces(), about);
  writeHead(sheet, file);
  rows(sheet, say('export.facts'), file.facts);
  rows(sheet, say('export.report'), file.report);
  rows(sheet, say('export.outcome'), file.outcome);
  writeChronology(sheet, file);
  writeLeftOut(sheet, file);
  writeProof(sheet, file);
  return sheet.finish((at, pages) => edges(file, at, pages));
}

function across(text: string, style: Style): Cell {
  return { text, x: page.left, width: textWidth, style };
}

function writeHead(sheet: Sheet, { title, school, prepared, handling }: CaseFile): void {
  sheet.row([across(title, styles.title)]);
  sheet.gap(2);
  sheet.row([across(school.name, styles.strong)]);
  sheet.row([across(prepared, styles.lead)]);
  sheet.gap(10);
  const styleAt = (at: number) => (at === 0 ? styles.warning : styles.label);
  sheet.panel(
    '#fbf3e4',
    11,
    handling.map((text, at) => across(text, styleAt(at))),
  );
}

function heading(sheet: Sheet, text: string): void {
  sheet.gap(16);
  sheet.row([across(text, styles.heading)], 48);
  sheet.gap(2);
  sheet.rule(accent);
  sheet.gap(7);
}

function rows(sheet: Sheet, title: string, all: CaseFile['facts']): void {
  if (all.length === 0) return;
  heading(sheet, title);
  for (const { label, told } of all) {
    const x = page.left + labelWidth + gutter;
    sheet.row([
      { text: label, x: page.left, width: labelWidth, style: styles.label },
      { text: told, x, width: textWidth - labelWidth - gutter, style: styles.text },
    ]);
    sheet.gap(3);
  }
}

function writeChronology(sheet: Sheet, { chronology }: CaseFile): void {
  heading(sheet, say('export.chronology'));
  const [numbers, days] = [24, 96];
  const x = page.left + numbers + days + gutter;
  for (const { seq, when, who, told } of chronology) {
    sheet.row(
      [
        { text: String(seq), x: page.left, width: numbers, style: styles.label },
        { text: when, x: page.left + numbers, width: days, style: styles.label },
        { text: who, x, width: page.left + textWidth - x, style: styles.strong },
      ],
      14,
    );
    sheet.row([{ text: told, x, width: page.left + textWidth - x, style: styles.text }]);
    sheet.gap(4);
    sheet.rule(faint);
    sheet.gap(5);
  }
}

function writeLeftOut(sheet: Sheet, { leftOut }: CaseFile): void {
  heading(sheet, say('export.left-out'));
  for (const line of leftOut) {
    sheet.row([
      { text: '–', x: page.left, width: 12, style: styles.text },
      { text: line, x: page.left + 14, width: textWidth - 14, style: styles.text },
    ]);
    sheet.gap(2);
  }
}

function writeProof(sheet: Sheet, { proof }: CaseFile): void {
  heading(sheet, say('export.proof'));
  sheet.row([across(say('export.proof.hash', { seq: proof.seq }), styles.text)], 30);
  sheet.row([across(proof.hash, styles.strong)]);
  sheet.gap(5);
  sheet.row([across(proof.how, styles.text)]);
  sheet.gap(5);
  sheet.row([across(proof.command, styles.label)]);
}

/** What stands at the head and foot of every page, so that no page is without its case. */
function edges(file: CaseFile, at: number, pages: number): readonly Edge[] {
  const foot = page.height - 40;
  return [
    { cell: across(file.handling[0] ?? '', { ...styles.small, weight: 'bold', colour: accent }), foot: 44 },
    { cell: across(file.school.name, styles.small), foot: 44, right: true },
    { cell: across(file.footer, styles.small), foot },
    { cell: across(say('export.page', { page: at, pages }), styles.small), foot, right: true },
  ];
}
