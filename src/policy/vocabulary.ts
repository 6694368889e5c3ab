/** The words that packs, triage and answers share (requirements section 27). A school gives its own titles to them. */

/** Roles inside the school or its trust that can be put in front of an incident. */
export const insideRoles = [
  'dsl',
  'deputy-dsl',
  'headteacher',
  'esafety-lead',
  'chair-of-governors',
  'it-support',
  'data-protection',
  'trust',
  'school-administrator',
  'slt',
  'head-of-house',
  'head-of-faculty',
  'it-strategy-group',
  'web-manager',
  'class-teacher',
] as const;
/** One of {@link insideRoles}. */
export type InsideRole = (typeof insideRoles)[number];

/** Bodies outside the school that a route can name as the next step. */
export const outsideRoles = ['police', 'childrens-social-care', 'lado', 'safeguarding-adviser', 'iwf'] as const;
/** One of {@link outsideRoles}. */
export type OutsideRole = (typeof outsideRoles)[number];

/** Everybody a route can name. */
export const routeRoles = [...insideRoles, ...outsideRoles] as const;
/** One of {@link routeRoles}. */
export type RouteRole = (typeof routeRoles)[number];

/** Whom an incident can be kept from, beside single roles. */
export const crowds = ['reported-person', 'parents', 'all-staff'] as const;
/** Somebody an incident must not reach. */
export type KeptFrom = RouteRole | (typeof crowds)[number];
/** Every {@link KeptFrom}. */
export const keptFrom = [...crowds, ...routeRoles] as const;

/** Who asks or tells. */
export const audiences = ['staff', 'pupil', 'parent', 'governor', 'technician'] as const;
/** One of {@link audiences}. */
export type Audience = (typeof audiences)[number];

/** Audiences that advice is written for. */
export const adviceAudiences = ['staff', 'pupil', 'parent'] as const;
/** One of {@link adviceAudiences}. */
export type AdviceAudience = (typeof adviceAudiences)[number];

/** Governors and technicians read what is written for staff. */
export function readerOf(audience: Audience): AdviceAudience {
  return audience === 'pupil' || audience === 'parent' ? audience : 'staff';
}

/** Whom a report can be about. */
export const aboutKinds = ['pupil', 'staff', 'headteacher', 'dsl', 'governor', 'stranger-adult', 'unknown'] as const;
/** One of {@link aboutKinds}. */
export type AboutKind = (typeof aboutKinds)[number];

/** The four areas of online risk in Keeping Children Safe in Education. */
export const fourCs = ['content', 'contact', 'conduct', 'commerce'] as const;
/** One of {@link fourCs}. */
export type FourC = (typeof fourCs)[number];

/**
 * What may be done with evidence, least strict first. `keep`: save it and show it to whoever deals with it.
 * `leave`: touch nothing, somebody trained secures it. `never`: nobody looks, copies, keeps or sends it.
 */
export const evidenceRules = ['keep', 'leave', 'never'] as const;

/**
 * Turns of phrase that tell how a report reads. `question`: only asks. `harmless`: nobody came to harm or did wrong.
 * `explained`: an adult at school knows an innocent reason for what monitoring showed.
 */
const readCues = [
  'joke',
  'test',
  'question',
  'harmless',
  'retraction',
  'hearsay',
  'quotation',
  'secrecy',
  'urgent',
  'several',
  'explained',
] as const;

/** Turns of phrase that change how the rest is read; only the floor lists their words. */
export const cueKinds = [
  'negation',
  ...readCues,
  'firsthand',
  'own-fault',
  'worry',
  'unsaid',
  'nuisance',
  'somebody',
  'about-policy',
  'pretence',
  'planned',
  'monitored',
  'unexplained',
  'telling',
  'self',
  'everyday',
  'beside-everyday',
] as const;

/**
 * How a report reads, whatever it says; cases and alarms can depend on it. `foreign`: in an unknown language.
 * `everyday`: thanks, praise, a lesson that is planned, and not a word beside.
 */
export const readings = [...readCues, 'foreign', 'everyday'] as const;
/** One of {@link readings}. */
export type Reading = (typeof readings)[number];
