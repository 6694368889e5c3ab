import type { KnownPerson } from '../../src/domain/school.ts';
import { execute, type Place, personalMessage, type RawActivity } from './activities.ts';
import { type Call, cardOf, type LocalConnector } from './connector.ts';

type Json = { readonly [key: string]: unknown };

/** What the platform would show after a press: the invoke's answer. */
export type InvokeAnswer = { readonly statusCode: number; readonly type: string; readonly value: Json | string };

/** Teams as one person has it: sends what they do to Lantern and reads what Lantern says to them. */
export class TeamsClient {
  readonly place: Place;
  readonly #endpoint: string;
  readonly #connector: LocalConnector;

  constructor(endpoint: string, connector: LocalConnector, tenant: string, person: KnownPerson) {
    const from = {
      id: `29:${person.id}`,
      name: person.name,
      ...(person.objectId ? { aadObjectId: person.objectId } : {}),
    };
    this.place = { serviceUrl: connector.url, tenant, from };
    this.#endpoint = endpoint;
    this.#connector = connector;
  }

  /** Their chat with Lantern. */
  get chat(): string {
    return `a:1-29:${this.place.from.id.slice(3)}`;
  }

  /** Writes in the person's own chat; the HTTP status. */
  async says(text: string): Promise<number> {
    return (await this.post(personalMessage(this.place, text))).status;
  }

  /** Presses the button with this title on a card, with these inputs filled in; what the platform is answered. */
  async presses(card: unknown, title: string, inputs: Json = {}, channel?: string): Promise<InvokeAnswer> {
    const response = await this.post(this.press(card, title, inputs, channel));
    return (await response.json()) as InvokeAnswer;
  }

  /** The activity of such a press, to be posted as often as wanted. */
  press(card: unknown, title: string, inputs: Json = {}, channel?: string): RawActivity {
    return execute(this.place, { ...buttonData(card, title), ...inputs }, channel);
  }

  async post(activity: RawActivity): Promise<Response> {
    return fetch(this.#endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  }

  /** The next message in the person's chat that fits. */
  hears(fits: (words: string) => boolean): Promise<Call> {
    return this.#connector.next(
      ({ conversation, ...call }) => conversation === this.chat && fits(wordsOf({ conversation, ...call })),
    );
  }
}

/** Everything that stands in a message, card and text. */
export function wordsOf({ activity }: Call): string {
  return JSON.stringify(activity ?? {});
}

/** The card that an invoke was answered with; fails the test where it was words. */
export function cardIn(answer: InvokeAnswer): unknown {
  if (answer.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`no card: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The card of a message; fails the test where there is none. */
export function cardOn(call: Call): unknown {
  return cardOf(call) ?? fail(`no card in ${wordsOf(call)}`);
}

/** The data that the first button with this title carries. */
export function buttonData(card: unknown, title: string): Json {
  const button = everything(card).find((node) => node['title'] === title && String(node['type']).startsWith('Action.'));
  return (button?.['data'] as Json | undefined) ?? fail(`no button "${title}" in ${JSON.stringify(card)}`);
}

/** The ids of a card's inputs, with what stands in them. */
export function inputsOf(card: unknown): Record<string, unknown> {
  const inputs = everything(card).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(inputs.flatMap(({ id, value }) => (value === undefined ? [] : [[String(id), value]])));
}

function everything(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(everything);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Json, ...Object.values(node).flatMap(everything)];
}

function fail(message: string): never {
  throw new Error(message);
}
