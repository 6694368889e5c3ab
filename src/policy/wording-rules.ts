/** What Lantern never says, whoever wrote the sentence (rules of safety 1 and 3). Used on packs and on the catalogue. */

const we = '(?:we|i|they|he|she|lantern|staff|the school|your teachers?|nobody|no one)';
const something = '(?:it|this|that|everything|your \\w+|what you \\w+)';

const secrecy = [
  new RegExp(
    `\\b${we}(?: (?:will|shall|can|promise to)|['’]ll)(?: always)? keep ${something}[^.!?]{0,20}\\b(?:secret|private|confidential|to (?:my|our)self)`,
    'i',
  ),
  new RegExp(`\\b${we}(?: (?:will|shall)|['’]ll) (?:not|never) tell\\b`, 'i'),
  /\bwon['’]t tell\b/i,
  /\b(?:nobody|no one)(?: else)? (?:will|can|shall)(?: ever)? (?:know|find out|read|see|hear)\b/i,
  new RegExp(
    `\\b${something} (?:is|stays|will be|will stay|remains|will remain)(?: \\w+)? (?:secret|confidential|private|between (?:us|you))(?=[.!?,;]|$| and\\b)`,
    'i',
  ),
  /(?<!not |n['’]t |never |cannot |not ever )\bpromise (?:not to tell|(?:to|that we will) keep)/i,
  /\b(?:just|only) between (?:us|you and)|\bsecret is safe\b/i,
];

const blame = [
  /(?<!not |n['’]t |never |not really )\byour (?:own )?fault\b/i,
  /\byou should(?: not|n['’]t)? have\b/i,
  /\bwhy did(?:n['’]t)? you\b/i,
  /\byou (?:were|are|have been) (?:very |so )?(?:silly|stupid|naughty|foolish|careless|to blame|wrong to)\b/i,
  /\b(?:next time,? (?:do not|don['’]t|think|be)|you let (?:this|it|them)|you brought)\b/i,
  /(?<!not (?:be )?)\byou (?:are|will be|['’]ll be) (?:in (?:big )?trouble|punished)\b/i,
];

const forbids = /\b(?:do not|don['’]t|never|must not|cannot|can['’]t|nobody|no one|without|not)\b/i;
const wantsImage =
  /\b(?:send|show|attach|upload|forward|bring|copy|save|print|download|screenshot|take a screenshot|pass on)\b[^.!?]*\b(?:pictures?|images?|photos?|videos?|nudes?|imagery|pics?|screenshots?)\b/i;

const helpers =
  /(?:police|999|101|lado|social care|children['’]s services|safeguarding lead|childline|ceop|nspcc|\{(?:dsl|lado|childline|ceop|nspcc|police|childrens-social-care)[^}]*\})/;
const withoutHelp = new RegExp(
  `\\b(?:do not|don['’]t|never|need not|needn['’]t|no need to|must not|may not|shall not|does not need to|avoid)\\s+(?:[a-z]+ ){0,1}?(?:ring(?:ing)?|call(?:ing)?|phone|phoning|dial(?:ling)?|tell(?:ing)?|report(?:ing)?|contact(?:ing)?|inform(?:ing)?|go(?:ing)?|involve|involving|bother|refer)\\s+(?:(?:it|this|that|them)\\s+)?(?:to\\s+)?(?:the |your |our |any )?(?:local |school |designated )?${helpers.source}`,
  'i',
);
const later = /\b(?:before|until|unless|wait|yourself)\b/i;
const toMeet = /^(?:you (?:can|may|should) )?meet (?:up with )?(?:him|her|them|the person|the stranger|the adult)\b/i;

/** Whether a text promises a child, or anybody, that something stays secret. */
export function promisesSecrecy(text: string): boolean {
  return secrecy.some((form) => form.test(text));
}

/** Whether a text puts blame on its reader. */
export function blames(text: string): boolean {
  return blame.some((form) => form.test(text));
}

/** Whether a text asks somebody to make, keep or pass on a picture. */
export function asksForImage(text: string): boolean {
  return sentences(text).some((sentence) => wantsImage.test(sentence) && !forbids.test(sentence));
}

/** Whether a text keeps somebody from help, or sends a child to meet who seeks them out. What waits for advice does not. */
export function keepsFromHelp(text: string): boolean {
  return sentences(text).some((one) => (withoutHelp.test(one) && !later.test(one)) || toMeet.test(one));
}

/** Words that look like a person's name after a title; undefined when there are none. */
export function nameIn(text: string): string | undefined {
  return /\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Rev|Sir|Dame|Prof)\.? [A-Z][\p{L}’'-]+/u.exec(text)?.[0];
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+/);
}
