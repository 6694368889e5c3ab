import type { Case } from '../../domain/case.ts';
import type { Decision } from '../../domain/casework/handler.ts';
import type { Missing } from '../../domain/log.ts';
import { type Listener, tell } from '../voice.ts';

/** Why a case is not closed: what is missing, in one sentence. */
export function unreadySentence(
  to: Listener,
  { id: reference }: Case,
  { missing, passable }: Extract<Decision, { kind: 'unready' }>,
): string {
  const line = passable ? 'case.unready' : 'case.unready-for-good';
  return tell(to, line, { reference, missing: missingText(to, missing) });
}

/** What is missing, as a list within a sentence. */
export function missingText(to: Listener, missing: readonly Missing[]): string {
  const parts = missing.map((one) =>
    one.kind === 'body'
      ? tell(to, 'missing.body', { body: tell(to, `body.${one.body}`) })
      : tell(to, `missing.${one.kind}`),
  );
  return parts.join('; ');
}
