import type { Store } from '../../src/app/store.ts';
import { wording } from '../../src/conversation/wording.ts';
import type { School } from '../../src/domain/school.ts';
import { execute } from './activities.ts';
import type { Call } from './connector.ts';
import { type SlackClient, wordsIn } from './slack-client.ts';
import { openSlackHouse, type SlackHouse } from './slack-house.ts';
import { dslRoom } from './slack-school.ts';
import type { SlackMessage, SlackView } from './slack-server.ts';
import { cardIn, cardOn, inputsOf, type TeamsClient, wordsOf } from './teams-client.ts';
import { openWholeHouse, type WholeHouse } from './whole-house.ts';

/** What somebody fills in: the names of the answers are the same on every platform. */
export type Answers = Readonly<Record<string, string>>;

/** A report read back, to be sent. */
export type ReadBack = { readonly words: string; send(): Promise<string> };
/** The report form, as it is offered or open. */
export type Offered = { readonly words: string; readBack(answers?: Answers): Promise<ReadBack> };

/** Somebody of the school at a platform. Everything comes back as the words that they are shown. */
export type Party = {
  says(text: string): Promise<void>;
  /** The next message in their own chat with these words in it. */
  hears(words: string): Promise<string>;
  /** The report form that is offered to them next. */
  offered(): Promise<Offered>;
  /** Presses the button with this label on the message with these words. */
  pressesOn(words: string, label: string): Promise<void>;
  /** Opens the case of a message in their own chat. */
  opensFrom(words: string): Promise<string>;
  /** Opens a case from the list of those that are open, goes to its forms about people, and fills in one; what they are shown then. */
  fillsIn(reference: string, form: string, submit: string, answers: Answers): Promise<string>;
  /** Presses a button that asks for a few words, on the message with these words, and gives them; what comes of it. */
  answersOn(words: string, label: string, text: string): Promise<string>;
  /** Opens the case of a message, and asks there to know who reported it. */
  asksWho(words: string, reason: string): Promise<string>;
  /** Sends a press that no button of theirs has; everything that they are then shown, where anything is. */
  forges(press: object): Promise<string>;
  /** All that stands in their own chat. */
  chat(): string;
};

/** A case's card in the DSL channel, as it stands at its latest. */
export type Card = {
  words(): string;
  /** Waits until the card says this. */
  says(words: string): Promise<void>;
  opens(who: string): Promise<string>;
  acknowledges(who: string): Promise<string>;
  notes(who: string, text: string): Promise<string>;
  replies(who: string, text: string): Promise<string>;
  closes(who: string, outcome: string, lessons: string): Promise<string>;
};

/** All of Lantern at one platform. */
export type ChannelHouse = {
  party(id: string): Party;
  card(reference: string): Promise<Card>;
  /** Everything that stands in the DSL channel, for all to read. */
  room(): string;
  /** Everything that was logged. */
  logged(): string;
  close(): Promise<void>;
};

/** A platform and a way to try it on the real SDK. */
export type ChannelDriver = {
  readonly name: string;
  /** `change`: what is other than usual at the made-up school. */
  readonly open: (store: Store, change?: (school: School) => School) => Promise<ChannelHouse>;
};

/** Every platform that keeps the contract of channels. */
export const channels: readonly ChannelDriver[] = [
  { name: 'Teams', open: async (store, change) => teamsHouse(await openWholeHouse(store, false, change)) },
  {
    name: 'Slack',
    open: async (store, change) => slackHouse(await openSlackHouse(store, change ? { school: change } : {})),
  },
];

const channel = '19:dsl@thread.tacv2';
const inRoom = ({ conversation }: Call) => conversation.startsWith(channel);

function teamsHouse(house: WholeHouse): ChannelHouse {
  const room = () => house.connector.done.filter(inRoom).map(wordsOf).join('\n');
  return {
    party: (id) => teamsParty(house, house.person(id)),
    card: (id) => teamsCard(house, id),
    room,
    logged: () => house.logged.join(''),
    close: house.close,
  };
}

