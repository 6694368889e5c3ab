import { parsed } from './values.ts';

/**
 * What a body says: JSON, or a form whose `payload` is JSON, or a form. Undefined where it is nothing of these. The
 * type may name a charset, as Slack's sometimes does.
 */
export function readBody(contentType: string, body: Buffer): unknown {
  const [type = ''] = contentType.toLowerCase().split(';');
  const text = body.toString('utf8');
  if (type.trim() === 'application/json') return parsed(text);
  if (type.trim() !== 'application/x-www-form-urlencoded') return undefined;
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parsed(payload);
}
