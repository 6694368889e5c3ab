import { z } from 'zod';
import { stateSchema } from './report-modal.ts';

const id = z.string().regex(/^[A-Z0-9]{1,40}$/);
const words = z.string().max(200_000);
const odd = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

const userSchema = z.object({ id, team_id: odd(id) });
const teamSchema = z.object({ id, domain: odd(z.string().regex(/^[a-z0-9.-]{1,100}$/i)) });
const url = odd(z.url({ protocol: /^https?$/ }));
const trigger = odd(z.string().min(1).max(500));

const said = z.object({
  user: odd(id),
  bot_id: odd(z.string()),
  text: odd(words),
  files: odd(z.array(z.unknown())),
  ts: odd(z.string()),
});

/** Something happened in the workspace. */
const eventSchema = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: z.string().min(1).max(200),
  event_time: odd(z.number().int().min(0).max(100_000_000_000)),
  authorizations: odd(z.array(z.object({ user_id: odd(id) })).max(50)),
  event: said.extend({
    type: z.string().min(1).max(100),
    subtype: odd(z.string().max(100)),
    channel: odd(id),
    channel_type: odd(z.string()),
    team: odd(id),
    user_team: odd(id),
    tab: odd(z.string()),
    message: odd(said),
    previous_message: odd(said),
  }),
});

/** A slash command was typed. */
const commandSchema = z.object({
  command: z.string().regex(/^\/[a-z_-]{1,40}$/),
  team_id: id,
  user_id: id,
  channel_id: odd(id),
  text: odd(words),
  trigger_id: trigger,
  response_url: url,
});

/** A button was pressed. */
const pressSchema = z.object({
  type: z.literal('block_actions'),
  user: userSchema,
  team: teamSchema,
  trigger_id: trigger,
  response_url: url,
  container: z.object({
    type: z.string(),
    message_ts: odd(z.string()),
    channel_id: odd(id),
    is_ephemeral: odd(z.boolean()),
    view_id: odd(z.string().max(100)),
  }),
  view: odd(z.object({ id: z.string().max(100), type: z.string(), private_metadata: odd(z.string().max(3_000)) })),
  actions: z
    .array(z.object({ action_id: z.string().max(255), value: odd(words), action_ts: odd(z.string().max(100)) }))
    .min(1)
    .max(10),
});

/** A modal was submitted. */
const submissionSchema = z.object({
  type: z.literal('view_submission'),
  user: userSchema,
  team: teamSchema,
  trigger_id: trigger,
  view: z.object({
    id: z.string().min(1).max(100),
    hash: odd(z.string().max(200)),
    private_metadata: z.string().max(3_000),
    submit: odd(z.object({ text: z.string().max(24) })),
    state: z.object({ values: stateSchema }),
  }),
});

/** A shortcut on a message was used. */
const shortcutSchema = z.object({
  type: z.literal('message_action'),
  callback_id: z.string().max(255),
  user: userSchema,
  team: teamSchema,
  trigger_id: trigger,
  response_url: url,
  channel: z.object({ id }),
  message: z.object({ user: odd(id), ts: z.string().regex(/^\d{1,20}\.\d{1,20}$/) }),
});

/** A payload with only what Lantern reads of it; anything odd in what decides nothing counts as absent. */
export type Payload =
  | { readonly kind: 'event'; readonly data: EventPayload }
  | { readonly kind: 'command'; readonly data: CommandPayload }
  | { readonly kind: 'press'; readonly data: PressPayload }
  | { readonly kind: 'submission'; readonly data: SubmissionPayload }
  | { readonly kind: 'shortcut'; readonly data: ShortcutPayload };

const schemas = {
  event: eventSchema,
  command: commandSchema,
  press: pressSchema,
  submission: submissionSchema,
  shortcut: shortcutSchema,
};

/** Reads what Slack sent; undefined where it is nothing that Slack sends. */
export function readPayload(raw: unknown): Payload | undefined {
  for (const [kind, schema] of Object.entries(schemas)) {
    const { data } = schema.safeParse(raw);
    if (data) return { kind, data } as Payload;
  }
  return undefined;
}

export type EventPayload = z.infer<typeof eventSchema>;
export type CommandPayload = z.infer<typeof commandSchema>;
export type PressPayload = z.infer<typeof pressSchema>;
export type SubmissionPayload = z.infer<typeof submissionSchema>;
export type ShortcutPayload = z.infer<typeof shortcutSchema>;
