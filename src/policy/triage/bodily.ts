/** What is done to a head, and a few words on, the head that it is done to. */
const done =
  /\b((?:kiss|pat|patt|hit|bang|bump|tap|tapp|slap|slapp|smack|punch|kick|knock|whack|bash|bonk|clonk|stroke|strok|touch|cuff|clip|clipp|thump|ball|stone|lump|egg|cut|blow|stitch)(?:s|es|ed|ing)?\b(?:\s+[\w'’]+){0,5}\s+(?:on|in|over|round|around|across) the )head\b(?!['’]?s\b)(?![ -]?(?:teacher|master|mistress|of|office))/gi;

/** A report in which a part of the body is nobody's title: who is patted on the head is no concern of the headteacher. */
export function withBodies(text: string): string {
  return text.replace(done, '$1forehead');
}
