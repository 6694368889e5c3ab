import type { School } from '../../src/domain/school.ts';
import { harbour } from './school.ts';
import { team } from './slack-client.ts';
import type { SlackServer } from './slack-server.ts';

/** The DSL channel of the made-up workspace. */
export const dslRoom = 'C0DSLROOM';

/** The Slack id of one of the school's people. */
export function slackId(id: string): string {
  return `U${id.toUpperCase()}`;
}

/** The made-up school with its workspace; with Teams too where it is told so. Only the DSL is known by Slack id. */
export function slackSchool(teams?: School['teams']): School {
  const people = harbour.people.map((person) =>
    person.id === 'dsl' ? { ...person, slackId: slackId('dsl') } : person,
  );
  const { teams: _, ...rest } = harbour;
  return { ...rest, people, slack: { team, channel: dslRoom, groups: {} }, ...(teams && { teams }) };
}

/** Everybody of the school in the workspace, under the address that the school file knows, and its private channel. */
export function fillWorkspace(slack: SlackServer): void {
  slack.channels.set(dslRoom, { id: dslRoom, is_private: true });
  for (const { id, name, address = '' } of harbour.people) {
    const user = slackId(id);
    slack.users.set(user, { id: user, team_id: team, real_name: name, profile: { email: address } });
  }
}
