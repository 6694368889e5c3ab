import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { type Face, type Faces, signsOf, type Weight } from './faces.ts';
import { breakLines, type Line } from './lines.ts';

/** How a text looks; sizes in points. */
export type Style = { readonly size: number; readonly weight: Weight; readonly colour: string };
/** A text in a column: `x` from the left edge of the page, `width` of the column, in points. */
export type Cell = { readonly text: string; readonly x: number; readonly width: number; readonly style: Style };
/** What a reader's program shows about a document. */
export type About = { readonly title: string; readonly author: string; readonly at: Date };

/** The sheet's measures in points: A4, with room to punch and to write beside. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 56, top: 78, bottom: 72 };
/** How wide the text is. */
export const textWidth = page.width - page.left - page.right;

/** From line to line, and from the top of a line to the foot of its letters, as parts of their size. */
const leading = { step: 1.42, foot: 1.08 };

/** A document that is written from top to bottom, with new pages where they are needed. */
export class Sheet {
  readonly #faces: Faces;
  readonly #document: PDFKit.PDFDocument;
  readonly #known = new Set<Face>();
  readonly #chunks: Buffer[] = [];
  #y = page.top;

  constructor(faces: Faces, { title, author, at }: About) {
    this.#faces = faces;
    this.#document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'en-GB',
      displayTitle: true,
      info: { Title: title, Author: author, Creator: 'Lantern', Producer: 'Lantern', CreationDate: at },
    });
    this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Cells beside one another, each as many lines as it needs. `keep`: points that must be left after its first lines. */
  row(cells: readonly Cell[], keep = 0): void {
    const columns = cells.map((cell) => ({ cell, lines: this.#linesOf(cell) }));
    const step = Math.max(...cells.map(({ style }) => style.size)) * leading.step;
    const most = Math.max(...columns.map(({ lines }) => lines.length));
    const foot = Math.max(...cells.map(({ style }) => style.size)) * leading.foot;
    this.#room(step * Math.min(most, 2) + keep);
    for (let at = 0; at < most; at++) {
      this.#room(step);
      for (const { cell, lines } of columns) this.#draw(lines[at], cell, this.#y + foot);
      this.#y += step;
    }
  }

  gap(points: number): void {
    this.#y += points;
  }

  /** A thin line across. */
  rule(colour: string): void {
    const right = page.width - page.right;
    this.#document.moveTo(page.left, this.#y).lineTo(right, this.#y).lineWidth(0.6).strokeColor(colour).stroke();
  }

  /** Rows one under another on a field of colour, inset by `pad` points; they must fit on a page. */
  panel(colour: string, pad: number, cells: readonly Cell[]): void {
    const inset = cells.map((cell) => ({ ...cell, x: cell.x + pad, width: cell.width - 2 * pad }));
    const height = inset.reduce((sum, cell) => sum + this.#heightOf(cell), 1.5 * pad);
    this.#room(height);
    this.#document.rect(page.left, this.#y, textWidth, height).fill(colour);
    this.gap(0.7 * pad);
    for (const cell of inset) this.row([cell]);
    this.gap(0.8 * pad);
  }

  /** Writes on every page what must stand at its edges, now that their number is known; then nothing more. */
  async finish(edges: (at: number, pages: number) => readonly Edge[]): Promise<Buffer> {
    const { start, count } = this.#document.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.#document.switchToPage(start + at);
      for (const { cell, foot, right } of edges(at + 1, count)) this.#draw(this.#linesOf(cell)[0], cell, foot, right);
    }
    const ended = once(this.#document, 'end');
    this.#document.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }

  #heightOf(cell: Cell): number {
    return this.#linesOf(cell).length * cell.style.size * leading.step;
  }

  #linesOf({ text, width, style }: Cell): readonly Line[] {
    const measure = (piece: string, face: Face) => {
      this.#font(face, style.size);
      return this.#document.widthOfString(piece, { features: [] });
    };
    const paragraphs = text.split('\n');
    return paragraphs.flatMap((one) => breakLines(signsOf(this.#faces, style.weight, one), width, measure));
  }

  #draw(line: Line | undefined, { x, width, style }: Cell, foot: number, right = false): void {
    if (!line) return;
    let at = line.fromRight || right ? x + width - line.width : x;
    for (const piece of line.pieces) {
      this.#font(piece.face, style.size);
      this.#document.fillColor(style.colour);
      // Features, though none are named, keep the words of a piece in one run: right-to-left ones must not be parted.
      this.#document.text(piece.text, at, foot, { lineBreak: false, features: [], baseline: 'alphabetic' });
      at += piece.width;
    }
  }

  #font(face: Face, size: number): void {
    if (!this.#known.has(face)) this.#document.registerFont(face.name, face.bytes());
    this.#known.add(face);
    this.#document.font(face.name).fontSize(size);
  }

  #room(height: number): void {
    if (this.#y + height <= page.height - page.bottom) return;
    this.#document.addPage();
    this.#y = page.top;
  }
}

/** One line at a page's edge. `foot`: of its letters, from the top of the page; `right`: against the right edge. */
export type Edge = { readonly cell: Cell; readonly foot: number; readonly right?: boolean };
