/** The root of each weight, in steps of 1/127 of the widest root. */
export function inSteps(weights: Float32Array): { readonly steps: Int8Array; readonly widest: number } {
  const widest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const steps = Int8Array.from(weights, (one) => Math.round(Math.sign(one) * Math.sqrt(Math.abs(one) / widest) * 127));
  return { steps, widest };
}
