import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
});

const words = z.string().optional().catch(undefined);

/**
 * What Lantern reads of a Bot Framework activity, in the shape Teams and the Agents Playground send. Strict where it
 * decides who speaks and where the answer goes; anything odd elsewhere reads as absent, so that whoever said something
 * is answered all the same. Other fields are let through unread.
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).optional(),
  timestamp: words,
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  name: words,
  text: words,
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().catch(''), content: z.unknown().optional() }))
    .nullish()
    .catch([]),
  entities: z.array(z.unknown()).nullish().catch([]),
  membersAdded: z.array(account).nullish().catch([]),
});

/** See {@link activitySchema}. */
export type Activity = z.infer<typeof activitySchema>;
