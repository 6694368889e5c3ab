/** The directions in which points lie apart most, each of length 1, the widest first; always the same for the same points. */
export function directionsOf(points: readonly Float64Array[], count: number, rounds = 60): readonly Float64Array[] {
  const size = points[0]?.length ?? 0;
  const spread = spreadOf(points, size);
  let directions: readonly Float64Array[] = Array.from({ length: count }, (_, k) =>
    Float64Array.from({ length: size }, (_one, i) => Math.sin((i + 1) * (k + 1.7))),
  );
  for (let round = 0; round < rounds; round++) {
    directions = orthonormal(directions.map((one) => Float64Array.from(spread, (row) => dot(row, one)))).basis;
  }
  return directions;
}

function spreadOf(points: readonly Float64Array[], size: number): readonly Float64Array[] {
  const spread = Array.from({ length: size }, () => new Float64Array(size));
  for (const point of points) {
    for (const [i, row] of spread.entries()) {
      const one = point[i] ?? 0;
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + one * (point[j] ?? 0);
    }
  }
  return spread;
}

/** Gram-Schmidt, with the lengths that were left before each was made 1. */
export function orthonormal(directions: readonly Float64Array[]): { basis: Float64Array[]; sizes: number[] } {
  const basis: Float64Array[] = [];
  const sizes: number[] = [];
  for (const direction of directions) {
    let rest = direction;
    for (const one of basis) {
      const shared = dot(one, rest);
      rest = rest.map((value, i) => value - shared * (one[i] ?? 0));
    }
    const length = Math.sqrt(dot(rest, rest)) || 1;
    sizes.push(length);
    basis.push(rest.map((value) => value / length));
  }
  return { basis, sizes };
}

/** The inner product. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
