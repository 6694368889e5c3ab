import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, goodFiles, loadFiles } from '../support/packs.ts';

/** A pack that is good but for one line, which ends in `#!`; and why that line is refused. */
type Fault = { readonly what: string; readonly why: RegExp } & (
  | { readonly file: string; readonly swap: readonly [good: string, bad: string] }
  | { readonly add: string }
);

const faults: readonly Fault[] = [
  // What YAML itself refuses
  {
    what: 'a quote that ends too early',
    file: 'rules.yaml',
    swap: ['answer: Phones are switched off.', 'answer: "Phones" are switched off. #!'],
    why: /Unexpected scalar/i,
  },
  { what: 'a tab for indenting', add: 'gaps:\n\tx: {} #!', why: /tab/i },
  { what: 'a name used twice in a file', file: 'rules.yaml', swap: ['  reporting:', '  phones: #!'], why: /unique/i },
  {
    what: 'a name used twice in two files',
    add: 'rules:\n  phones: {topic: devices, clause: Phones, asks: [a b, c d, e f], answer: Yes.} #!',
    why: /already in .*rules\.yaml/,
  },
  { what: 'a list where a map belongs', add: 'incidents: [] #!', why: /must be a map/ },
  {
    what: 'a text with a comma inside braces',
    add: 'incidents:\n  cyberbullying:\n    parents: {when: soon, but not today} #!',
    why: /needs quotes/,
  },
  // What the schema refuses
  {
    what: 'a misspelt field',
    file: 'rules.yaml',
    swap: ['    asks: [can', '    aks: [x] #!\n    asks: [can'],
    why: /aks is not known here; did you mean asks\?/,
  },
  { what: 'a key that no pack has', add: 'polices: {} #!', why: /polices is not known here/ },
  {
    what: 'an answer that is missing',
    file: 'rules.yaml',
    swap: ['    answer: Tell {dsl} today.\n', ''],
    why: /answer: is missing/,
  },
  {
    what: 'an empty answer',
    file: 'rules.yaml',
    swap: ['answer: Tell {dsl} today.', 'answer: "" #!'],
    why: /must not be empty/,
  },
  {
    what: 'a case that changes the severity it waits for',
    add: 'incidents:\n  copyright:\n    cases:\n      x: {why: x, at: [high], raise: immediate} #!',
    why: /cannot change the severity that it waits for/,
  },
  {
    what: 'asks that are no list',
    file: 'rules.yaml',
    swap: ['asks: [whom do we tell, report to whom, first person to see]', 'asks: whom do we tell #!'],
    why: /must be a list/,
  },
  {
    what: 'a rule that nobody can ask for',
    file: 'rules.yaml',
    swap: ['asks: [whom do we tell, report to whom, first person to see]', 'asks: [] #!'],
    why: /one way of asking at least/,
  },
  {
    what: 'a category that does not exist',
    add: 'incidents:\n  cyberbulling: {severity: high} #!',
    why: /did you mean cyberbullying\?/,
  },
  {
    what: 'a severity that does not exist',
    add: 'incidents:\n  cyberbullying:\n    severity: urgent #!',
    why: /urgent is not one of immediate, high, medium, low/,
  },
  {
    what: 'a role that does not exist',
    add: 'incidents:\n  cyberbullying:\n    tell: [dls] #!',
    why: /did you mean dsl\?/,
  },
  {
    what: 'an outside body that does not exist',
    add: 'incidents:\n  cyberbullying:\n    outside: {polise: Ring them.} #!',
    why: /did you mean police\?/,
  },
  {
    what: 'an audience that does not exist',
    file: 'rules.yaml',
    swap: ['    clause: Reporting', '    clause: Reporting\n    for: [teachers] #!'],
    why: /teachers is not one of staff/,
  },
  {
    what: 'a date that does not exist',
    file: 'pack.yaml',
    swap: ['approved: 2026-09,', 'approved: 2026-13,'],
    why: /must be a date/,
  },
  {
    what: 'a telephone number with letters',
    file: 'pack.yaml',
    swap: ['phone: 01234 567893,', 'phone: ask the office,'],
    why: /must be a telephone number/,
  },
  {
    what: 'a duration nobody can count',
    add: 'incidents:\n  cyberbullying:\n    deadlines:\n      talk: {within: soon, what: Talk, by: dsl} #!',
    why: /must be a time such as/,
  },
  { what: 'a name with capitals', file: 'rules.yaml', swap: ['  reporting:', '  Reporting: #!'], why: /small letters/ },
  {
    what: 'a case that would always hold',
    add: 'incidents:\n  cyberbullying:\n    cases:\n      any: {why: always, raise: high} #!',
    why: /would always hold/,
  },
  // What leads nowhere
  {
    what: 'a related rule that does not exist',
    file: 'rules.yaml',
    swap: ['related: [phones]', 'related: [fones] #!'],
    why: /fones is no rule/,
  },
  {
    what: 'a heading that the document does not have',
    file: 'rules.yaml',
    swap: ['clause: Phones', 'clause: Mobiles #!'],
    why: /no heading of policy/,
  },
  {
    what: 'a document that does not exist',
    file: 'rules.yaml',
    swap: ['clause: Phones', 'clause: handbook > Phones #!'],
    why: /handbook is no document/,
  },
  {
    what: 'a heading without a rule or a reason',
    file: 'pack.yaml',
    swap: ['[Phones, Reporting]', '[Phones, Reporting, Passwords]'],
    why: /“Passwords” has no rule and no reason/,
  },
  {
    what: 'a topic that does not exist',
    file: 'rules.yaml',
    swap: ['topic: devices', 'topic: devises #!'],
    why: /no topic/,
  },
  {
    what: 'a placeholder that stands for nothing',
    file: 'rules.yaml',
    swap: ['Tell {dsl} today.', 'Tell {dls} today. #!'],
    why: /\{dls\}, which is no role/,
  },
  {
    what: 'a helpline that does not exist',
    add: 'incidents:\n  cyberbullying:\n    helplines: [cybermentors] #!',
    why: /no helpline/,
  },
  {
    what: 'a sanction that does not exist',
    add: 'incidents:\n  cyberbullying:\n    sanctions: [c9] #!',
    why: /no sanction/,
  },
  {
    what: 'an alarm with a helpline that does not exist',
    add: 'alarms:\n  zorbles: {why: x, words: [zorble], helplines: [cybermentors]} #!',
    why: /cybermentors is no helpline/,
  },
  {
    what: 'an alarm that considers a body that does not exist',
    add: 'alarms:\n  zorbles: {why: x, words: [zorble], consider: {cybermentors: Ask them.}} #!',
    why: /cybermentors is no role, body or helpline/,
  },
  {
    what: 'a circumstance with a helpline that does not exist',
    add: 'incidents:\n  cyberbullying:\n    cases:\n      zorbles: {why: x, words: [zorble], helplines: [cybermentors]} #!',
    why: /cybermentors is no helpline/,
  },
  {
    what: 'an accusation that considers a body that does not exist',
    add: 'accused:\n  staff: {why: x, consider: {cybermentors: Ask them.}} #!',
    why: /cybermentors is no role, body or helpline/,
  },
  // What cannot be told apart
  {
    what: 'a question that two rules answer differently',
    file: 'rules.yaml',
    swap: ['    asks: [whom do we tell,', '    asks: [phone at the school, #!\n      whom do we tell,'],
    why: /a question that phones answers differently/,
  },
  {
    what: 'a rule that another hides',
    add: 'rules:\n  mobiles: {topic: devices, clause: Phones, asks: [phone at school, b c, d e], answer: Phones are switched off., pupil: Turn your phone off.} #!',
    why: /can never be reached/,
  },
  {
    what: 'a known gap that a rule does answer',
    add: 'gaps:\n  phones-too: {topic: devices, asks: [phone at school]} #!',
    why: /answers differently/,
  },
  // What nobody could press
  {
    what: 'a question for pupils that is none of the ways of asking',
    file: 'rules.yaml',
    swap: ['pupilAsks: are mobiles allowed', 'pupilAsks: can i have my phone #!'],
    why: /none of the ways of asking/,
  },
  {
    what: 'a question for pupils without an answer for them',
    file: 'rules.yaml',
    swap: ['    answer: Tell {dsl} today.', '    answer: Tell {dsl} today.\n    pupilAsks: report to whom #!'],
    why: /no `pupil` answer beside it/,
  },
  // What must not be said
  {
    what: 'a promise of secrecy',
    file: 'rules.yaml',
    swap: ['pupil: Turn your phone off.', 'pupil: We will keep it a secret. #!'],
    why: /promises secrecy/,
  },
  {
    what: 'a promise of secrecy in a rule that is named like a field of packs',
    add: 'rules:\n  reports: {topic: devices, clause: Phones, asks: [where do lists go, b c, d e], answer: Here., pupil: We will keep it a secret.} #!',
    why: /promises secrecy/,
  },
  {
    what: 'blame for a pupil',
    file: 'rules.yaml',
    swap: ['pupil: Turn your phone off.', 'pupil: It was silly. You should have told us. #!'],
    why: /puts blame/,
  },
  {
    what: 'a request for a nude',
    add: 'incidents:\n  nudes-semi-nudes:\n    do:\n      staff: [Take a screenshot of the picture.] #!',
    why: /asks for a picture/,
  },
  {
    what: 'a rule for pupils without words for pupils',
    file: 'rules.yaml',
    swap: ['    clause: Reporting', '    clause: Reporting\n    for: [staff, pupil] #!'],
    why: /no `pupil` answer/,
  },
  {
    what: 'a check question whose right answer is wrong too',
    file: 'rules.yaml',
    swap: ['induction: true', 'induction: {check: {ask: Off?, right: Yes, wrong: [Yes]}} #!'],
    why: /also the right answer/,
  },
  // What would loosen the floor
  {
    what: 'a longer list of words by which an alarm of the floor lets things pass',
    add: 'lists:\n  play-thing: [school] #!',
    why: /by which the floor lets things pass/,
  },
  {
    what: 'more words that every text is read by',
    add: 'lists:\n  english: [jestem] #!',
    why: /by which the floor lets things pass/,
  },
  {
    what: 'another name for whoever is accused',
    add: 'accused:\n  staff: {why: x, who: nobody} #!',
    why: /only the floor may list these/,
  },
  // Who is who
  {
    what: 'no safeguarding lead',
    file: 'pack.yaml',
    swap: [
      'contacts:\n  dsl: {title: Designated Safeguarding Lead, phone: 01234 567890, checked: 2026-10, deputies: [deputy-dsl]}',
      'contacts: #!',
    ],
    why: /no designated safeguarding lead/,
  },
  {
    what: 'a headteacher who chairs the governors',
    file: 'pack.yaml',
    swap: ['chair-of-governors: {', 'chair-of-governors: {heldBy: headteacher, '],
    why: /would come to the headteacher/,
  },
  {
    what: 'a headteacher who chairs the governors by a detour',
    file: 'pack.yaml',
    swap: [
      'deputies: [deputy-dsl]}\n  headteacher: {phone: 01234 567891, checked: 2026-10}\n  chair-of-governors: {',
      'deputies: [deputy-dsl], heldBy: headteacher}\n  headteacher: {phone: 01234 567891, checked: 2026-10}\n  chair-of-governors: {heldBy: dsl, #!\n    ',
    ],
    why: /would come to the headteacher/,
  },
  {
    what: 'two roles whose holders are each other',
    add: 'contacts:\n  it-support: {heldBy: web-manager} #!\n  web-manager: {heldBy: it-support}',
    why: /leads back to the role itself/,
  },
  {
    what: 'a review before the approval',
    file: 'pack.yaml',
    swap: ['reviewBy: 2027-09', 'reviewBy: 2020-01'],
    why: /before it was approved/,
  },
  {
    what: 'a pack that stands on nothing',
    file: 'pack.yaml',
    swap: ['  standsOn: floor\n', ''],
    why: /stands on no floor/,
  },
  // Patterns
  {
    what: 'a pattern that begins with nothing',
    add: 'incidents:\n  cyberbullying:\n    signs: {strong: [".. rumour"]} #!',
    why: /nothing on one side/,
  },
  {
    what: 'a list that does not exist',
    add: 'incidents:\n  cyberbullying:\n    signs: {strong: [<bullies> online]} #!',
    why: /<bullies>, which is no list/,
  },
  {
    what: 'words of a topic with a list that does not exist',
    add: 'topics:\n  clubs: {title: Clubs, owner: dsl, words: [<zorbles>]} #!',
    why: /<zorbles>, which is no list/,
  },
  {
    what: 'an exception of a sanction with a list that does not exist',
    add: 'sanctions:\n  detention: {title: x, acts: [x], unless: [<zorbles>], first: [x], clause: Phones} #!',
    why: /<zorbles>, which is no list/,
  },
  {
    what: 'a star after two letters',
    add: 'incidents:\n  cyberbullying:\n    signs: {strong: [bu*]} #!',
    why: /three letters/,
  },
  {
    what: 'an example that the words do not find',
    add: 'incidents:\n  cyberbullying:\n    examples: [the weather is nice] #!',
    why: /not recognised/,
  },
];

