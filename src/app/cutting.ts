const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many bytes a value takes in a message: its JSON in UTF-8. */
export function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * Where to cut a text so that its beginning has at most `most` UTF-16 units: behind a space where one is near, and
 * never inside a character as people see it (an emoji, a letter with its accents).
 */
export function cutAt(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const space = text.slice(0, most).search(/\s\S*$/);
  const near = space > most * 0.8 ? space + 1 : most;
  const whole = graphemes.segment(text).containing(near)?.index ?? near;
  // One "character" of thousands of accents would leave nothing to cut: then only a surrogate pair is kept whole.
  return whole > 0 ? whole : near - (isLowSurrogate(text, near) ? 1 : 0);
}

function isLowSurrogate(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));
}

/** The text in pieces of at most `most` bytes of JSON each; put together again they are the text. */
export function chunks(text: string, most: number): readonly string[] {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = rest.slice(0, fitting(rest, most));
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return found;
}

function fitting(text: string, most: number): number {
  let length = cutAt(text, most);
  while (length > 2 && bytes(text.slice(0, length)) > most) length = cutAt(text, Math.floor(length * 0.7));
  return Math.max(1, length);
}
