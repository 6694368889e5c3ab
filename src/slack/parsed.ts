import type { School } from '../app/school.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Memory, Origin } from './modal.ts';
import type { Local } from './values.ts';

/** Somebody as Slack names them. `team`: the workspace they belong to, where the payload says so. */
export type Seen = { readonly user: string; readonly team?: string | undefined };

/** A modal that is open. `inputs`: the ids of what it asks; `memory`, `submit`: to ask for the same once more. */
export type OpenView = {
  readonly id: string;
  readonly origin: Origin;
  readonly inputs: readonly string[];
  readonly memory?: Memory;
  readonly submit?: string | undefined;
};

/** Where something was done, and what Slack offers there to answer with. */
export type Place = {
  readonly seen: Seen;
  /** Opens a modal, within three seconds. */
  readonly trigger?: string | undefined;
  /** The message whose button was pressed, and that can be changed. */
  readonly pressed?: { readonly channel: string; readonly ts: string } | undefined;
  /** Answers where it was typed or pressed, to that person alone. */
  readonly responseUrl?: string | undefined;
  /** The modal in which it was done. */
  readonly view?: OpenView | undefined;
  readonly kind: 'said' | 'message' | 'ephemeral' | 'command' | 'modal' | 'submission' | 'home';
};

/** What a payload was read as. */
export type Parsed =
  /** All of a turn but the person. `author`: of the message that it is about, still to be named. */
  | {
      readonly kind: 'turn';
      readonly school: School;
      readonly turn: Omit<Turn, 'person'>;
      readonly place: Place;
      readonly author?: string | undefined;
      /** Whether Slack sends it again when it is not answered well. */
      readonly repeats: boolean;
    }
  /** A button that only shows something. */
  | {
      readonly kind: 'local';
      readonly school: School;
      readonly local: Local;
      readonly place: Place;
      readonly eventId: string;
      readonly where: Pick<Turn, 'address' | 'surface'>;
    }
  /** Somebody looks at the home tab. */
  | { readonly kind: 'home'; readonly school: School; readonly seen: Seen }
  /** Somebody looks at the chat, perhaps for the first time. */
  | {
      readonly kind: 'chat';
      readonly school: School;
      readonly seen: Seen;
      readonly channel: string;
      readonly eventId: string;
    }
  | { readonly kind: 'ignorable' }
  /** A workspace that is none of ours. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'malformed' };
