import { packJsonSchema } from '../policy/json-schema.ts';

let known: readonly string[] | undefined;

/** Every key that a pack's files can have, wherever; for guessing what was meant by another. */
export function knownKeys(): readonly string[] {
  known ??= [...new Set(keysOf(packJsonSchema()))];
  return known;
}

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  return Object.entries(schema).flatMap(([key, inner]) => {
    if (key === 'enum' && Array.isArray(inner)) return inner.map(String);
    if (key === 'properties' && typeof inner === 'object') return [...Object.keys(inner ?? {}), ...keysOf(inner)];
    return keysOf(inner);
  });
}
