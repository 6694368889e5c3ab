import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packLoader } from '../../src/packs/load-pack.ts';
import { readPack } from '../../src/packs/read-pack.ts';
import { packJsonSchema } from '../../src/policy/json-schema.ts';
import { audiences, insideRoles, outsideRoles } from '../../src/policy/vocabulary.ts';
import { folderOf, goodFiles, loadFiles, today } from '../support/packs.ts';

const readme = readFileSync('policies/README.md', 'utf8');

describe('The template', () => {
  const result = packLoader(today)('policies/template');

  it('is a pack, and only its telephone numbers are missing', () => {
    expect(result.kind).toBe('pack');
    const warnings = result.kind === 'pack' ? result.warnings().map(({ message }) => message) : [];
    expect(warnings.every((message) => message.includes('telephone number'))).toBe(true);
  });

  it('stands on the floor with all that the floor says', () => {
    const pack = result.kind === 'pack' ? result.pack : undefined;
    expect(pack?.incidents.cyberbullying.tell).toEqual(['dsl', 'esafety-lead']);
    expect(pack?.rules.map(({ id }) => id)).toContain('floor.nudes');
  });
});

describe('The guide', () => {
  it.each([...insideRoles, ...outsideRoles, ...audiences])('names %s', (word) => {
    expect(readme).toMatch(new RegExp(`\\b${word}\\b`));
  });

  it.each([...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => [yaml?.split('\n')[0], yaml ?? '']))(
    'has an example that may be pasted: %s',
    (_, yaml) => {
      const section = { ...goodFiles, 'z.yaml': inPlace(yaml) };
      const result = readPack(folderOf(section));
      expect(result.kind === 'broken' ? result.complaints : []).toEqual([]);
    },
  );
});

/** An example of the guide where it belongs in a pack. */
function inPlace(yaml: string): string {
  if (/^\w/.test(yaml)) return yaml;
  if (yaml.includes('asks:')) return `rules:\n${yaml.replace('pupil-phones', 'pupil-phones-again')}`;
  if (yaml.includes('cases:')) return `incidents:\n  cyberbullying:\n${yaml}`;
  return `sections:\n  other:\n${yaml}`;
}

describe('The JSON Schema for editors', () => {
  it('is the one that `lantern policy schema` prints today', () => {
    expect(JSON.parse(readFileSync('policies/pack.schema.json', 'utf8'))).toEqual(packJsonSchema());
  });

  const files = readdirSync('policies', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

  it.each(files)('is named in the first line of %s', (name) => {
    const [, path = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join('policies', name), 'utf8')) ?? [];
    expect(join('policies', dirname(name), path)).toBe('policies/pack.schema.json');
  });

  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(packJsonSchema());

  it.each(files)('finds nothing wrong in %s', (name) => {
    validate(parse(readFileSync(join('policies', name), 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('finds a misspelt word', () => {
    expect(validate({ rules: { phones: { aks: ['phones'] } } })).toBe(false);
  });
});

describe('A pack may be spread over files as its owner likes', () => {
  it('in one file or in many, with defaults for one file only', () => {
    const files = {
      ...goodFiles,
      'rules.yaml':
        'defaults: {topic: devices, clause: Phones}\nrules:\n  a: {asks: [one, two, three], answer: A., induction: true}\n',
      'more.yaml': 'rules:\n  b: {topic: reporting, clause: Reporting, asks: [four, five, six], answer: B.}\n',
      'empty.yaml': '# nothing yet\n',
    };
    const result = loadFiles(files);
    const rules = result.kind === 'pack' ? result.pack.rules.filter(({ from }) => from === 'oakfield') : [];
    expect(rules.map(({ id, topic, clauses }) => [id, topic, clauses[0]?.section])).toEqual([
      ['oakfield.b', 'reporting', 'Reporting'],
      ['oakfield.a', 'devices', 'Phones'],
    ]);
  });
});
