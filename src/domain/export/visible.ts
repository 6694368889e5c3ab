/**
 * A text in which nothing acts: what a terminal, a reader or a screen would obey instead of show (escape sequences, marks
 * that turn the direction of what follows) stands there as its number, for example `[U+001B]`. Line breaks stay, and so
 * do joiners, without which some scripts and emoji cannot be written.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (character) =>
      shown.has(character) ? character : number(character),
    );
}

/** The end of a line, and joiners. */
const shown = new Set(['\n', '\u200c', '\u200d']);

function number(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
