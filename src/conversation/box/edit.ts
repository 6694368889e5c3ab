import type { Instant } from '../../domain/case.ts';
import type { Report, Subject } from '../../domain/report.ts';
import type { Draft, World } from '../dialogue.ts';
import { addWords } from '../flows/draft-parts.ts';
import { say } from '../wording.ts';
import { placeIn, plain, whoIn } from './understand.ts';

/** The most characters of who did it, or where it was; a child who writes more is telling what happened. */
const longest = 300;

/** The draft with who did it, in the child's words. A name that was written before is not lost. */
export function withWho(draft: Draft, text: string, world: World): Draft {
  const subject = text.length > longest ? undefined : whoIn(text, world);
  if (!subject) return addWords(draft, text, world.now);
  const { subjects } = draft.report;
  const before = subjects.map(({ name }) => name).filter((name) => name !== subject.name && !isSaid(draft, name));
  const kind =
    subject.kind === 'unknown' ? (subjects.find(({ name }) => name === '')?.kind ?? 'unknown') : subject.kind;
  return changed(withBefore(draft, before, world.now), { subjects: [{ ...subject, kind }] }, world.now);
}

/** Whether the words stand in what happened already. */
function isSaid({ report }: Draft, text: string): boolean {
  return plain(report.what).includes(plain(text));
}

/** The draft once the child says that it was a grown-up at school. */
export function withAdult(draft: Draft, now: Instant): Draft {
  const [first] = draft.report.subjects;
  const adult: Subject = { name: first?.name ?? '', kind: 'staff', part: 'alleged' };
  return changed(draft, { subjects: [first?.kind === 'headteacher' || first?.kind === 'dsl' ? first : adult] }, now);
}

/** The draft with where and when it was, in the child's words. */
export function withWhere(draft: Draft, text: string, now: Instant): Draft {
  if (text.length > longest) return addWords(draft, text, now);
  const before = draft.report.site === '' ? [] : [draft.report.site];
  return changed(withBefore(draft, before, now), { site: text, place: placeIn(text) }, now);
}

/** The draft with other answers. */
export function changed(draft: Draft, report: Partial<Report>, now: Instant): Draft {
  return { ...draft, touched: now, stage: 'form', report: { ...draft.report, ...report } };
}

function withBefore(draft: Draft, texts: readonly string[], now: Instant): Draft {
  return texts.reduce((kept, text) => addWords(kept, say('pupil.box.before', { text }), now), draft);
}
