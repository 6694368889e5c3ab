import { Command, InvalidArgumentError, Option } from 'commander';
import { personas, usualPersonas, usualPort } from '../demo/personas.ts';

/** What the command line of `npm start` says. */
export type StartOptions = {
  /** Whether the demo has its Playgrounds. */
  readonly playground: boolean;
  /** Port of the first Playground; the others follow it. */
  readonly playgroundPort: number;
  /** Personas beside the usual ones. */
  readonly with: readonly string[];
};

/** Reads the command line. Ends the process with a sentence when it cannot be read, or when help is asked for. */
export function parseOptions(argv: readonly string[]): StartOptions {
  const others = personas.map(({ name }) => name).filter((name) => !usualPersonas.includes(name));
  return new Command('npm start --')
    .description('Starts Lantern. Its settings are environment variables; the README names them.')
    .option('--no-playground', 'start the server alone')
    .addOption(new Option('--with <persona...>', 'start a Playground for these too').choices(others).default([]))
    .addOption(
      new Option('--playground-port <port>', 'port of the first Playground').argParser(toPort).default(usualPort),
    )
    .parse(argv)
    .opts<StartOptions>();
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536 - personas.length) return port;
  throw new InvalidArgumentError('It must be a port number.');
}
