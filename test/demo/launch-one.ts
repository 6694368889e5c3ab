/** A process of its own that starts the teacher's Playground, says so, and stays. Arguments: folder, first port. */
import { loadConfig } from '../../src/config.ts';
import { personas } from '../../src/demo/personas.ts';
import { startPlaygrounds } from '../../src/demo/playgrounds.ts';
import type { School } from '../../src/domain/school.ts';

const [folder = '', firstPort] = process.argv.slice(2);
await startPlaygrounds({
  personas: personas.filter(({ name }) => name === 'teacher'),
  firstPort: Number(firstPort),
  school: loadConfig({}).schools.get('demo') as School,
  folder,
  endpoint: 'http://127.0.0.1:1/api/messages',
  onLost: () => undefined,
});
process.stdout.write('up\n');
