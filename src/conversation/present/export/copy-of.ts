import type { Case, Instant, RecordedEvent } from '../../../domain/case.ts';
import type { Addressee } from '../../../domain/export/addressees.ts';
import type { Redaction } from '../../../domain/export/redaction.ts';
import type { Listener } from '../../voice.ts';

/** What a copy is made of, by whom, for whom and when. */
export type CopyOf = {
  readonly to: Listener;
  readonly current: Case;
  /** All of its events, oldest first. */
  readonly events: readonly RecordedEvent[];
  readonly addressee: Addressee;
  readonly redaction: Redaction;
  /** For a parent: the name of their child, which stays. */
  readonly child?: string;
  readonly at: Instant;
};
