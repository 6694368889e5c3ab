import type { Category } from '../../domain/filing.ts';
import type { PackSource } from '../pack.ts';
import { unknownPlaceholders } from '../placeholders.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { asksForImage, blames, keepsFromHelp, nameIn, promisesSecrecy } from '../wording-rules.ts';
import { type Said, textsOf } from './walk.ts';

/** What no school's pack may say, whatever its policy says. */
export function checkWording(own: PackSource, pack: Pack): readonly Problem[] {
  return textsOf(own).flatMap((said) => [...(said.typed ? [] : ofProse(said, pack)), ...ofNames(said)]);
}

function ofProse({ path, text, toPupils }: Said, pack: Pack): readonly Problem[] {
  const problems: Problem[] = [];
  if (promisesSecrecy(text)) problems.push(error(path, 'promises secrecy, which nobody can keep'));
  if (toPupils && blames(text)) problems.push(error(path, 'puts blame on the pupil'));
  if (aboutImages(path, pack) && asksForImage(text)) {
    problems.push(error(path, 'asks for a picture where nobody may look at, copy or send it'));
  }
  if (keepsFromHelp(text)) problems.push(error(path, 'keeps somebody from help, or sends a child to meet somebody'));
  const unknown = unknownPlaceholders(text, pack).map((one) =>
    error(path, `speaks of ${one}, which is no role or helpline`),
  );
  return [...problems, ...unknown];
}

function aboutImages(path: Problem['path'], pack: Pack): boolean {
  return path[0] === 'incidents' && pack.incidents[path[1] as Category]?.evidence.rule === 'never';
}

function ofNames({ path, text }: Said): readonly Problem[] {
  const name = nameIn(text);
  return name ? [warning(path, `seems to name a person, “${name}”; packs speak of roles`)] : [];
}
