import type { Audience } from '../vocabulary.ts';

/** For whom colleagues write. Titles of the school's own stand under these names by then. */
const superior =
  '(?:the |our )?(?:dsl|deputy dsl|safeguarding lead|safeguarding officer|child protection (?:lead|officer)|head(?: ?teacher)?|principal|deputy(?: head)?|line manager)';

const done = '(?:log|record|report|write|note|put|pass|send)';

/** Who had it written, and where what they had written begins. */
const errands = [
  new RegExp(
    `^\\s*${superior} (?:has |have |had |just |only )*(?:asked|told) (?:me|us) to ${done} (?:(?:this|it)(?: (?:up|down|on|in|here|to you))*\\s*[:,.;–-]|that (?!nothing|no |it was|there was no))`,
    'i',
  ),
  new RegExp(
    `^\\s*(?:i am |im |i'm |just )*(?:logging|reporting|recording|writing|noting|sending)(?: (?:this|it))? (?:for|on behalf of|as asked by) ${superior}\\s*[:,.;–-]`,
    'i',
  ),
];

/**
 * What somebody who works at the school tells, without who had them write it: `the head asked me to log this: …` is a
 * report about what follows, and not about the head.
 */
export function withoutErrand(text: string, reporter: Audience): string {
  if (reporter === 'pupil' || reporter === 'parent') return text;
  return errands.reduce((rest, errand) => rest.replace(errand, ''), text);
}
