/** What somebody can ask for by typing it. */
export type Command = 'report' | 'cancel' | 'continue' | 'pause' | 'my-reports' | 'cases' | 'help' | 'hello';

const spellings: Readonly<Record<Command, readonly string[]>> = {
  report: ['report', 'new report', 'report a concern', 'start', 'make a report', 'i want to report something'],
  cancel: ['cancel', 'cancel it', 'delete it', 'delete draft', 'delete report'],
  continue: ['continue', 'carry on', 'resume'],
  'my-reports': ['my reports', 'my report', 'reports', 'what i have told you', 'status'],
  pause: ['stop', 'delete', 'never mind', 'nevermind', 'no'],
  cases: ['cases', 'open cases', 'case list'],
  help: ['help', 'help me', '?', 'what can you do', 'menu'],
  hello: ['hi', 'hello', 'hey', 'hiya', 'good morning', 'good afternoon', 'hello lantern', 'hi lantern'],
};

const commands = new Map<string, Command>(
  (Object.keys(spellings) as Command[]).flatMap((command) => spellings[command].map((text) => [text, command])),
);

/** The command that the whole text is, whatever its case, spaces and closing punctuation; else undefined. */
export function commandIn(text: string): Command | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=.)[.!?]+$/, '');
  return commands.get(plain);
}
