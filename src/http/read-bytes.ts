import type { Next, Request, RequestHandler, Response } from 'restify';
import { sentenceFor } from './errors.ts';

/** Reads at most `maxBytes` into `request.body` as they came, whatever they are; answers 413 to more. */
export function readBytes(maxBytes: number): RequestHandler {
  return (request: Request, response: Response, next: Next): void => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    });
    request.once('error', () => next(false));
    request.once('end', () => {
      if (size > maxBytes) {
        response.send(413, { error: sentenceFor(413) });
        next(false);
        return;
      }
      request.body = Buffer.concat(chunks);
      next();
    });
  };
}
