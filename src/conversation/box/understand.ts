import { emptyReport, type Report, type Subject } from '../../domain/report.ts';
import type { Triage } from '../../policy/triage/result.ts';
import type { World } from '../dialogue.ts';
import { suggestionFor } from '../suggestion.ts';

/** A plain answer, as a child may type it instead of pressing a button. */
export type Meaning = 'yes' | 'no' | 'skip';

const spellings: Readonly<Record<Meaning, readonly string[]>> = {
  yes: words(
    'y|ye|yes|yea|yeah|yeh|yep|yh|yah|ya|yup|yess|yes please|yes pls|yes i do|yes it is|yes it was|yes it did|i do|it is|it did|ok|okay|k|kk|oki|alright|sure|fine|go on|go|carry on|send|send it|send it pls|please send it|right|correct|it is right|thats right|i think so|i guess|i guess so|maybe yes|si|oui',
  ),
  no: words(
    'n|no|nope|nah|na|naa|noo|nooo|no thanks|no thank you|no ta|not really|not now|i dont think so|no it isnt|no it didnt|no i dont|no one|noone|nobody|no1|nobody is|no one is|nothing|none|never|its not|it isnt|it did not|it didnt',
  ),
  skip: words(
    'skip|skip it|skip this|skip pls|next|pass|idk|idrk|dk|dunno|i dunno|dont know|i dont know|i do not know|not sure|im not sure|i am not sure|unsure|maybe|rather not say|id rather not say|i would rather not say|dont want to say|i dont want to say|i dont wanna say|dont wanna say|cant say|i cant say|cant remember|i cant remember|i forgot|no idea|no comment|not telling|leave it',
  ),
};

function words(list: string): readonly string[] {
  return list.split('|');
}

/** Small letters, no apostrophes, no marks: what is left to compare. */
export function plain(text: string): string {
  const kept = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
  return kept
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:pls|plz|please|lol)$/, '')
    .trim();
}

/** How many words a text has. */
export function wordCount(text: string): number {
  const said = plain(text);
  return said === '' ? 0 : said.split(' ').length;
}

/** What a short text means as an answer; undefined where it is more than that. */
export function meaningOf(text: string): Meaning | undefined {
  if (/^\s*[👍✅]/u.test(text) && wordCount(text) === 0) return 'yes';
  if (/^\s*[👎❌]/u.test(text) && wordCount(text) === 0) return 'no';
  const said = plain(text);
  return (['yes', 'no', 'skip'] as const).find((meaning) => spellings[meaning].includes(said));
}

/** Whether it is a yes that may only mean that it was read: no name is shown and nothing deleted by it. */
export function isHalfYes(text: string): boolean {
  return /^(?:ok|okay|k|kk|oki|alright|fine)$/.test(plain(text));
}

/** Whether the longer text begins with yes or no: "yes my arm is bleeding". */
export function leaningOf(text: string): 'yes' | 'no' | undefined {
  const [first = ''] = plain(text).split(' ');
  if (['yes', 'yeah', 'yep', 'yh', 'ye'].includes(first)) return 'yes';
  return ['no', 'nope', 'nah'].includes(first) ? 'no' : undefined;
}

const longestChoice = 9;
const hiding =
  /\b(?:hide|hidden|hiding|anon|anonymous|secret|private|no name|(?:dont|do not|not|never|no) (?:\w+ ){0,3}(?:name|its me|it is me|who i am|it was me))\b/;
const showing =
  /\b(?:show|say|use|tell|give|share|put|see|know)\b.*\b(?:name|its me|it is me|who i am)\b|^(?:show|show it|my name)$/;

/** What a child chose for their name in their own words: "dont show my name", "hidden", "u can say its me". */
export function nameChoice(text: string): 'show' | 'hide' | undefined {
  const said = plain(text);
  if (wordCount(text) > longestChoice) return undefined;
  if (hiding.test(said)) return 'hide';
  if (showing.test(said)) return 'show';
  const meaning = isHalfYes(text) ? undefined : meaningOf(text);
  return meaning === undefined ? undefined : meaning === 'yes' ? 'show' : 'hide';
}

const longestRetraction = 7;
const retraction =
  /\b(?:jk|jks|joking|jokin|kidding|kiddin|joke|jokes|prank|pranking|messing|messin|made (?:it|that|this|it all) up|making it up|didnt mean it|didnt mean to|forget (?:it|that|this|what i said)|forget i said (?:it|that|anything)|ignore (?:me|it|that|this|what i said)|take it back|(?:dont|do not|not) (?:want to |wanna )?send(?: it| that| this)?)\b/;
const aboutOthers =
  /\b(?:he|she|they|him|her|them|on me|at me|about me|not a joke|no joke|isnt a joke|not joking|not kidding)\b/;

/** Whether a child takes back what they said, and no more than that: "jk", "i was only joking", "dont send it". */
export function retracts(text: string): boolean {
  const said = plain(text);
  return wordCount(text) <= longestRetraction && retraction.test(said) && !aboutOthers.test(said);
}

/** Too little to know whether something happened: a smiley, a word or two that the policy does not know, or only praise. */
export function isVague(text: string, world: World): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (/[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{Cf}\p{Emoji}\s]/u.test(text)) return false;
  const { reads, words } = triageOf(text, world);
  return reads.includes('everyday') || (wordCount(text) <= 2 && words.length === 0);
}

