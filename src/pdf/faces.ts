import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './woff.ts';

/** How heavy letters are drawn. */
export type Weight = 'regular' | 'bold';

/** A font, by the name under which a document knows it; its file is read when it is first asked for. */
export type Face = {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly has: (codePoint: number) => boolean;
};

/** The faces of each weight, the best first. */
export type Faces = Readonly<Record<Weight, readonly Face[]>> & { readonly emoji: Face };

const require = createRequire(import.meta.url);
/**
 * Opens the fonts that a copy may need. Noto Sans draws Latin, Greek, Cyrillic and Devanagari, and Noto Sans Arabic the
 * Arabic script with Urdu, Persian and Pashto letters; Noto Emoji what people send. UnifontEX has a sign for every other
 * character of the basic plane: plain to look at, and scripts that join their letters stand letter by letter in it.
 */
export function openFaces(): Faces {
  const emoji = face('emoji', require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'));
  const everything = face('everything', require.resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'));
  const others = [emoji, everything];
  return { regular: [...regular(), ...others], bold: [...bold(), ...others], emoji };
}

function regular(): readonly Face[] {
  const [sans, arabic] = [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  ];
  return [face('sans-regular', sans), face('arabic-regular', arabic)];
}

function bold(): readonly Face[] {
  const [sans, arabic] = [
    require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'),
  ];
  return [face('sans-bold', sans), face('arabic-bold', arabic)];
}

function face(name: string, file: string): Face {
  const bytes = once(() => {
    const held = readFileSync(file);
    return file.endsWith('.woff') ? unpackWoff(held) : held;
  });
  const font = once(() => create(bytes()) as Font); // a single font, not a collection
  return { name, bytes, has: (codePoint) => font().hasGlyphForCodePoint(codePoint) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A sign as it is read, with the face that has it. */
export type Sign = { readonly text: string; readonly face: Face };

const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const pictured = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
/** They choose how the sign before them looks; no face draws them. */
const selectors = /[\ufe00-\ufe0f]/g;
const joiners: ReadonlySet<number> = new Set([0x200c, 0x200d]);

/** The signs of a text in the order in which they are read. What no face has stands as its number. */
export function signsOf(faces: Faces, weight: Weight, text: string): readonly Sign[] {
  return [...signs.segment(text)].flatMap(({ segment }) => signFor(faces, weight, segment));
}

function signFor(faces: Faces, weight: Weight, sign: string): readonly Sign[] {
  const text = sign.replace(selectors, '');
  const [plain] = faces[weight];
  if (!plain || text === '') return [];
  const order = pictured.test(sign) && !/^[\d©®™]$/u.test(text) ? [faces.emoji, ...faces[weight]] : faces[weight];
  const found = order.find(({ has }) => codePoints(text).every((one) => joiners.has(one) || has(one)));
  if (!found) return [...`[${codePoints(text).map(number).join(' ')}]`].map((one) => ({ text: one, face: plain }));
  const kept = [...text].filter((one) => !joiners.has(one.codePointAt(0) ?? 0) || found.has(one.codePointAt(0) ?? 0));
  return [{ text: kept.join(''), face: found }];
}

function codePoints(text: string): readonly number[] {
  return [...text].map((one) => one.codePointAt(0) ?? 0);
}

function number(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
