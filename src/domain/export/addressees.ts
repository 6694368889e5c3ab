/** Those for whom a case may be taken out of Lantern. */
export const addressees = ['police', 'childrens-social-care', 'lado', 'parent', 'school'] as const;
/** One of {@link addressees}. */
export type Addressee = (typeof addressees)[number];

/** In what form. */
export const exportFormats = ['pdf', 'json'] as const;
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];
