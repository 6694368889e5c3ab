import type { Answer } from '../../src/app/lantern.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Address } from '../../src/conversation/turn.ts';
import type { NoticeView } from '../../src/conversation/views.ts';
import type { Pack } from '../../src/policy/standing.ts';
import { chatOf, type House, viewOf } from './house.ts';

/** The card of an induction among the answers. */
export function cardIn(answers: readonly Answer[]): NoticeView {
  return viewOf(answers, 'notice');
}

/** The buttons of a card that belong to the induction. */
export function stepsOn(card: NoticeView): readonly Press[] {
  return card.buttons.map(({ press }) => press).filter(({ verb }) => verb.startsWith('induction.'));
}

/** The press on a card's step that answers its question rightly, or wrongly. */
export function answering(card: NoticeView, pack: Pack, rightly: boolean): Press {
  const [first, ...others] = stepsOn(card);
  if (first?.verb !== 'induction.next' || others.length === 0) return first ?? { verb: 'induction.open' };
  const rule = pack.rules.find(({ id }) => id === first.rule);
  const right = rule && 'check' in rule.induction ? rule.induction.check?.right : undefined;
  const lines = card.sections.at(-1)?.toldLines.slice(1) ?? [];
  const at = lines.findIndex((line) => line.slice(3) === right);
  return { ...first, choice: rightly ? at : (at + 1) % lines.length };
}

/** A press in a chat of somebody's that need not be their usual one. */
export function pressAt(house: House, id: string, press: Press, conversation: string): Promise<readonly Answer[]> {
  const address: Address = { ...chatOf(id), conversation };
  return house.lantern.turn({ ...house.turn(id, { kind: 'pressed', press }), address });
}

/** Goes on with somebody's induction, each question answered rightly, at most so many steps; the last card. */
export async function goOn(house: House, id: string, pack: Pack, most = Number.POSITIVE_INFINITY): Promise<NoticeView> {
  let card = cardIn(await house.presses(id, { verb: 'induction.open' }));
  for (let step = 0; step < most && stepsOn(card).length > 0; step++) {
    card = cardIn(await house.presses(id, answering(card, pack, true)));
  }
  return card;
}
