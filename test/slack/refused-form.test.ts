import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseFormView } from '../../src/conversation/views.ts';
import { piecesOf } from '../../src/slack/messages.ts';
import { readModal } from '../../src/slack/modal.ts';
import { modalOf } from '../../src/slack/reply.ts';
import { messageBreaches, viewBreaches } from '../support/block-kit.ts';

const view: CaseFormView = JSON.parse(readFileSync(`${import.meta.dirname}/../../cards/case-form.sample.json`, 'utf8'));

describe('a little form that was refused, where Slack no longer has its modal open', () => {
  it('is a modal with the problem above, and what was typed in its fields', () => {
    const modal = modalOf(view, {});
    expect(viewBreaches(modal)).toEqual([]);
    expect(JSON.stringify(modal?.blocks)).toContain('Still missing: parents told');
    const typed = modal?.blocks.flatMap((block) => ('element' in block ? [block.element] : []));
    expect(typed).toMatchObject([{ initial_value: 'Both have talked, and the group is gone.' }, {}]);
  });

  it('is a message in which all of it can be read, however long, with a button to fill it in', () => {
    const [first, ...rest] = view.form.fields;
    const long = 'word '.repeat(7_000).trim();
    const fields = first ? [{ ...first, now: long }, ...rest] : rest;
    const pieces = piecesOf({ ...view, form: { ...view.form, fields } });
    for (const piece of pieces) expect(messageBreaches({ channel: 'C1', ...piece })).toEqual([]);
    const shown = JSON.stringify(pieces);
    expect(shown).toContain('Still missing: parents told');
    expect(shown.match(/word/g)).toHaveLength(7_000);
    expect(shown).toContain('"text":"Close"');
    expect(viewBreaches(readModal(view, {}))).toEqual([]);
  });
});
