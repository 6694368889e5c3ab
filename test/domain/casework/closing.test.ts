import { describe, expect, it } from 'vitest';
import { unreadySentence } from '../../../src/conversation/present/unready.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { CloseRequest } from '../../../src/domain/casework/closing.ts';
import type { Demands } from '../../../src/domain/casework/demands.ts';
import type { CaseLog, OutsideBody } from '../../../src/domain/log.ts';
import { asks, bullying, does, investigated, nothingAsked, outcomeOf } from '../../support/log-cases.ts';
import { harbour, who } from '../../support/school.ts';

function close(demands: Partial<Demands> = {}, more: Partial<CloseRequest> = {}): CloseRequest {
  return {
    kind: 'close',
    outcome: 'settled',
    debrief: 'both',
    when: undefined,
    lessons: 'none',
    changes: 'none',
    anyway: '',
    demands: { ...nothingAsked, ...demands },
    ...more,
  };
}

const asksFor = (...outside: OutsideBody[]): Partial<Demands> => ({ outside });
const immediate = (log?: CaseLog) => bullying({ severity: 'immediate', ...(log ? { log } : {}) });
const copy: CaseLog = {
  evidence: { count: 1, held: [{ number: 1, what: 'x', sort: 'screenshot', holder: 'y', since: '2026-11-20' }] },
};

/** `plain`: closed as it is. `anyway`: with a reason why it is closed all the same. */
const cells: readonly (readonly [string, Case, Partial<Demands>, string, string])[] = [
  ['nothing is missing', bullying(), {}, 'done', 'done'],
  ['parents are not on record', bullying(), { parents: true }, 'unready', 'done'],
  ['parents were told', bullying({ log: { parents: 'told' } }), { parents: true }, 'done', 'done'],
  [
    'it is on record why parents were not',
    bullying({ log: { parents: 'not-told' } }),
    { parents: true },
    'done',
    'done',
  ],
  ['an investigation is open', investigated(), {}, 'unready', 'done'],
  ['an investigation is halted', investigated('halted'), {}, 'unready', 'done'],
  ['an investigation has ended', investigated('ended'), {}, 'done', 'done'],
  ['the police were not told', bullying(), asksFor('police'), 'unready', 'done'],
  [
    'it is on record why the police were not',
    bullying({ log: { notTold: ['police'] } }),
    asksFor('police'),
    'done',
    'done',
  ],
  ['the police were told', bullying({ log: { told: ['police'] } }), asksFor('police'), 'done', 'done'],
  ['immediate, the police were not told', immediate(), asksFor('police'), 'unready', 'unready'],
  ['immediate, why the police were not', immediate({ notTold: ['police'] }), asksFor('police'), 'unready', 'unready'],
  ['immediate, the police were told', immediate({ told: ['police'] }), asksFor('police'), 'done', 'done'],
  ['immediate, social care was not told', immediate(), asksFor('childrens-social-care'), 'unready', 'unready'],
  ['immediate, the LADO was not told', immediate(), asksFor('lado'), 'unready', 'unready'],
  ['immediate, the IWF was not told', immediate(), asksFor('iwf'), 'unready', 'done'],
  ['immediate, why the IWF was not', immediate({ notTold: ['iwf'] }), asksFor('iwf'), 'done', 'done'],
  ['immediate, parents are not on record', immediate(), { parents: true }, 'unready', 'done'],
  ['a copy is held of what nobody may copy', bullying({ log: copy }), { handsOff: true }, 'unready', 'done'],
  ['a copy is held of what may be kept', bullying({ log: copy }), {}, 'done', 'done'],
];

describe('closing', () => {
  it.each(cells)('%s', (_, current, demands, plain, anyway) => {
    expect(outcomeOf(asks('dsl', current, close(demands)))).toBe(plain);
    expect(outcomeOf(asks('dsl', current, close(demands, { anyway: 'the family moved away' })))).toBe(anyway);
  });

  it.each(['outcome', 'debrief', 'lessons', 'changes'] as const)('wants %s', (field) => {
    expect(outcomeOf(asks('dsl', bullying(), close({}, { [field]: ' ' })))).toBe('empty');
  });

  it('takes no debrief that is still to come', () => {
    const when = { at: '2026-11-23T00:00:00.000Z', day: '2026-11-23' };
    expect(outcomeOf(asks('dsl', bullying(), close({}, { when })))).toBe('not-yet');
  });

  it('keeps what was said, and what was passed over with its reason', () => {
    const decision = asks('dsl', bullying(), close({ parents: true }, { anyway: 'no child was involved' }));
    expect(decision).toMatchObject({
      event: {
        kind: 'closed',
        debrief: { who: 'both', on: '2026-11-20T14:00:00.000Z' },
        changes: 'none',
        anyway: { reason: 'no child was involved', missing: [{ kind: 'parents' }] },
      },
      next: { state: 'closed', closed: { outcome: 'settled', lessons: 'none', debrief: { who: 'both' } } },
    });
  });

  it('says in one sentence what is missing', () => {
    const to = { school: harbour, person: who('dsl') };
    const sentence = (current: Case, demands: Partial<Demands>) => {
      const decision = asks('dsl', current, close(demands));
      return decision.kind === 'unready' ? unreadySentence(to, current, decision) : decision.kind;
    };
    expect(sentence(investigated(), { parents: true, outside: ['lado'] })).toBe(
      'TEST-0001: it is not closed. Still missing: LADO (the local authority’s designated officer) told; the investigation ended; parents told, or a reason why not. Record it first, or give a reason to close it all the same.',
    );
    expect(sentence(immediate(), { outside: ['police'] })).toBe(
      'TEST-0001: it is not closed. Still missing: Police told. This case is immediate and cannot be closed without that.',
    );
  });

  it('is reopened with its log as it was', () => {
    const closed = does('dsl', investigated('ended'), close());
    const { log } = does('dsl', closed, { kind: 'reopen', reason: 'more came' });
    expect(log).toEqual(closed.log);
  });
});
