import type { Answer, Choice, Citation, Told } from '../policy/answers/answer.ts';
import { phrasesFor } from '../policy/answers/phrases.ts';
import { type Audience, readerOf } from '../policy/vocabulary.ts';

/** An answer as the measuring command prints it. */
export type AnswerLine = {
  readonly answered: boolean;
  /** All the text the person would see. */
  readonly answer: string;
  readonly citation: Citation | null;
  readonly rule: string;
  readonly confidence: number;
  readonly alternatives: readonly string[];
  readonly kind: Answer['kind'];
};

/** Turns an answer into the line that is printed of it. */
export function lineOf(answer: Answer, role: Audience): AnswerLine {
  return { ...partsOf(answer, role), confidence: Math.round(answer.confidence * 1000) / 1000, kind: answer.kind };
}

type Parts = Omit<AnswerLine, 'confidence' | 'kind'>;

function partsOf(answer: Answer, role: Audience): Parts {
  switch (answer.kind) {
    case 'answered': {
      const alternatives = asked([...answer.related, ...answer.alternatives]);
      return { answered: true, answer: toldText(answer), citation: answer.citation, rule: answer.rule, alternatives };
    }
    case 'did-you-mean': {
      const alternatives = asked(answer.choices);
      const text = [phrasesFor(readerOf(role)).didYouMean, ...alternatives].join('\n');
      return { answered: false, answer: text, citation: null, rule: '', alternatives };
    }
    case 'not-in-policy': {
      const alternatives = asked(answer.alternatives);
      return { answered: false, answer: answer.text, citation: null, rule: answer.gap ?? '', alternatives };
    }
    case 'help-first':
      return withTold(answer.lines, answer);
    case 'request':
      return withTold([answer.text], answer);
    default:
      return answer satisfies never;
  }
}

/** What comes first, then what the policy says, where it says something. */
function withTold(
  lines: readonly string[],
  { told, citation, rules }: Extract<Answer, { kind: 'help-first' | 'request' }>,
): Parts {
  return {
    answered: true,
    answer: [...lines, ...(told ? [toldText(told)] : [])].join('\n'),
    citation: told?.citation ?? citation ?? null,
    rule: told?.rule ?? rules[0] ?? '',
    alternatives: asked(told?.related ?? []),
  };
}

function toldText({ text, citation, source }: Told): string {
  return [text, `(${[source || citation.document, citation.section].filter(Boolean).join(', ')})`].join('\n');
}

function asked(choices: readonly Choice[]): readonly string[] {
  return [...new Set(choices.map(({ asks }) => asks))];
}
