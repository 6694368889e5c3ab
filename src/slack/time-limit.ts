/** Waits at most so many milliseconds. */
export async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit()), Math.max(0, limitMs));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Something lasted too long. What was asked for may have happened, or happen yet. */
export class TimeLimit extends Error {
  override readonly name = 'TimeLimit';
}
