/** Who may know of a case. */
export const who = {
  'case.restrict': 'Restrict to two people',
  'case.restrict-first': 'Who may still know? The first',
  'case.restrict-second': 'The second',
  'case.restrict-reason': 'Why may nobody else know?',
  'case.restrict-submit': 'Restrict it',
  'case.done.restrict': '{reference} can now be opened by those two people alone.',
  'case.invalid.not-two': '{reference}: please choose two different people who may open it. Nothing was changed.',
  'event.restricted': 'restricted it to {names}: {text}',
  'news.restricted': 'Case {reference} is now open to you and one other person alone.',
} as const;
