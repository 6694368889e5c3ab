/** Slack's documented limits of Block Kit and its surfaces, in characters or pieces. */
export const most = {
  /** Blocks of one message. */
  message: 50,
  /** Blocks of a modal or a home tab. */
  view: 100,
  section: 3_000,
  header: 150,
  field: 2_000,
  fields: 10,
  button: 75,
  value: 2_000,
  actionId: 255,
  actions: 25,
  title: 24,
  option: 75,
  options: 100,
  input: 3_000,
  label: 2_000,
  metadata: 3_000,
} as const;

/** Bytes of one request: a press in a modal comes with the modal, 250 KB, and as a form is up to three times that. */
export const mostSlackBytes = 2 * 1024 * 1024;

/** Bytes of blocks in one message or view, well below Slack's 250 KB for a view. */
export const mostBytes = 100_000;
/** Characters of one message's blocks: beyond some 13,000 Slack refuses a message, though no page says so. */
export const mostMessageText = 9_000;
