import { isOverdue, startOf } from '../dates.ts';
import type { PackSource } from '../pack.ts';
import { error, type Path, type Problem, warning } from '../problem.ts';

type Dated = {
  readonly path: Path;
  readonly approved: string;
  readonly reviewBy: string;
  readonly blankMatters: boolean;
};

/** Dates that contradict each other, reviews that are overdue, and documents that are missing. */
export function checkDates(own: PackSource, today: string): readonly Problem[] {
  return [...dated(own).flatMap((one) => ofDates(one, today)), ...missing(own)];
}

function dated({ documents, rules }: PackSource): readonly Dated[] {
  const ofDocuments = Object.entries(documents).flatMap(([name, document]) =>
    document
      ? [
          {
            path: ['documents', name],
            approved: document.approved,
            reviewBy: document.reviewBy,
            blankMatters: document.missing === '',
          },
        ]
      : [],
  );
  const ofRules = Object.entries(rules).flatMap(([name, rule]) =>
    rule
      ? [{ path: ['rules', name], approved: rule.approved ?? '', reviewBy: rule.reviewBy ?? '', blankMatters: false }]
      : [],
  );
  return [...ofDocuments, ...ofRules];
}

function ofDates({ path, approved, reviewBy, blankMatters }: Dated, today: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (reviewBy === '' && blankMatters) problems.push(warning(path, 'has no date by which it must be reviewed'));
  if (isOverdue(reviewBy, today)) problems.push(warning([...path, 'reviewBy'], `was due for review by ${reviewBy}`));
  if (approved && reviewBy && isOverdue(reviewBy, startOf(approved))) {
    problems.push(error([...path, 'reviewBy'], `${reviewBy} is before it was approved, ${approved}`));
  }
  if (approved && startOf(approved) > today)
    problems.push(error([...path, 'approved'], `${approved} is still to come`));
  return problems;
}

function missing({ documents }: PackSource): readonly Problem[] {
  return Object.entries(documents).flatMap(([name, document]) =>
    document?.missing ? [warning(['documents', name, 'missing'], `is still to be supplied: ${document.missing}`)] : [],
  );
}
