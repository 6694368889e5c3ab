/** How a question is put that wants a yes or a no. */
const polar =
  /\b(?:(?:can|could|may|must|should|shall|do|does|will|would|am|are|is|have|has|was|were)(?:\s+\w+){0,3}?\s+(?:i|we|you|they|he|she|it|a|the|my|our|pupils?|kids?|children|parents?|staff|teachers?|governors?|school|anyone|everyone|somebody)|allowed|ok(?:ay)? to|ok if|need to|have to)\b|^\W*(?:can|could|may|must|should|do|does|am|are|is)\b/i;
/** How one is put that wants something else. */
const open = /^\W*(?:who|whose|what|which|when|where|why|how)\b/i;
/** What may turn a yes into a no. */
const turned = /n['’]?t\b|\b(?:not|no|never|stop|refuse|ignore|without|carry on|keep on|gone|instead|or|trouble)\b/i;

/**
 * A rule's answer without the yes or no at its head, where the question may want the other one: rules are written for
 * the usual way of asking, and people ask the other way round.
 */
export function withoutVerdict(answer: string, question: string): string {
  if (polar.test(question) && !open.test(question) && !turned.test(question)) return answer;
  const rest = answer.replace(/^(?:yes|no)\s*[.,:;]\s*/i, '');
  return rest === '' || /^(?:yes|no)\b/i.test(rest) ? answer : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
