import type { FormGroup } from '../../src/conversation/press/parts.ts';
import { wording } from '../../src/conversation/wording.ts';
import { inputId } from '../../src/teams/input-ids.ts';
import type { Answers } from './channel-drivers.ts';
import { cardOf } from './connector.ts';
import { type SlackClient, wordsIn } from './slack-client.ts';
import type { SlackMessage, SlackView } from './slack-server.ts';
import { cardIn, inputsOf, type TeamsClient, wordsOf } from './teams-client.ts';

/** Somebody with a case open before them, on either platform. */
export type CaseDesk = {
  /** Fills in a little form, with answers by the press's own names; what they are shown then. */
  fills(group: FormGroup, title: string, answers?: Answers): Promise<string>;
  /** Sends the form that was refused once more, as it now stands but for these answers; what they are shown then. */
  again(answers: Answers): Promise<string>;
  /** Everything that a form says before it is filled in. */
  reads(group: FormGroup, title: string): Promise<string>;
};

type Node = { readonly [key: string]: unknown };

/** In Teams: in their own chat, by the menu's card. */
export function teamsDesk(person: TeamsClient, reference: string): CaseDesk {
  const reason = `${reference}: `;
  let refused: unknown;
  const form = async (group: FormGroup, title: string): Promise<Node> => {
    const data = { verb: 'forms.open', case: reference, group };
    const menu = cardIn(await person.presses({ type: 'Action.Execute', title: 'Menu', data }, 'Menu'));
    const found = nodes(menu).find((node) => node['type'] === 'Action.ShowCard' && node['title'] === title);
    if (!found) throw new Error(`no form "${title}" in ${JSON.stringify(menu)}`);
    return found['card'] as Node;
  };
  const sends = async (card: Node, answers: Answers): Promise<string> => {
    const submit = nodes(card).find((node) => node['type'] === 'Action.Execute') ?? {};
    const { verb } = submit['data'] as { readonly verb: Parameters<typeof inputId>[0] };
    const inputs = Object.entries(answers).map(([field, answer]) => [inputId(verb, field), answer]);
    const filled = { ...inputsOf(card), ...Object.fromEntries(inputs) };
    const { value } = await person.presses(card, String(submit['title']), filled);
    const shown = JSON.stringify(value);
    if (shown.includes('"AdaptiveCard"')) return shown;
    // What is not done is said in a message, and the menu stays.
    const heard = await person.hears((said) => said.includes(reason));
    refused = cardOf(heard);
    return wordsOf(heard);
  };
  return {
    reads: async (group, title) => JSON.stringify(await form(group, title)),
    fills: async (group, title, answers = {}) => sends(await form(group, title), answers),
    again: (answers) => sends(refused as Node, answers),
  };
}

function nodes(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodes)];
}

/** In Slack: in the case's modal, which each form stands above. */
export async function slackDesk(person: SlackClient, card: SlackMessage): Promise<CaseDesk> {
  await person.presses(card, wording['button.open']);
  let open = await person.sees();
  const form = async (group: FormGroup, title: string): Promise<SlackView> => {
    if (group === 'record' && !wordsIn(open).includes(title)) {
      await person.pressesIn(open, wording['button.forms.record']);
      open = await person.sees();
    }
    await person.pressesIn(open, title);
    return person.sees();
  };
  let refused: { readonly view: SlackView; readonly answers: Answers } | undefined;
  const sends = async (view: SlackView, answers: Answers): Promise<string> => {
    const answer = await person.submits(view, answers);
    // Slack leaves a modal as it was filled in where it is answered with errors, and with nothing else.
    refused = answer.body['response_action'] === 'errors' ? { view, answers } : undefined;
    if (answer.text !== '{}') return answer.text;
    open = await person.sees();
    return wordsIn(open);
  };
  return {
    reads: async (group, title) => wordsIn(await form(group, title)),
    fills: async (group, title, answers = {}) => sends(await form(group, title), answers),
    again: (answers) => {
      if (!refused) throw new Error('no form was refused');
      return sends(refused.view, { ...refused.answers, ...answers });
    },
  };
}
