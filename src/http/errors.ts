import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { traceOf } from '../app/trace.ts';

const sentences: Readonly<Record<number, string>> = {
  400: 'The body is not a JSON object.',
  404: 'There is nothing at this address.',
  405: 'This address does not take this method.',
  413: 'The body is too large.',
  415: 'Send plain JSON (Content-Type: application/json).',
};

/** What an HTTP status is explained with: one sentence, nothing of the inside. */
export function sentenceFor(status: number): string {
  return sentences[status] ?? 'Something went wrong here.';
}

/** restify's own errors repeat addresses, parsers' messages and reasons: each becomes one sentence instead. */
export function answerPlainly(server: Server, log: Logger): void {
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ fault: traceOf(error) }, 'request failed');
    if (!response.headersSent) response.send(status, { error: sentenceFor(status) });
    done();
  });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}
