import type { Helpline } from './standing.ts';
import type { AdviceAudience } from './vocabulary.ts';

/** Helplines as a reader is told of them: a child of those alone that have words for children. */
export function helplineLines(helplines: readonly Helpline[], reader: AdviceAudience): readonly string[] {
  return helplines.flatMap(({ title, phone, url, email, says, pupil }) => {
    const about = reader === 'pupil' ? pupil : says;
    if (reader === 'pupil' && about === '') return [];
    const reach = [sentenceCase(title), phone || url || email].filter((one) => one !== '').join(': ');
    return [[reach, about].filter((one) => one !== '').join('. ')];
  });
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
