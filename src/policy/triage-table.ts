import type { Category, Severity } from '../domain/case.ts';
import type { Subject } from '../domain/report.ts';

/** Names advice in the wording catalogue. */
export type AdviceId =
  | 'danger'
  | 'nudes'
  | 'abuse-imagery'
  | 'self-harm'
  | 'grooming'
  | 'staff-conduct'
  | 'cyberbullying'
  | 'data'
  | 'keep-evidence'
  | 'general';

/** A first, small table: words that point to a category. The schools' policy packs replace it. */
export type TriageRule = {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly advice: AdviceId;
  /** Whom a match seems to accuse. */
  readonly accused?: Subject['kind'];
  /** Case is ignored; matched anywhere in the text. */
  readonly words: RegExp;
};

const adultAtSchool =
  '(?:teacher|staff|ta|teaching assistant|coach|tutor|technician|caretaker|lecturer|governor|colleague)';
const contact = '(?:messag|text|dm|flirt|touch|follow|friend|snapchat|whatsapp|instagram|phot|meet|gift|alone)';

/** Matched in this order where severities are equal; the gravest match leads. Severities: requirements section 27. */
export const triageRules: readonly TriageRule[] = [
  {
    id: 'floor.triage.life',
    category: 'self-harm',
    severity: 'immediate',
    advice: 'self-harm',
    words:
      /\b(?:kill(?:ing)? (?:my|him|her|them)sel|suicid|end (?:it all|my life)|want(?:s|ed)? (?:to|2) (?:die|be dead)|wanna die|(?:do ?n.?t|not) want to (?:be alive|live|be here|wake up)|kms\b|overdos|self.?harm|cut(?:s|ting)? (?:(?:my|him|her|them)sel|(?:my|his|her|their) (?:arm|wrist|leg))|hurt(?:s|ing)? (?:my|him|her|them)sel)/i,
  },
  {
    id: 'floor.triage.abuse-imagery',
    category: 'child-abuse-imagery',
    severity: 'immediate',
    advice: 'abuse-imagery',
    words:
      /\b(?:child (?:porn|abuse (?:image|pic|video|photo|material))|csam|indecent (?:image|photo)s? of (?:a )?child|paedo|pedo)/i,
  },
  {
    id: 'floor.triage.nudes',
    category: 'nudes-semi-nudes',
    severity: 'immediate',
    advice: 'nudes',
    words:
      /\b(?:nudes?|naked|topless|sext(?:s|ing|ed|ortion)?|dick ?pics?|private parts|semi.?nudes?|underwear (?:pic|photo)|revenge porn|upskirt)/i,
  },
  {
    id: 'floor.triage.grooming',
    category: 'grooming-contact',
    severity: 'immediate',
    advice: 'grooming',
    words:
      /\b(?:groom(?:ed|ing)|(?:older|grown) (?:man|woman|men|guy|boy)|stranger|meet(?:ing)? (?:up )?(?:with )?(?:someone|a (?:man|guy|boy|person)|him|her|them) (?:from |she |he |they )?(?:met )?on ?line|keeps? asking (?:me |her |him )?(?:for|to meet))/i,
  },
  {
    id: 'floor.triage.abuse',
    category: 'other',
    severity: 'immediate',
    advice: 'danger',
    words:
      /\b(?:rap(?:e|ed|ing)|sexual(?:ly)? (?:assault|abus|touch)\w*|touch(?:es|ed|ing) me|(?:hits?|hitting|beats?|beating|hurts?|hurting) (?:me|him|her|them)|being abused|abus(?:es|ed|ing) (?:me|him|her|them)|scared to go home)\b/i,
  },
  {
    id: 'floor.triage.attack',
    category: 'other',
    severity: 'immediate',
    advice: 'danger',
    words:
      /\b(?:bring(?:ing)? a (?:knife|gun|weapon)|has a (?:knife|gun|weapon)|going to (?:stab|kill|shoot)|kill you|being attacked|hurting me)/i,
  },
  {
    id: 'floor.triage.about-headteacher',
    category: 'staff-conduct',
    severity: 'immediate',
    advice: 'staff-conduct',
    accused: 'headteacher',
    words: new RegExp(
      `\\b(?:head ?teacher|the head(?= (?:keeps|is|has|was|sent|asked))|headmaster|headmistress|principal)\\b.{0,60}\\b${contact}`,
      'is',
    ),
  },
  {
    id: 'floor.triage.about-safeguarding-lead',
    category: 'staff-conduct',
    severity: 'immediate',
    advice: 'staff-conduct',
    accused: 'dsl',
    words: new RegExp(`\\b(?:safeguarding lead|dsl)\\b.{0,60}\\b${contact}`, 'is'),
  },
  {
    id: 'floor.triage.about-staff',
    category: 'staff-conduct',
    severity: 'immediate',
    advice: 'staff-conduct',
    accused: 'staff',
    words: new RegExp(
      `\\b${adultAtSchool}\\b.{0,60}\\b${contact}\\w*.{0,40}\\b(?:pupils?|students?|girls?|boys?|child|children|kids?|me|year|her|him|them)\\b`,
      'is',
    ),
  },
  {
    id: 'floor.triage.extremism',
    category: 'extremism',
    severity: 'high',
    advice: 'general',
    words: /\b(?:extremis|terroris|radicali|isis\b|neo.?nazi|far.?right|incel)/i,
  },
  {
    id: 'floor.triage.hate',
    category: 'hate-content',
    severity: 'high',
    advice: 'keep-evidence',
    words: /\b(?:racis|homophob|transphob|antisemit|islamophob|sexist|hate (?:speech|crime|post)|slur)/i,
  },
  {
    id: 'floor.triage.breach',
    category: 'data-breach',
    severity: 'high',
    advice: 'data',
    words:
      /\b(?:data breach|sent (?:it |the \w+ |an? \w+ )?to the wrong|wrong (?:person|parent|address)|personal data|shared (?:the )?(?:pupil|student) (?:data|list|records))/i,
  },
  {
    id: 'floor.triage.hacking',
    category: 'hacking-malware',
    severity: 'high',
    advice: 'data',
    words: /\b(?:hack(?:ed|ing|er)|virus|malware|ransom|trojan)/i,
  },
  {
    id: 'floor.triage.device-loss',
    category: 'device-loss',
    severity: 'high',
    advice: 'data',
    words:
      /\b(?:(?:lost|stolen|left|missing).{0,30}(?:laptop|ipad|tablet|usb|memory stick|phone|device)|(?:laptop|ipad|tablet|usb|memory stick|phone|device).{0,30}(?:lost|stolen|missing))/is,
  },
  {
    id: 'floor.triage.bullying',
    category: 'cyberbullying',
    severity: 'medium',
    advice: 'cyberbullying',
    words:
      /\b(?:bull(?:y|ie)|cyberbull|group ?chat|horrible|nasty|mean (?:2|to)|bein mean|threat(?:en)?|teas(?:e|ing)|laugh(?:ing|ed) at|pick(?:ing|ed) on|spread(?:ing)? rumou?rs|rude (?:message|comment)|messag\w* .{0,20}(?:nasty|horrible|mean))/is,
  },
  {
    id: 'floor.triage.inappropriate',
    category: 'inappropriate-content',
    severity: 'medium',
    advice: 'general',
    words: /\b(?:porn|violent video|gore|inappropriate (?:content|video|site|image|picture))/i,
  },
  {
    id: 'floor.triage.phishing',
    category: 'phishing-scam',
    severity: 'medium',
    advice: 'data',
    words: /\b(?:phish|scam|dodgy (?:link|email)|suspicious (?:link|email)|clicked (?:on )?a link)/i,
  },
  {
    id: 'floor.triage.filtering',
    category: 'filtering-issue',
    severity: 'low',
    advice: 'general',
    words: /\b(?:filter(?:ing)? (?:is|isn|let|not|fail)|not blocked|got (?:round|past) the filter|vpn|proxy)/i,
  },
];
