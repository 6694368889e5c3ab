import { describe, expect, it } from 'vitest';
import { goodFiles, loadFiles } from '../support/packs.ts';

/** What the owner of a pack should look at, though the pack may be used. */
describe('The owner of a pack is warned', () => {
  it.each<[string, string, string, string, RegExp]>([
    [
      'of a review that is overdue',
      'pack.yaml',
      'approved: 2026-09, reviewBy: 2027-09',
      'approved: 2022-05, reviewBy: 2023-05',
      /was due for review by 2023-05/,
    ],
    [
      'of a policy that names no review',
      'pack.yaml',
      'reviewBy: 2027-09',
      'reviewBy: ',
      /no date by which it must be reviewed/,
    ],
    [
      'of a number that nobody has tried for a year',
      'pack.yaml',
      '567890, checked: 2026-10',
      '567890, checked: 2025-10',
      /more than a year ago/,
    ],
    ['of a number that nobody has ever tried', 'pack.yaml', '567890, checked: 2026-10', '567890', /does not say when/],
    [
      'of a number that is missing',
      'pack.yaml',
      'lado: {phone: 01234 567893, checked: 2026-10}',
      'lado: {phone: }',
      /no telephone number for lado/,
    ],
    [
      'of a rule that will seldom be found',
      'rules.yaml',
      'asks: [whom do we tell, report to whom, first person to see]',
      'asks: [whom do we tell]',
      /fewer than 3 ways/,
    ],
    [
      'of the same question twice in a rule',
      'rules.yaml',
      'first person to see]',
      'report please to whom]',
      /same as another way of asking/,
    ],
    [
      'of a question that its button would cut off',
      'rules.yaml',
      'asks: [whom do we tell,',
      'asks: [whom do we tell first of all when something goes wrong,',
      /has more than 45 letters/,
    ],
    [
      'of a question that pupils are offered and would not ask so',
      'rules.yaml',
      '    pupilAsks: are mobiles allowed\n',
      '',
      /who would not ask so/,
    ],
    [
      'of a person’s name',
      'rules.yaml',
      'Tell {dsl} today.',
      'Tell Mrs Harding today.',
      /seems to name a person, “Mrs Harding”/,
    ],
    [
      'of a document that is missing',
      'pack.yaml',
      'sections:',
      '  agreement: {title: Staff agreement, missing: The policy calls it Appendix 2, reviewBy: 2027}\nsections:',
      /is still to be supplied/,
    ],
    ['of a lead without a deputy', 'pack.yaml', 'deputies: [deputy-dsl]', 'deputies: []', /no deputy/],
    ['of a pack without induction', 'rules.yaml', '    induction: true\n', '', /no rule for induction/],
    [
      'of a reason for no rule where there is one',
      'pack.yaml',
      '[Phones, Reporting]',
      '[{heading: Phones, none: Nothing}, Reporting]',
      /says why no rule cites it, but one does/,
    ],
    [
      'of a word that is read as another, and hides what stands behind it',
      'pack.yaml',
      'sections:',
      'incidents:\n  cyberbullying: {signs: {strong: [he_is/hes gonna batter]}}\nsections:',
      /“gonna” is read as “going to”, and never found before another word: write “he_is\/hes going to batter”/,
    ],
    [
      'of such a word among others that may stand there',
      'pack.yaml',
      'sections:',
      'incidents:\n  cyberbullying: {signs: {strong: [will/gonna/going_to batter .. gonna]}}\nsections:',
      /: write “will\/going_to batter .. gonna”/,
    ],
  ])('%s', (_, file, good, other, why) => {
    const text = goodFiles[file] ?? '';
    expect(text).toContain(good);
    const result = loadFiles({ ...goodFiles, [file]: text.replace(good, other) });
    const warnings =
      result.kind === 'pack' ? result.warnings().map(({ message }) => message) : [String(JSON.stringify(result))];
    expect(warnings.join('\n')).toMatch(why);
  });
});
