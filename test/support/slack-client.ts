import { createHmac } from 'node:crypto';
import type { RawBlock, SlackMessage, SlackServer, SlackView } from './slack-server.ts';

type Json = { readonly [key: string]: unknown };

export const signingSecret = '0123456789abcdef0123456789abcdef';
export const team = 'T0HARBOUR';
const bot = 'UBOT00000';

/** What Lantern answered over HTTP. */
export type HttpAnswer = { readonly status: number; readonly text: string; readonly body: Json };

/** The headers of a request that Slack signed. */
export function signed(body: string, at = Math.floor(Date.now() / 1_000), secret = signingSecret) {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}

/** What somebody types as Slack sends it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

let count = 0;
const fresh = (prefix: string) => `${prefix}${String(++count).padStart(8, '0')}`;

/** Slack as one person has it: sends what they do to Lantern and reads what Lantern shows them. */
export class SlackClient {
  readonly user: string;
  readonly #endpoint: string;
  readonly #slack: SlackServer;

  constructor(endpoint: string, slack: SlackServer, user: string) {
    this.#endpoint = endpoint;
    this.#slack = slack;
    this.user = user;
  }

  /** Their chat with Lantern. */
  get chat(): string {
    return `D${this.user.slice(1)}`;
  }

  /** Writes in their own chat. */
  says(text: string, more: Json = {}): Promise<HttpAnswer> {
    return this.json(this.message(text, more));
  }

  /** The payload of such a message, to be sent as often as wanted. */
  message(text: string, more: Json = {}): Json {
    const ts = fresh('1763700001.');
    return this.event({ type: 'message', channel: this.chat, channel_type: 'im', text: escaped(text), ts, ...more });
  }

  event(event: Json): Json {
    return {
      type: 'event_callback',
      team_id: team,
      api_app_id: 'A0LANTERN',
      event_id: fresh('Ev'),
      event_time: Math.floor(Date.now() / 1_000),
      authorizations: [{ enterprise_id: null, team_id: team, user_id: bot, is_bot: true }],
      event: { user: this.user, team, ...event },
    };
  }

  /** Presses the button with this label on a message. */
  presses(on: SlackMessage, label: string): Promise<HttpAnswer> {
    return this.payload(this.press(on, label));
  }

  press(on: SlackMessage, label: string): Json {
    const ephemeral = on.only !== undefined;
    return this.#action(buttonOn(on.blocks, label), {
      channel: { id: on.channel },
      response_url: on.responseUrl ?? this.#slack.responseUrl(on.channel, this.user),
      container: { type: 'message', message_ts: on.ts, channel_id: on.channel, is_ephemeral: ephemeral },
    });
  }

  /** Presses the button with this label in a modal or the home tab. */
  pressesIn(view: SlackView, label: string): Promise<HttpAnswer> {
    const { id, type, private_metadata } = view;
    const container = { type: 'view', view_id: id };
    const shown = { id, type, private_metadata: private_metadata ?? '', blocks: view.blocks };
    return this.payload(this.#action(buttonOn(view.blocks, label), { container, view: shown }));
  }

  /** Sends a press that no button of theirs has, from their own chat. */
  forges(press: object): Promise<HttpAnswer> {
    const where = {
      channel: { id: this.chat },
      response_url: this.#slack.responseUrl(this.chat, this.user),
      container: { type: 'message', message_ts: fresh('1763700003.'), channel_id: this.chat, is_ephemeral: false },
    };
    return this.payload(this.#action({ action_id: 'forged', value: JSON.stringify(press) }, where));
  }

  #action(button: Json, where: Json): Json {
    const { action_id, value } = button;
    return {
      type: 'block_actions',
      user: { id: this.user, team_id: team },
      team: { id: team, domain: 'harbour' },
      trigger_id: this.#slack.trigger(this.user),
      actions: [{ type: 'button', action_id, value, action_ts: fresh('1763700002.') }],
      ...where,
    };
  }

  /** Submits a modal with these answers, and with what stood in it; the modal that follows, where one does. */
  async submits(view: SlackView, answers: Json = {}): Promise<HttpAnswer & { readonly next?: SlackView }> {
    const answer = await this.payload(this.submission(view, answers));
    if (answer.body['response_action'] !== 'update') return answer;
    const next = this.#slack.place(answer.body['view'], { how: 'update', user: this.user, id: view.id });
    return next ? { ...answer, next } : answer;
  }

  submission(view: SlackView, answers: Json = {}): Json {
    return {
      type: 'view_submission',
      user: { id: this.user, team_id: team },
      team: { id: team, domain: 'harbour' },
      trigger_id: this.#slack.trigger(this.user),
      view: {
        id: view.id,
        hash: view.hash,
        type: 'modal',
        callback_id: 'lantern',
        private_metadata: view.private_metadata ?? '',
        ...(view.submit && { submit: view.submit }),
        state: { values: stateOf(view, answers) },
      },
      response_urls: [],
    };
  }

  /** Types a slash command, in a channel that Lantern need not be in. */
  types(command: string, text = '', channel = 'C0ELSEWHERE'): Promise<HttpAnswer> {
    return this.form({
      command,
      text: escaped(text),
      team_id: team,
      user_id: this.user,
      channel_id: channel,
      trigger_id: this.#slack.trigger(this.user),
      response_url: this.#slack.responseUrl(channel, this.user),
    });
  }

  /** Uses *Report this message* on somebody's message. */
  pointsAt(author: string): Promise<HttpAnswer> {
    return this.payload({
      type: 'message_action',
      callback_id: 'report_message',
      user: { id: this.user, team_id: team },
      team: { id: team, domain: 'harbour' },
      trigger_id: this.#slack.trigger(this.user),
      response_url: this.#slack.responseUrl('C0ELSEWHERE', this.user),
      channel: { id: 'C0ELSEWHERE' },
      message: { user: author, ts: '1763700009.000100', text: 'the message itself', files: [{ id: 'F1' }] },
    });
  }

  json(payload: unknown): Promise<HttpAnswer> {
    return this.send(JSON.stringify(payload), 'application/json');
  }

  payload(payload: unknown): Promise<HttpAnswer> {
    return this.form({ payload: JSON.stringify(payload) });
  }

  form(fields: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    return this.send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  }

  async send(
    body: string,
    type: string,
    headers: Readonly<Record<string, string>> = signed(body),
  ): Promise<HttpAnswer> {
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, body: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
  }

  /** The next message that this person sees in their chat and that fits. */
  hears(fits: (words: string) => boolean = () => true): Promise<SlackMessage> {
    return this.#slack.message((one) => one.channel === this.chat && fits(wordsIn(one)));
  }

  /** The next message in a channel that only this person sees. */
  overhears(fits: (words: string) => boolean = () => true): Promise<SlackMessage> {
    return this.#slack.message((one) => one.only === this.user && fits(wordsIn(one)));
  }

  /** The next thing that this person alone sees: a modal, or a message. */
  finds(): Promise<SlackMessage | SlackView> {
    return this.#slack.private(this.user);
  }

  /** The next modal or home tab that this person sees. */
  sees(fits: (words: string) => boolean = () => true): Promise<SlackView> {
    return this.#slack.view((view) => view.user === this.user && fits(wordsIn(view)));
  }
}

