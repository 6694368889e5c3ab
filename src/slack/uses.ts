/**
 * What Lantern uses of Slack. `manifest/slack/manifest.yaml` asks for exactly this, and a test holds the two together
 * and against the code.
 */
export const uses = {
  /** Events that Slack is asked to send. */
  events: ['message.im', 'app_home_opened', 'app_mention', 'member_joined_channel'],
  /** Slash commands. */
  commands: ['/report', '/ask', '/cases'],
  /** Message shortcuts, by callback id. */
  shortcuts: ['report_message'],
  /** Methods of the Web API, each with the scope that it needs; none where it needs none. */
  methods: {
    'chat.postMessage': 'chat:write',
    'chat.update': 'chat:write',
    'chat.postEphemeral': 'chat:write',
    'conversations.history': 'im:history',
    'conversations.info': 'groups:read',
    'usergroups.users.list': 'usergroups:read',
    'users.info': 'users:read',
    'users.lookupByEmail': 'users:read.email',
    'views.open': undefined,
    'views.publish': undefined,
    'views.push': undefined,
    'views.update': undefined,
  },
  /** The scope that each event, and each way in, needs. */
  needs: {
    'message.im': 'im:history',
    app_home_opened: undefined,
    app_mention: 'app_mentions:read',
    member_joined_channel: 'groups:read',
    commands: 'commands',
  },
} as const;
