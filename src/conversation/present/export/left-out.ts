import { keepsWords } from '../../../domain/export/people.ts';
import { tell } from '../../voice.ts';
import type { CopyOf } from './copy-of.ts';
import type { Hiding } from './hiding.ts';

/** What a copy does not show, in sentences; one that says so where it shows all. */
export function leftOut(copy: CopyOf, hiding: Hiding, shown: number): readonly string[] {
  const { to, current, redaction, events } = copy;
  const count = events.length - shown;
  const lines: readonly (string | false)[] = [
    hiding.people.some(({ letter }) => letter !== undefined) && namesLine(copy),
    !hiding.showsReporter && tell(to, 'export.left-out.reporter'),
    !keepsWords(redaction, current) && tell(to, 'export.left-out.report'),
    redaction.withoutAnswers.length > 0 && tell(to, 'export.left-out.answers'),
    !redaction.workings && tell(to, 'export.left-out.workings'),
    count > 0 &&
      tell(to, `export.left-out.${internal(copy) ? 'internal' : 'housekeeping'}`, { count, all: events.length }),
  ];
  const told = lines.filter((line) => line !== false);
  return told.length > 0 ? told : [tell(to, 'export.left-out.nothing')];
}

function internal({ redaction }: CopyOf): boolean {
  return 'only' in redaction.events;
}

function namesLine({ to, child, redaction }: CopyOf): string {
  if (redaction.people !== 'one-child' || child === undefined) return tell(to, 'export.left-out.names-all');
  return tell(to, 'export.left-out.names-some', { child });
}
