import { newDialogue, type ReplyTo } from '../conversation/dialogue.ts';
import { joined } from '../conversation/flows/draft-parts.ts';
import type { Message } from '../conversation/messages.ts';
import type { Kept } from './dialogue-turn.ts';
import { type Office, untilCommitted } from './office.ts';
import type { Contact } from './people.ts';
import { key } from './rows.ts';

/**
 * Remembers in somebody's conversation that a message to them is put there, so that what they type next is taken for
 * the answer that it may be. Before it is sent, since the answer may be as quick as the platform.
 */
export async function noteReply(office: Office, school: string, to: Contact, message: Message): Promise<void> {
  const { store, clock } = office;
  if (message.kind !== 'from-school' || to.address.kind !== 'chat') return;
  const rowKey = key.conversation(to.address);
  await untilCommitted(office, async () => {
    const row = await store.get(school, rowKey);
    const kept = (row?.value as Kept | undefined) ?? { ...to, dialogue: newDialogue };
    const next = noted(kept, { case: message.caseId, reply: message.reply, at: clock.now() });
    if (next === kept) return { kind: 'committed', outcome: undefined };
    const { kind } = await store.commit(school, [
      row
        ? { kind: 'replace', key: rowKey, value: next, etag: row.etag }
        : { kind: 'insert', key: rowKey, value: next },
    ]);
    return kind === 'committed' ? { kind, outcome: undefined } : { kind: 'lost' };
  });
}

/** Words that wait for a place keep it: beside the newer message of the same case, or else as loose ones. */
function noted(kept: Kept, replyTo: ReplyTo): Kept {
  const { replyTo: before, ...dialogue } = kept.dialogue;
  if (!before?.words && before?.case === replyTo.case && before.reply >= replyTo.reply) return kept;
  if (!before?.words) return { ...kept, dialogue: { ...dialogue, replyTo } };
  if (before.case !== replyTo.case) {
    const loose = joined([dialogue.loose, before.words]);
    return { ...kept, dialogue: { ...dialogue, loose, replyTo } };
  }
  if (before.reply >= replyTo.reply) return kept;
  return { ...kept, dialogue: { ...dialogue, replyTo: { ...replyTo, words: before.words } } };
}
