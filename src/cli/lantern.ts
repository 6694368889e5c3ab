import { Command } from 'commander';
import { askCommand } from './ask.ts';
import { caseCommand } from './case.ts';
import { keysCommand } from './keys.ts';
import { policyCommand } from './policy.ts';
import type { Shell } from './shell.ts';
import { triageCommand } from './triage.ts';

const shell: Shell = {
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  fail: () => {
    process.exitCode = 1;
  },
};

// Whoever reads the output may have read enough (`| head`): what was asked for is finished all the same.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

const lantern = new Command('lantern').description('Lantern’s commands');
lantern.addCommand(policyCommand(shell));
lantern.addCommand(keysCommand(shell));
lantern.addCommand(askCommand(process.stdin, shell));
lantern.addCommand(caseCommand(shell));
lantern.addCommand(triageCommand(process.stdin, shell));
await lantern.parseAsync();
