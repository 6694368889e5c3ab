/** The weighted sum of some signals. */
export function weigh<Name extends string>(
  signals: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in weights) sum += weights[name] * signals[name];
  return sum;
}