/** Everything that can be read in a message or a view. */
export function wordsIn({
  blocks,
  ...rest
}: Pick<SlackMessage | SlackView, 'blocks'> & { title?: { text: string } }): string {
  return [rest.title?.text ?? '', ...texts(blocks)].join('\n');
}

function texts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    (name === 'text' || name === 'initial_value') && typeof value === 'string' ? [value] : texts(value),
  );
}

/** The labels of every button. */
export function labelsOn(blocks: readonly RawBlock[]): readonly string[] {
  return buttons(blocks).map(labelOf);
}

function buttonOn(blocks: readonly RawBlock[], label: string): Json {
  const found = buttons(blocks).find((button) => labelOf(button) === label);
  if (!found) throw new Error(`no button "${label}" among ${labelsOn(blocks).join(', ')}`);
  return found;
}

function buttons(blocks: readonly RawBlock[]): Json[] {
  return blocks.flatMap((block) => {
    const elements = [
      ...((block['elements'] ?? []) as Json[]),
      ...(block['accessory'] ? [block['accessory'] as Json] : []),
    ];
    return elements.filter((element) => element['type'] === 'button');
  });
}

function labelOf(button: Json): string {
  return (button['text'] as { text: string }).text;
}

/** What Slack sends of a modal's inputs: what was filled in, else what stood there, else nothing. */
function stateOf({ blocks }: SlackView, answers: Json): Json {
  const inputs = blocks.filter(({ type }) => type === 'input');
  const known = new Set(inputs.map((block) => block['block_id']));
  for (const id of Object.keys(answers)) if (!known.has(id)) throw new Error(`no input ${id}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block['element'] as Json;
      const id = String(block['block_id']);
      return [id, { [String(element['action_id'])]: valueIn(element, answers[id]) }];
    }),
  );
}

function valueIn(element: Json, answer: unknown): Json {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: answer ?? element['initial_value'] ?? null };
    case 'datepicker':
      return { type, selected_date: answer ?? element['initial_date'] ?? null };
    case 'timepicker':
      return { type, selected_time: answer ?? element['initial_time'] ?? null };
    case 'checkboxes':
      return { type, selected_options: answer === true ? element['options'] : (element['initial_options'] ?? []) };
    default:
      return { type, selected_option: answer === undefined ? (element['initial_option'] ?? null) : { value: answer } };
  }
}
