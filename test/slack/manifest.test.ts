import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../../src/slack/parse.ts';
import { readPayload } from '../../src/slack/payloads.ts';
import { uses } from '../../src/slack/uses.ts';
import { SlackClient } from '../support/slack-client.ts';
import { slackSchool } from '../support/slack-school.ts';
import { SlackServer } from '../support/slack-server.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'manifest', 'slack', 'manifest.yaml'), 'utf8');

type Manifest = {
  display_information: { name: string; description: string; long_description: string };
  features: {
    shortcuts: { callback_id: string; name: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint?: string }[];
    app_home: Record<string, boolean>;
  };
  oauth_config: { scopes: { bot: string[]; user?: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};
const manifest = parseYaml(text) as Manifest;
const sorted = (list: Iterable<string>) => [...new Set(list)].toSorted();
const source = readdirSync(join(root, 'src', 'slack'))
  .map((file) => readFileSync(join(root, 'src', 'slack', file), 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('asks for the events, commands and shortcuts that Lantern uses, and no others', () => {
    expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(uses.events));
    expect(sorted(manifest.features.slash_commands.map(({ command }) => command))).toEqual(sorted(uses.commands));
    expect(sorted(manifest.features.shortcuts.map((one) => one.callback_id))).toEqual(sorted(uses.shortcuts));
  });

  it('asks for the scopes that these and the methods need, and no others', () => {
    const needed = [...Object.values(uses.methods), ...Object.values(uses.needs)].filter(
      (scope) => scope !== undefined,
    );
    expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted(needed));
    expect(manifest.oauth_config.scopes.user).toBeUndefined();
  });

  it('says why of every scope', () => {
    for (const scope of manifest.oauth_config.scopes.bot) expect(text).toMatch(new RegExp(`- ${scope} # .{15,}`));
  });

  it('keeps to the lengths that Slack takes', () => {
    const { name, description, long_description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(174);
    expect(long_description.length).toBeLessThanOrEqual(4_000);
    for (const one of manifest.features.slash_commands) expect(one.description.length).toBeLessThanOrEqual(2_000);
    for (const one of manifest.features.shortcuts) {
      expect(one.name.length).toBeLessThanOrEqual(24);
      expect(one.description.length).toBeLessThanOrEqual(150);
    }
  });

  it('lets people write in the chat, and has a home tab', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});

describe('the code', () => {
  it('calls the methods that are named, and no others', () => {
    const called = source.matchAll(/\bclient\s*\.((?:chat|views|conversations|usergroups|users)(?:\.\w+)+)\(/g);
    expect(sorted([...called].map(([, method = '']) => method))).toEqual(sorted(Object.keys(uses.methods)));
  });

  it.each(uses.commands)('takes %s', async (command) => {
    const school = slackSchool();
    const slack = await SlackServer.start();
    const sent: Record<string, string>[] = [];
    const client = new SlackClient('', slack, 'U1');
    client.form = async (fields) => {
      sent.push({ ...fields });
      return { status: 200, text: '', body: {} };
    };
    await client.types(command, 'something');
    await slack.close();
    expect(parse(readPayload(sent[0]), new Map([[school.id, school]])).kind).toBe('turn');
  });
});