function triageOf(text: string, world: World) {
  return suggestionFor(world, { ...emptyReport, what: text }).triage;
}

/** Fewer words than these are like too many things for a likeness to count. */
export const fewestWords = 6;

/**
 * Whether somebody may be in danger, by the school's policy. `alarm`: it is sent at once. `perhaps`: the words do not
 * say it and are only a little like such reports, so the child is asked about danger before anything else.
 */
export function dangerIn(report: Report, world: World): 'alarm' | 'perhaps' | 'none' {
  if (report.what.trim() === '' && !report.danger) return 'none';
  const { severity, triage } = suggestionFor(world, report);
  if (isCalledAJoke(triage)) return 'alarm';
  if (severity !== 'immediate') return 'none';
  const alike = wordCount(report.what) >= fewestWords && triage.category !== 'other';
  return report.danger || triage.outright || alike ? 'alarm' : 'perhaps';
}

/** Words about dying count, joke or not (requirements 26.7): whoever takes them back in the same breath is heard at once. */
function isCalledAJoke({ category, outright, severity, reads }: Triage): boolean {
  return category === 'self-harm' && outright && severity !== 'low' && reads.includes('joke');
}

/** Whether a child asks to keep it secret, which nobody can promise. */
export function asksForSecrecy(text: string, world: World): boolean {
  return triageOf(text, world).reads.includes('secrecy');
}

/** Whether a child is afraid of what their family will hear: "will you tell my mum". */
export function asksOfFamily(text: string): boolean {
  return (
    /\b(?:tell|telling|told|ring|call|phone|say to|know)\b.*\b(?:mum|mums|mom|mam|dad|dads|parents?|family|nan|gran|carers?)\b/.test(
      plain(text),
    ) && wordCount(text) <= 10
  );
}

/** Whether the words say that it is not the first time. */
export function saysAgain(text: string): boolean {
  return /\b(?:again|agen|still (?:happening|going on|doing it|at it)|carried on|happened once more|did it again|keeps happening)\b/.test(
    plain(text),
  );
}

const nobodyWords = /^(?:me|myself|it was me|i did|i did it|no one|noone|nobody|no1)$/;
const headWords = /\b(?:head ?teacher|head ?master|head ?mistress|principal|the head)\b/;
const dslWords = /\b(?:dsl|safeguarding lead|child protection lead|safeguarding lady|safeguarding man)\b/;
const staffWords =
  /\b(?:teacher|teachers|teecher|teachr|mr|mrs|ms|miss|mx|dr|sir|maam|staff|ta|teaching assistant|coach|caretaker|tutor|head of year|dinner lady|lunch lady|lunchtime supervisor|governor|nurse|librarian|receptionist|technician|grown ?up at school|adult at school|grown ?up in school)\b/;
const pupilWords =
  /\b(?:yr|year|y)\s?\d{1,2}\b|\b\d{1,2}[a-h]\b|\b(?:girl|boy|kid|kids|girls|boys|classmate|in my class|in my form|in my year|friend|friends|bf|gf|boyfriend|girlfriend|pupil|student)\b/;

/** Who did it, in a child's words, as a person of the report; undefined where it says nobody. */
export function whoIn(text: string, world: World): Subject | undefined {
  const said = plain(text);
  if (said === '' || nobodyWords.test(said)) return undefined;
  return { name: text.trim(), kind: kindIn(said, world), part: 'alleged' };
}

/** Too wide rather than too narrow: whoever may be an adult of the school must not read about themselves. */
function kindIn(said: string, { school }: World): Subject['kind'] {
  if (headWords.test(said)) return 'headteacher';
  if (dslWords.test(said)) return 'dsl';
  if (staffWords.test(said)) return 'staff';
  if (pupilWords.test(said)) return 'pupil';
  const adults = school.people.filter(({ roles }) => roles.some((role) => role !== 'pupil'));
  const surnames = adults.map(({ name }) => plain(name).split(' ').at(-1));
  return said.split(' ').some((word) => surnames.includes(word)) ? 'staff' : 'unknown';
}

const onlineWords =
  /\b(?:online|on line|internet|snap|snapchat|insta|instagram|tiktok|tik tok|whatsapp|whats app|roblox|discord|fortnite|minecraft|among us|game|gaming|xbox|ps4|ps5|playstation|switch|youtube|yt|facebook|fb|messenger|phone|text|texts|group chat|groupchat|chat|app|teams|email|emails|website|twitch|telegram|bereal|ipad|tablet)\b/;
const schoolWords =
  /\b(?:school|class|classroom|playground|lunch|break|breaktime|playtime|lunchtime|corridor|toilets?|lesson|maths|english|science|pe|hall|changing rooms?|library|assembly|canteen|form|after school club)\b/;
const outsideWords =
  /\b(?:home|my house|his house|her house|their house|park|street|bus|bus stop|shop|shops|town|outside school|after school|way home|walking home|train|club)\b/;

/** Where it happened, as far as the words say one place. */
export function placeIn(text: string): Report['place'] {
  const said = plain(text);
  const found = (
    [
      ['online', onlineWords],
      ['outside-school', outsideWords],
      ['in-school', schoolWords],
    ] as const
  ).filter(([, pattern]) => pattern.test(said));
  return found.length === 1 && found[0] ? found[0][0] : 'unknown';
}
