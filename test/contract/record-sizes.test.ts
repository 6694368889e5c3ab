import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes } from '../../src/app/cutting.ts';
import { caseFormsView } from '../../src/conversation/present/actions.ts';
import { caseDetailView } from '../../src/conversation/present/case-detail.ts';
import type { View } from '../../src/conversation/views.ts';
import type { Case } from '../../src/domain/case.ts';
import { type Category, categories } from '../../src/domain/filing.ts';
import { mostHeld } from '../../src/domain/log.ts';
import { formModal, readModal } from '../../src/slack/modal.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { mostCardBytes, render } from '../../src/teams/render.ts';
import type { Setting } from '../../src/teams/stage.ts';
import { faultsOf } from '../support/adaptive-card.ts';
import { viewBreaches } from '../support/block-kit.ts';
import { investigated } from '../support/log-cases.ts';
import { policyNamed } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';

const cards = await loadCards(join(import.meta.dirname, '..', '..', 'cards'));
const packs = ['floor', 'somerset', 'lbbd', 'miserden', 'all-saints', 'chipping-sodbury'];
const setting: Setting = { stage: 'chat', dialogs: false, onlyCards: false };

/** A case whose register is full of long descriptions in wide letters, in the middle of an investigation. */
function crowded(category: Category): Case {
  const held = Array.from({ length: mostHeld }, (_, at) => ({
    number: at + 1,
    what: '電話'.repeat(150),
    sort: 'device' as const,
    holder: '先生'.repeat(150),
    since: '2026-11-20T12:00:00.000Z',
  }));
  const current = investigated('open', { category });
  return { ...current, log: { ...current.log, evidence: { count: mostHeld, held } } };
}

describe.each(packs)('the record of the most crowded case, by the policy of %s,', (pack) => {
  const to = { school: harbour, policy: policyNamed(pack), person: who('dsl') };

  it.each(categories)('fits the limits of both platforms: %s', (category) => {
    const current = crowded(category);
    const menu = caseFormsView(to, current, 'record');
    const views: readonly View[] = [menu, caseFormsView(to, current, 'work'), caseDetailView(to, current, [])];
    for (const view of views) {
      for (const piece of render(cards, view, setting)) {
        if (piece.kind !== 'card') continue;
        expect(bytes(piece.card)).toBeLessThanOrEqual(mostCardBytes);
        expect(faultsOf(piece.card)).toEqual([]);
      }
      expect(viewBreaches(readModal(view, {}))).toEqual([]);
    }
    for (const form of menu.actions.forms) expect(viewBreaches(formModal(form, { parent: 'V1' }))).toEqual([]);
    const titles = menu.actions.forms.map(({ title }) => title);
    expect(titles.filter((title) => title.length > 24)).toEqual([]);
    const onCards = JSON.stringify(render(cards, menu, setting));
    for (const title of titles) expect(onCards).toContain(`"title":"${title}"`);
  });
});
