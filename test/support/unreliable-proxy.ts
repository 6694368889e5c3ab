import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a request: it is passed on; it is left without an answer; it is passed on, but its answer is lost and
 * an error comes instead; or it is answered at once.
 */
export type Fate = 'pass' | 'hang' | 'lose' | { readonly status: number; readonly body?: string };

/** A running proxy. */
type UnreliableProxy = { readonly url: string; readonly stop: () => Promise<void> };

/** A server in front of another that makes the network misbehave. `fate` may change the request's `url` on the way. */
export async function startUnreliableProxy(
  target: string,
  fate: (request: IncomingMessage) => Fate,
): Promise<UnreliableProxy> {
  const server = createServer((incoming, answer) => meet(target, fate(incoming), incoming, answer));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

function meet(target: string, fate: Fate, incoming: IncomingMessage, answer: ServerResponse): void {
  if (fate === 'pass' || fate === 'lose') pass(target, fate, incoming, answer);
  else if (fate === 'hang') incoming.resume();
  else incoming.resume().on('end', () => answer.writeHead(fate.status).end(fate.body));
}

function pass(target: string, fate: 'pass' | 'lose', incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers } = incoming;
  const onward = request(`${target}${incoming.url}`, { method, headers }, (reply) => {
    if (fate === 'pass') reply.pipe(answer.writeHead(reply.statusCode ?? 502, reply.headers));
    else reply.resume().on('end', () => answer.writeHead(500).end());
  });
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}