function teamsParty(house: WholeHouse, person: TeamsClient): Party {
  const heard = (words: string) => person.hears((text) => text.includes(words));
  const opensListed = async (reference: string) => {
    await person.says('cases');
    await heard(reference);
    await person.presses(openOf(reference), 'Open');
    return cardOn(await heard('What has happened'));
  };
  return {
    says: async (text) => void (await person.says(text)),
    hears: async (words) => wordsOf(await heard(words)),
    async offered() {
      const form = cardOn(await heard('What happened?'));
      return {
        words: JSON.stringify(form),
        async readBack(answers = {}) {
          const read = await person.presses(form, submitOf(form), { ...inputsOf(form), ...answers });
          const summary = cardIn(read);
          const send = JSON.stringify(summary).includes('Send this report') ? 'Send this report' : 'Send it';
          const sent = async () => JSON.stringify((await person.presses(summary, send)).value);
          return { words: JSON.stringify(summary), send: sent };
        },
      };
    },
    pressesOn: async (words, label) => void (await person.presses(cardOn(await heard(words)), label)),
    async opensFrom(words) {
      const answer = await person.presses(cardOn(await heard(words)), 'Open');
      return answer.type.includes('card') ? JSON.stringify(answer.value) : wordsOf(await heard('What has happened'));
    },
    async fillsIn(reference, _, submit, answers) {
      const forms = cardIn(await person.presses(await opensListed(reference), wording['button.forms.people']));
      const { value } = await person.presses(forms, submit, { ...inputsOf(forms), ...answers });
      // Words that change nothing on the card are a message of their own.
      return value === '✓' ? wordsOf(await heard(reference)) : JSON.stringify(value);
    },
    async answersOn(words, label, text) {
      const answer = await person.presses(cardOn(await heard(words)), label);
      const form = answer.type.includes('card') ? cardIn(answer) : cardOn(await heard('Input.Text'));
      const [, input = ''] = /"id":"(\w+Text)"/.exec(JSON.stringify(form)) ?? [];
      const [, submit = ''] = /"title":"([^"]+)","verb"/.exec(JSON.stringify(form)) ?? [];
      return JSON.stringify((await person.presses(form, submit, { [input]: text })).value);
    },
    async asksWho(words, reason) {
      const opened = await person.presses(cardOn(await heard(words)), 'Open');
      const detail = opened.type.includes('card') ? cardIn(opened) : cardOn(await heard('What has happened'));
      const people = cardIn(await person.presses(detail, wording['button.forms.people']));
      const inputs = { revealReason: reason, revealBecause: 'talk' };
      return JSON.stringify((await person.presses(people, wording['talk.reveal-submit'], inputs)).value);
    },
    async forges(press) {
      const before = house.connector.done.length;
      const response = await person.post(execute(person.place, press as Record<string, unknown>));
      const own = house.connector.done.slice(before).filter(({ conversation }) => conversation === person.chat);
      return [await response.text(), ...own.map(wordsOf)].join('\n');
    },
    chat: () =>
      house.connector.done
        .filter((call) => call.conversation === person.chat)
        .map(wordsOf)
        .join('\n'),
  };
}

/** The button of a list that opens this case. */
function openOf(reference: string): unknown {
  return { type: 'Action.Execute', title: 'Open', data: { verb: 'case.open', case: reference } };
}

function submitOf(form: unknown): string {
  return JSON.stringify(form).includes('Read it back') ? 'Read it back' : 'Next';
}

async function teamsCard(house: WholeHouse, reference: string): Promise<Card> {
  const ofCase = (call: Call) => inRoom(call) && wordsOf(call).includes(reference);
  let latest = await house.connector.next((call) => call.how === 'create' && ofCase(call));
  const shown = () => house.connector.done.findLast(ofCase) ?? latest;
  const presses = async (who: string, label: string, inputs: Answers = {}) => {
    const answer = await house.person(who).presses(cardOn(shown()), label, inputs, channel);
    return typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value);
  };
  return {
    words: () => wordsOf(shown()),
    async says(words) {
      latest = wordsOf(shown()).includes(words)
        ? shown()
        : await house.connector.next((call) => ofCase(call) && wordsOf(call).includes(words));
    },
    async opens(who) {
      const said = await presses(who, 'Open');
      if (!said.includes('sent it to your own chat')) return said;
      return wordsOf(await house.person(who).hears((words) => words.includes('What has happened')));
    },
    acknowledges: (who) => presses(who, 'Acknowledge'),
    notes: (who, noteText) => presses(who, 'Save the note', { noteText }),
    replies: (who, replyText) => presses(who, wording['talk.reply-submit'], { replyText }),
    closes: (who, closeOutcome, closeLessons) => presses(who, 'Close the case', { closeOutcome, closeLessons }),
  };
}

function slackHouse(house: SlackHouse): ChannelHouse {
  const forAll = ({ channel: at, only }: SlackMessage) => at === dslRoom && only === undefined;
  const room = () => house.slack.messages.filter(forAll).map(wordsIn).join('\n');
  return {
    party: (id) => slackParty(house, house.person(id)),
    card: (id) => slackCard(house, id),
    room,
    logged: () => house.logged.join(''),
    close: house.close,
  };
}

