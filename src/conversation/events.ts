import type { Press } from './press.ts';
import type { TurnBody } from './turn.ts';

/** What is pressed in a conversation; presses on cases, passed-on questions and induction are turns of their own. */
export type DialoguePress = Exclude<
  Press,
  {
    verb:
      | `case.${string}`
      | `own.${string}`
      | `induction.${string}`
      | 'forms.open'
      | 'mine.add'
      | 'question.reply'
      | 'question.keep';
  }
>;

/** What a conversation can be stepped with. */
export type DialogueEvent =
  | Exclude<TurnBody, { kind: 'pressed' | 'ignorable' }>
  | { readonly kind: 'pressed'; readonly press: DialoguePress };
