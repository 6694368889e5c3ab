import { createInterface } from 'node:readline';
import type { Shell } from './shell.ts';

/**
 * Reads JSON lines and writes an answer to each, in order. A line that cannot be answered gets an object with `error`,
 * and with its `id` where it has one; the rest is answered all the same.
 */
export async function answerLines(
  input: NodeJS.ReadableStream,
  shell: Shell,
  answer: (line: unknown) => object,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') shell.write(`${JSON.stringify(answerTo(line, answer))}\n`);
  }
}

function answerTo(line: string, answer: (line: unknown) => object): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
    return answer(value);
  } catch (fault) {
    const error = fault instanceof Error ? fault.message : String(fault);
    return { ...idOf(value), error };
  }
}

function idOf(value: unknown): object {
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
}
