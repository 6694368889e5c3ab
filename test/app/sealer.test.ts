import { describe, expect, it } from 'vitest';
import { SealBroken } from '../../src/app/sealer.ts';
import { fixedSealer as sealer } from '../support/sealer.ts';

const name = 'Zebedee Quillfeather';
const context = 'reporter:K7QF-3MX9';

describe('a sealed text', () => {
  it.each(['', name, 'محمد', '小明 😀', 'x'.repeat(40_000)])('opens again: %.20s', (text) => {
    expect(sealer.unseal('harbour', sealer.seal('harbour', text, context), context)).toBe(text);
  });

  it('says nothing of the text, and never the same twice', () => {
    const [one, two] = [sealer.seal('harbour', name, context), sealer.seal('harbour', name, context)];
    expect(one.data).not.toBe(two.data);
    expect(Buffer.from(one.data, 'base64').includes('Zebedee')).toBe(false);
  });

  it('goes through JSON', () => {
    const kept = JSON.parse(JSON.stringify(sealer.seal('harbour', name, context)));
    expect(sealer.unseal('harbour', kept, context)).toBe(name);
  });

  const { key, data } = sealer.seal('harbour', name, context);
  const flipped = Buffer.from(data, 'base64');
  flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20);
  it.each([
    ['in another context', 'harbour', { key, data }, 'reporter:AAAA-AAAA'],
    ['at another school', 'oakfield', { key, data }, context],
    ['with one bit changed', 'harbour', { key, data: flipped.toString('base64') }, context],
    ['cut short', 'harbour', { key, data: data.slice(0, 20) }, context],
    ['under a key that is gone', 'harbour', { key: '00000009', data }, context],
  ])('does not open %s, and the fault holds no word', (_, school, sealed, where) => {
    const open = () => sealer.unseal(school, sealed, where);
    expect(open).toThrow(SealBroken);
    expect(open).not.toThrow(/Zebedee|K7QF|AAAA/);
  });
});

describe('a fingerprint', () => {
  const print = sealer.fingerprint('harbour', 'subject', name);

  it('is the same for the same text, and fit for a row key', () => {
    expect(sealer.fingerprint('harbour', 'subject', name)).toBe(print);
    expect(print).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it.each([
    ['text', 'harbour', 'subject', `${name} `],
    ['purpose', 'harbour', 'other', name],
    ['school', 'oakfield', 'subject', name],
  ])('differs by %s', (_, school, purpose, text) => {
    expect(sealer.fingerprint(school, purpose, text)).not.toBe(print);
  });
});
