import { Command } from 'commander';
import { policyCommand } from './policy.ts';

const lantern = new Command('lantern').description('Lantern’s commands');
lantern.addCommand(
  policyCommand({
    write: (text) => process.stdout.write(text),
    fail: () => {
      process.exitCode = 1;
    },
  }),
);
await lantern.parseAsync();
