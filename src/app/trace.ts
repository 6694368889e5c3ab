/** An error without its message, which may hold what a person wrote: its name and where it was thrown. */
export function traceOf(error: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { name: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
