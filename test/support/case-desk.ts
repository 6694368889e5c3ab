import type { FormGroup } from '../../src/conversation/press/parts.ts';
import { wording } from '../../src/conversation/wording.ts';
import { inputId } from '../../src/teams/input-ids.ts';
import type { Answers } from './channel-drivers.ts';
import { type SlackClient, wordsIn } from './slack-client.ts';
import type { SlackMessage, SlackView } from './slack-server.ts';
import { cardIn, inputsOf, type TeamsClient, wordsOf } from './teams-client.ts';

/** Somebody with a case open before them, on either platform. */
export type CaseDesk = {
  /** Fills in a little form, with answers by the press's own names; what they are shown then. */
  fills(group: FormGroup, title: string, answers?: Answers): Promise<string>;
  /** Everything that a form says before it is filled in. */
  reads(group: FormGroup, title: string): Promise<string>;
};

type Node = { readonly [key: string]: unknown };

/** In Teams: in their own chat, by the menu's card. */
export function teamsDesk(person: TeamsClient, reference: string): CaseDesk {
  const reason = `${reference}: `;
  const form = async (group: FormGroup, title: string): Promise<Node> => {
    const data = { verb: 'forms.open', case: reference, group };
    const menu = cardIn(await person.presses({ type: 'Action.Execute', title: 'Menu', data }, 'Menu'));
    const found = nodes(menu).find((node) => node['type'] === 'Action.ShowCard' && node['title'] === title);
    if (!found) throw new Error(`no form "${title}" in ${JSON.stringify(menu)}`);
    return found['card'] as Node;
  };
  return {
    reads: async (group, title) => JSON.stringify(await form(group, title)),
    async fills(group, title, answers = {}) {
      const card = await form(group, title);
      const [submit = {}] = card['actions'] as readonly Node[];
      const { verb } = submit['data'] as { readonly verb: Parameters<typeof inputId>[0] };
      const inputs = Object.entries(answers).map(([field, answer]) => [inputId(verb, field), answer]);
      const filled = { ...inputsOf(card), ...Object.fromEntries(inputs) };
      const { value } = await person.presses(card, String(submit['title']), filled);
      const shown = JSON.stringify(value);
      // What is not done is said in a message, and the menu stays.
      return shown.includes('"AdaptiveCard"') ? shown : wordsOf(await person.hears((said) => said.includes(reason)));
    },
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
  return {
    reads: async (group, title) => wordsIn(await form(group, title)),
    async fills(group, title, answers = {}) {
      const answer = await person.submits(await form(group, title), answers);
      if (answer.text !== '{}') return answer.text;
      open = await person.sees();
      return wordsIn(open);
    },
  };
}