describe('A pack with one fault is refused, with file, line and reason', () => {
  it('has no fault to begin with', () => {
    const result = loadFiles(goodFiles);
    expect(result.kind === 'pack' ? result.warnings() : result.complaints).toEqual([]);
  });

  it.each(faults)('$what', (fault) => {
    const files = plant(fault);
    const result = loadFiles(files);
    const found = result.kind === 'broken' ? result.complaints.filter(({ level }) => level === 'error') : [];
    expect(found.map(({ message }) => message).join('\n')).toMatch(fault.why);
    const one = found.find(({ message }) => fault.why.test(message));
    expect({ file: basename(one?.file ?? ''), line: one?.line }).toEqual(placeOf(fault, files));
  });
});

function plant(fault: Fault): Files {
  if ('add' in fault) return { ...goodFiles, 'z.yaml': `${fault.add}\n` };
  const [good, bad] = fault.swap;
  const text = goodFiles[fault.file] ?? '';
  expect(text).toContain(good);
  return { ...goodFiles, [fault.file]: text.replace(good, bad) };
}

/** The line that ends in `#!`; where a comment cannot stand, the line in which the good text stood. */
function placeOf(fault: Fault, files: Files): { file: string; line: number } {
  const file = 'add' in fault ? 'z.yaml' : fault.file;
  const text = files[file] ?? '';
  const marked = text.split('\n').findIndex((line) => line.includes('#!'));
  if (marked >= 0) return { file, line: marked + 1 };
  return { file, line: lineWithout[fault.what] ?? lineOf(goodFiles[file] ?? '', 'swap' in fault ? fault.swap[0] : '') };
}

/** Where something is missing, the line of what it is missing from. */
const lineWithout: Readonly<Record<string, number>> = {
  'an answer that is missing': 10,
  'a pack that stands on nothing': 1,
};

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
