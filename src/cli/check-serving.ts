import { type Config, ConfigError } from '../config.ts';
import { isLoopback } from '../domain/loopback.ts';
import type { School } from '../domain/school.ts';

/**
 * What a server must know before it serves, and commands need not: who calls, and for whom.
 * @throws ConfigError with every problem at once
 */
export function checkServing({ schools, teams }: Config): void {
  const all = [...schools.values()];
  const onTeams = all.filter((school) => school.teams);
  const isHere = ({ teams: own }: School) => own !== undefined && isLoopback(new URL(own.serviceUrl).hostname);
  const atMicrosoft = onTeams.find((school) => !isHere(school));
  const here = onTeams.find(isHere);
  const problems: string[] = [];
  if (teams.kind === 'none' && atMicrosoft) {
    problems.push(`MicrosoftAppId: is needed, since ${atMicrosoft.id} is on Teams; without it anybody could call`);
  }
  if (teams.kind !== 'none' && here) {
    problems.push(`LANTERN_SCHOOLS: the serviceUrl of ${here.id} is on this machine, where Teams is not; leave it out`);
  }
  if (teams.kind !== 'none' && onTeams.length === 0) {
    problems.push('MicrosoftAppId: is set, but no school file has a teams section');
  }
  const nowhere = all.find((school) => !school.teams && !school.slack);
  if (nowhere) problems.push(`LANTERN_SCHOOLS: ${nowhere.id} has neither a teams nor a slack section`);
  if (problems.length > 0) throw new ConfigError(problems);
}
