// Makes every pack ready to answer and to triage, in a process that has done nothing else, and says how long it took:
// `node bench/policy/loading.ts <folder>`, the folder being where packs are kept between two starts.
import { basename } from 'node:path';
import { packFolders } from '../../src/packs/load-pack.ts';
import { packReader } from '../../src/packs/ready-packs.ts';
import { policyOf } from '../../src/policy/policy.ts';
import { today } from './packs.ts';

const used = process.cpuUsage();
const from = performance.now();
const read = packReader('policies', today, process.argv[2]);
const policies = packFolders('policies').flatMap((one) => {
  const found = read(basename(one));
  return found.kind === 'ready' ? [policyOf(found.pack, found.prepared)] : [];
});
const wall = performance.now() - from;
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ packs: policies.length, wall, cpu: (user + system) / 1000 }));
