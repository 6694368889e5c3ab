import { closest, didYouMean } from '../packs/did-you-mean.ts';

/**
 * A setting of ours that is misspelt would silently do nothing. Other programs' settings are none of our business,
 * unless they look like one of ours.
 */
export function unknownSetting(name: string, names: readonly string[]): string[] {
  if (names.includes(name)) return [];
  const ours = /^(lantern_|azure_tables_|azure_key_vault|microsoftapp|slack_(?:sig|bot|app|api))/i.test(name);
  const meant = names.filter((one) => one.length >= longEnough && closest(plainly(name), [plainly(one)]));
  if (meant[0] && !ours) return [`${name}: is not a setting of Lantern; did you mean ${meant[0]}?`];
  return ours ? [`${name}: is not a setting of Lantern${didYouMean(name, names)}`] : [];
}

/** A name of so many letters is not like another by chance. */
const longEnough = 8;

function plainly(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