function slackParty({ slack }: SlackHouse, person: SlackClient): Party {
  const heard = (words: string) => person.hears((text) => text.includes(words));
  const readBack = async (form: SlackView, answers: Answers = {}): Promise<ReadBack> => {
    const { next, text } = await person.submits(form, answers);
    if (!next) throw new Error(`not read back: ${text}`);
    return { words: wordsIn(next), send: async () => (await person.submits(next)).text };
  };
  const opened = async () => {
    const offer = await heard('What happened');
    const label = JSON.stringify(offer).includes('Fill in the form') ? 'Fill in the form' : 'Fill it in';
    await person.presses(offer, label);
    return person.sees((words) => words.includes('What happened?'));
  };
  const opensListed = async (reference: string) => {
    await person.says('cases');
    const list = await heard(reference);
    await person.presses({ ...list, blocks: blocksOf(list, reference) }, 'Open');
    return person.sees((words) => words.includes('What has happened'));
  };
  let carriedOn: SlackView | undefined;
  return {
    says: async (text) => void (await person.says(text)),
    hears: async (words) => wordsIn(await heard(words)),
    async offered() {
      const form = carriedOn ?? (await opened());
      carriedOn = undefined;
      return { words: wordsIn(form), readBack: (answers) => readBack(form, answers) };
    },
    async pressesOn(words, label) {
      await person.presses(await heard(words), label);
      // A press opens the form itself, where words are answered with the offer of it.
      if (label === wording['button.continue']) carriedOn = await person.sees();
    },
    async opensFrom(words) {
      await person.presses(await heard(words), 'Open');
      return wordsIn(await person.sees());
    },
    async fillsIn(reference, form, _, answers) {
      await person.pressesIn(await opensListed(reference), wording['button.forms.people']);
      await person.pressesIn(await person.sees((words) => words.includes(form)), form);
      const filled = await person.sees((words) => words.includes(form));
      const { next, text } = await person.submits(filled, answers);
      // What is not done is said below the field; what is done stands in the modal below.
      return next ? wordsIn(next) : text === '' || text === '{}' ? wordsIn(await person.sees()) : text;
    },
    async answersOn(words, label, text) {
      await person.presses(await heard(words), label);
      return (await person.submits(await person.sees(), { text })).text;
    },
    async asksWho(words, reason) {
      await person.presses(await heard(words), 'Open');
      await person.pressesIn(await person.sees(), wording['button.forms.people']);
      const people = await person.sees((shown) => shown.includes(wording['talk.reveal']));
      await person.pressesIn(people, wording['talk.reveal']);
      const form = await person.sees((shown) => shown.includes(wording['talk.reveal-reason']));
      return (await person.submits(form, { reason, because: 'talk' })).text;
    },
    async forges(press) {
      const before = [slack.messages.length, slack.views.length] as const;
      await person.forges(press);
      const mine = [
        ...slack.messages.slice(before[0]).filter((one) => one.channel === person.chat || one.only === person.user),
        ...slack.views.slice(before[1]).filter(({ user }) => user === person.user),
      ];
      return mine.map(wordsIn).join('\n');
    },
    chat: () => {
      const messages = slack.messages.filter((one) => one.channel === person.chat || one.only === person.user);
      return [...messages, ...slack.views.filter(({ user }) => user === person.user)].map(wordsIn).join('\n');
    },
  };
}

/** What stands in a list about this case. */
function blocksOf({ blocks }: SlackMessage, reference: string): SlackMessage['blocks'] {
  return blocks.filter((block) => JSON.stringify(block).includes(reference));
}

async function slackCard(house: SlackHouse, reference: string): Promise<Card> {
  const ofCase = (message: SlackMessage) =>
    message.channel === dslRoom && message.only === undefined && wordsIn(message).includes(reference);
  const first = await house.slack.message(ofCase);
  const shown = () => house.slack.messages.findLast(ofCase) ?? first;
  const changed = (words: string) =>
    house.slack.message((one) => ofCase(one) && wordsIn(one).includes(words)).then(wordsIn);
  const fills = async (who: string, label: string, answers: Answers): Promise<string> => {
    const person = house.person(who);
    await person.presses(shown(), label);
    const form = await person.finds();
    if ('only' in form) return wordsIn(form);
    const answer = await person.submits(form as SlackView, answers);
    if (answer.text !== '' && answer.text !== '{}') return answer.text;
    return wordsIn(await person.overhears());
  };
  return {
    words: () => wordsIn(shown()),
    async says(words) {
      if (!wordsIn(shown()).includes(words)) await changed(words);
    },
    async opens(who) {
      const person = house.person(who);
      await person.presses(shown(), 'Open');
      return wordsIn(await person.finds());
    },
    async acknowledges(who) {
      const person = house.person(who);
      await person.presses(shown(), 'Acknowledge');
      // Whoever was first reads it on the card itself; anybody else in a message that they alone see.
      const own = house.slack.messages.filter(({ only }) => only === person.user).map(wordsIn);
      return own.at(-1) ?? changed('Acknowledged');
    },
    notes: (who, text) => fills(who, 'Note', { text }),
    replies: (who, text) => fills(who, wording['talk.reply'], { text }),
    closes: (who, outcome, lessons) => fills(who, 'Close', { outcome, lessons }),
  };
}
