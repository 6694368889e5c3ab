/** What somebody can ask for by typing it. */
export type Command =
  | 'report'
  | 'cancel'
  | 'continue'
  | 'pause'
  | 'my-reports'
  | 'cases'
  | 'ask'
  | 'induction'
  | 'who-reads'
  | 'thanks'
  | 'help'
  | 'hello';

const spellings: Readonly<Record<Command, readonly string[]>> = {
  report: ['report', 'new report', 'report a concern', 'start', 'make a report', 'i want to report something'],
  cancel: ['cancel', 'cancel it', 'delete it', 'delete draft', 'delete report'],
  continue: ['continue', 'carry on', 'resume'],
  'my-reports': [
    'my reports',
    'my report',
    'reports',
    'what i have told you',
    'status',
    'how is it going',
    'hows it going',
    'how’s it going',
    "how's it going",
    'any news',
    'what is happening',
    'whats happening',
    'what happens now',
    'has anyone read it',
    'has someone read it',
    'has anybody read it',
    'did anyone read it',
    'have they read it',
    'did they read it',
    'did you read it',
    'what happened to my report',
    'what did they say',
    'has my report been recorded',
    'has it been recorded',
    'is my report recorded',
    'was my report recorded',
  ],
  pause: ['stop', 'delete', 'never mind', 'nevermind', 'no'],
  cases: ['cases', 'open cases', 'case list'],
  ask: ['ask', 'question', 'ask a question', 'policy', 'ask the policy', 'i have a question'],
  induction: ['induction', 'start induction', 'my induction', 'training', 'continue induction'],
  'who-reads': [
    'is this private',
    'is this secret',
    'is it private',
    'is it secret',
    'who reads this',
    'who can see this',
    'who sees this',
    'will you tell anyone',
    'will you tell',
    'can i trust you',
    'are you a robot',
    'are you real',
    'are you a person',
    'who are you',
  ],
  thanks: [
    'thanks',
    'thank you',
    'ty',
    'thx',
    'ta',
    'cheers',
    'ok',
    'okay',
    'ok thanks',
    'ok thank you',
    'bye',
    'goodbye',
  ],
  help: ['help', 'help me', '?', 'what can you do', 'menu'],
  hello: ['hi', 'hello', 'hey', 'hiya', 'good morning', 'good afternoon', 'hello lantern', 'hi lantern'],
};

const commands = new Map<string, Command>(
  (Object.keys(spellings) as Command[]).flatMap((command) => spellings[command].map((text) => [text, command])),
);

/** The command that the whole text is, whatever its case, spaces and closing punctuation; else undefined. */
export function commandIn(text: string): Command | undefined {
  return commands.get(plain(text).replace(/(?<=.)[.!?]+$/, ''));
}

/** What follows `ask` where a text begins with it; undefined for anything else. */
export function askedIn(text: string): string | undefined {
  return /^\/?(?:ask|question|policy)\b[:,]?\s+(?!(?:him|her|them|me|us|you)\b)(\S.*)$/is.exec(text.trim())?.[1];
}

const opensQuestion =
  /^(?:who|whos|who's|whom|what|whats|what's|when|where|which|why|how|is|are|am|do|does|did|can|could|should|must|may|will|would|wot|wats|hw)\b/i;

/** Whether the text is put as a question: by its mark, or by its first word. */
export function isQuestion(text: string): boolean {
  return /\?\s*$/.test(text) || opensQuestion.test(text.trim());
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^\//, '').replace(/\s+/g, ' ');
}
