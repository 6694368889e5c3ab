import { z } from 'zod';
import { packFile } from './pack.ts';

/** JSON Schema of a pack's files, for editors that check and complete while a school writes. */
export function packJsonSchema(): object {
  return z.toJSONSchema(packFile, { io: 'input', reused: 'ref' });
}
