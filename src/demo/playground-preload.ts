/**
 * Loaded into each Playground before its own code. The Playground has no log-in and no setting for its address, so it
 * would listen to the whole network; and a Lantern that is killed could not stop it.
 */
import { Server } from 'node:net';

const { listen } = Server.prototype;

Server.prototype.listen = function listenHere(this: Server, ...args: unknown[]): Server {
  const [port, host] = args;
  const here = typeof port === 'number' && typeof host !== 'string' ? [port, '127.0.0.1', ...args.slice(1)] : args;
  return Reflect.apply(listen, this, here);
};

process.once('disconnect', () => process.exit());
