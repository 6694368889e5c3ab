/**
 * Gives plain data back so that what is equal to something it was given before is the same object: packs have most of
 * the floor in common, so kept together they take a third of the room and of the time. What is no list or plain object
 * is left as it is.
 */
export function sharer(): <Data>(data: Data) => Data {
  const numbers = new Map<unknown, number>();
  const known = new Map<string, unknown>();
  const share = (one: unknown): unknown => {
    if (numbers.has(one) || !isPlain(one)) return one;
    const parts = Object.entries(one).map(([key, value]) => [key, share(value)] as const);
    const isList = Array.isArray(one);
    const print = `${isList} ${JSON.stringify(parts.map(([key, part]) => [key, numbers.get(part) ?? [typeof part, part]]))}`;
    const there = known.get(print) ?? (isList ? parts.map(([, part]) => part) : Object.fromEntries(parts));
    known.set(print, there);
    numbers.set(there, numbers.get(there) ?? numbers.size);
    return there;
  };
  return <Data>(data: Data) => share(data) as Data;
}

function isPlain(one: unknown): one is object {
  return (
    Array.isArray(one) || (typeof one === 'object' && one !== null && Object.getPrototypeOf(one) === Object.prototype)
  );
}
