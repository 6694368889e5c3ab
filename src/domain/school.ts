import type { Calendar } from './calendar.ts';
import type { OwnLimits } from './deadlines.ts';
import type { Person, PersonId, Role } from './people.ts';

/** A number to ring, with who answers there. */
export type Phone = { readonly label: string; readonly number: string };

/** Somebody the school file names, and how the channels know them. */
export type KnownPerson = Person & {
  /** Address in the directory, lower case. */
  readonly address?: string;
  /** Directory object id (Teams), lower case. */
  readonly objectId?: string;
  /** Slack user id. */
  readonly slackId?: string;
};

/** A school as its file describes it. */
export type School = {
  readonly id: string;
  readonly name: string;
  /** Folder of its policy pack. */
  readonly policy: string;
  /** IANA name, for example `Europe/London`. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Times of its own, shorter than those of `floorLimits`. */
  readonly limits: OwnLimits;
  /** Roles that are called at once to an immediate case. */
  readonly onCall: readonly Role[];
  readonly people: readonly KnownPerson[];
  /** Roles of everybody whose address ends in `@` and this domain; lower case. */
  readonly domains: Readonly<Record<string, readonly Role[]>>;
  readonly phones: {
    /** The designated safeguarding lead, or whoever answers for them. */
    readonly dsl: Phone;
    readonly headteacher: Phone;
    readonly chairOfGovernors: Phone;
    /** The local authority's designated officer. */
    readonly lado: Phone;
    /** Who answers while the school is closed, if anybody does. */
    readonly outOfHours?: Phone;
  };
  /** Minutes after which a message nobody could be given is said to the reporter. */
  readonly undeliveredAfterMinutes: number;
  readonly teams?: {
    /** Directory tenant; a caller of another tenant is refused. */
    readonly tenant: string;
    /** The DSL channel. */
    readonly channel: string;
    /** The connector for messages that answer nobody; learnt from nothing else. */
    readonly serviceUrl: string;
    /** Whether *Open* may use a dialog. False only where the client has none (the Agents Playground). */
    readonly dialogs: boolean;
  };
  readonly slack?: {
    /** The workspace; a caller of another one is refused. */
    readonly team: string;
    /** The DSL channel, which must be private. Absent where the safeguarding team works in Teams alone. */
    readonly channel?: string;
    /** Roles of everybody in a user group, by its id. Those that work cases count only for people of the file. */
    readonly groups: Readonly<Record<string, readonly Role[]>>;
  };
};

/** The schools this Lantern serves, by id. */
export type Schools = ReadonlyMap<string, School>;

/** Somebody as a channel knows them, before the school file is asked. */
export type Sighting = {
  readonly name: string;
  readonly objectId?: string;
  readonly slackId?: string;
  readonly address?: string;
  /** What to call them where the school file does not know them, for example `aad:…`. */
  readonly fallbackId: PersonId;
};
