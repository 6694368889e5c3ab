/** The twenty kinds of incident (issue vocabulary, requirements section 27). */
export const categories = [
  'cyberbullying',
  'nudes-semi-nudes',
  'grooming-contact',
  'child-abuse-imagery',
  'self-harm',
  'extremism',
  'hate-content',
  'inappropriate-content',
  'staff-conduct',
  'account-misuse',
  'hacking-malware',
  'data-breach',
  'device-loss',
  'phishing-scam',
  'gambling-commerce',
  'social-media-misuse',
  'image-consent',
  'filtering-issue',
  'copyright',
  'other',
] as const;
/** One of {@link categories}. */
export type Category = (typeof categories)[number];

/** Gravest first, so that an index in this list sorts by urgency. */
export const severities = ['immediate', 'high', 'medium', 'low'] as const;
/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** The more urgent of two. */
export function graver(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) < severities.indexOf(other) ? one : other;
}

/** What kind of case it is, and how urgent. */
export type Filing = { readonly category: Category; readonly severity: Severity };
