/** More than this is not remembered of what people type; then it is found out anew. */
const most = 5_000;

/** The same work, done once for what comes again: most questions and reports are made of the same few thousand words. */
export function remembered<Result>(work: (word: string) => Result, atMost = most): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const there = known.get(word);
    if (there !== undefined) return there;
    if (known.size >= atMost) known.clear();
    const result = work(word);
    known.set(word, result);
    return result;
  };
}
