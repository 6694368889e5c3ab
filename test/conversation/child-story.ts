/** What a child tells, as some write it. */
export const story = 'sumone keeps bein mean 2 me';

/** Tells a story to the summary, with the name shown. */
export const told = [story, '[Show my name]', '[No]', '[Skip this]', '[Skip this]'] as const;
