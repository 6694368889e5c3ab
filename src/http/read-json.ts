import { type Next, plugins, type Request, type RequestHandler, type Response } from 'restify';
import { sentenceFor } from './errors.ts';

/**
 * Handlers that read a JSON object of at most `maxBytes` into `request.body`, or answer 400, 413 or 415 in a sentence.
 */
export function readJson(maxBytes: number): RequestHandler[] {
  const limits = { maxBodySize: maxBytes, mapParams: false };
  return [check(isPlainJson, 415), ...plugins.jsonBodyParser(limits), check(holdsObject, 400)];
}

function check(holds: (request: Request) => boolean, status: number): RequestHandler {
  return (request: Request, response: Response, next: Next): void => {
    if (holds(request)) next();
    else {
      response.send(status, { error: sentenceFor(status) });
      next(false);
    }
  };
}

/** restify's reader unpacks gzip without a limit and crashes on broken gzip, so packed bodies never get that far. */
function isPlainJson(request: Request): boolean {
  return request.getContentType() === 'application/json' && request.headers['content-encoding'] === undefined;
}

function holdsObject({ body }: { readonly body?: unknown }): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body);
}
