/** Weighs signals: the sum of each times its weight. */
export function weigher<Name extends string>(
  weights: Readonly<Record<Name, number>>,
): (signals: Readonly<Record<Name, number>>) => number {
  const names = Object.keys(weights) as Name[];
  return (signals) => {
    let sum = 0;
    for (const name of names) sum += weights[name] * signals[name];
    return sum;
  };
}
