/** A process that lives as Lantern does, with one thing amiss: the argument says what. */
import { live } from '../../src/cli/lifecycle.ts';

const [amiss] = process.argv.slice(2);
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

await live(
  async (life) => {
    life.onStop(async () => void say('first undone'));
    life.onStop(async () => {
      say('undoing second');
      if (amiss === 'endless') await new Promise(() => undefined);
      if (amiss === 'failing') throw new Error('the words of a child');
    });
    if (amiss === 'start') throw new RangeError('no room');
    if (amiss === 'explained') throw new TypeError('port');
    setInterval(() => undefined, 1_000);
    if (amiss === 'later') setImmediate(() => Promise.reject(new Error('the words of a child')));
    say('up');
  },
  (fault) => (fault instanceof TypeError ? 'Choose another port.' : undefined),
);
