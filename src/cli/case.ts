import { Command } from 'commander';
import { exportCommand, schemaCommand } from './case-export.ts';
import { showCommand } from './case-show.ts';
import { verifyCommand } from './case-verify.ts';
import type { Shell } from './shell.ts';

/** `lantern case …`: the record of cases, for whoever must show it. */
export function caseCommand(shell: Shell): Command {
  const command = new Command('case').description('verify, show and export the record of cases');
  command.addCommand(verifyCommand(shell));
  command.addCommand(showCommand(shell));
  command.addCommand(exportCommand(shell));
  command.addCommand(schemaCommand(shell));
  return command;
}
