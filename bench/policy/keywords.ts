const idle = new Set(
  'a an the and or of to it is be not do dont no any that this them him her you your for in on with who what as if at by from was so than then before after its are i we they one self must should can all very how about'.split(
    ' ',
  ),
);

/** Words that advice may use for the same thing. */
const same: readonly (readonly string[])[] = [
  ['dsl', 'safeguarding', 'protection'],
  ['picture', 'image', 'photo', 'pic', 'nude', 'imagery', 'video', 'footage'],
  ['tell', 'report', 'ring', 'speak', 'talk', 'inform', 'told', 'goes', 'phone'],
  ['now', 'today', 'once', 'immediately', 'urgent', 'immediate'],
  ['keep', 'save', 'leave', 'evidence', 'note', 'record', 'log', 'write', 'copy'],
  ['message', 'chat', 'text', 'email', 'post', 'word'],
  ['adult', 'grown', 'teacher', 'person', 'staff'],
  ['view', 'look', 'watch', 'open', 'see', 'visit', 'search'],
  ['forward', 'share', 'send', 'pass', 'spread'],
  ['fault', 'blame', 'trouble', 'wrong'],
  ['question', 'ask', 'investigate', 'interview'],
  ['reply', 'answer', 'respond', 'message', 'contact'],
  ['person', 'dsl', 'somebody', 'someone', 'human'],
  ['child', 'pupil', 'target', 'girl', 'boy', 'son', 'daughter', 'friend'],
  ['support', 'help', 'comfort', 'care', 'look'],
  ['ai', 'fake'],
  ['take', 'remove', 'taken', 'down'],
  ['site', 'page', 'address', 'app', 'url', 'website'],
  ['device', 'machine', 'computer', 'laptop', 'phone', 'screen', 'ipad'],
  ['password', 'login', 'account'],
  ['police', '999', '101', 'ceop'],
  ['disconnect', 'network', 'unplug', 'wifi'],
  ['confront', 'speak', 'contact', 'message', 'warn'],
];

/** A few letters of a word, so that its endings do not matter. */
function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s|e)$/, '').slice(0, 6);
}

const kin = new Map<string, Set<string>>();
for (const group of same) {
  for (const word of group) kin.set(stem(word), new Set([...(kin.get(stem(word)) ?? []), ...group.map(stem)]));
}

/** The words that carry a phrase. */
export function keywords(phrase: string): readonly string[] {
  const words = phrase.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words.filter((word) => !idle.has(word)).map(stem))];
}

/** The share of a phrase's keywords that a text has, itself or by another word for it. */
export function overlap(phrase: string, text: string): number {
  const wanted = keywords(phrase);
  const there = new Set(keywords(text));
  const found = wanted.filter((word) => [word, ...(kin.get(word) ?? [])].some((one) => there.has(one)));
  return wanted.length === 0 ? 1 : found.length / wanted.length;
}
