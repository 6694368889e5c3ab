/** Somebody of the demo school whom a visitor can be, in an Agents Playground of their own. */
export type Persona = {
  /** What `--with` calls them. */
  readonly name: string;
  /** Their address in the demo school's file. */
  readonly address: string;
  /** Added to the first Playground's port. */
  readonly offset: number;
  /** What a visitor may try as this person. */
  readonly hint: string;
};

/** Everybody a visitor can be. */
export const personas: readonly Persona[] = [
  {
    name: 'pupil',
    address: 'pip@pupils.demo.example',
    offset: 0,
    hint: 'type: someone keeps sending me horrible stuff',
  },
  {
    name: 'teacher',
    address: 'tamsin@demo.example',
    offset: 1,
    hint: 'type: a girl in year 8 showed me a horrible group chat',
  },
  {
    name: 'dsl',
    address: 'dora@demo.example',
    offset: 2,
    hint: 'open "DSL channel" on the left, where cases appear; in the chat, type: cases',
  },
  { name: 'headteacher', address: 'harriet@demo.example', offset: 3, hint: 'hears of reports about staff' },
  { name: 'chair', address: 'chris@demo.example', offset: 4, hint: 'hears of reports about the headteacher' },
  { name: 'deputy', address: 'della@demo.example', offset: 5, hint: 'can be given a case; type: cases' },
  { name: 'it', address: 'ivor@demo.example', offset: 6, hint: 'IT support; type: help' },
  { name: 'data-protection', address: 'dana@demo.example', offset: 7, hint: 'data protection lead; type: help' },
  { name: 'governor', address: 'gus@demo.example', offset: 8, hint: 'type: help' },
  { name: 'admin', address: 'ada@demo.example', offset: 9, hint: 'type: help' },
];

/** Who is started without being asked for. */
export const usualPersonas: readonly string[] = ['pupil', 'teacher', 'dsl'];

/** The persona whose team is the safeguarding team, and whose Playground stands in for Teams' own servers. */
export const channelPersona = 'dsl';

/** Where the first Playground listens unless told otherwise. */
export const usualPort = 56_150;
