import { isPupil } from '../../domain/people.ts';
import { may } from '../../domain/permissions.ts';
import type { Dialogue, Step, World } from '../dialogue.ts';
import { mainButtons, notice, replies, tell } from '../voice.ts';
import { waiting } from './draft.ts';

/** Said when the chat is opened, and to a greeting, since whoever greets may be new: what Lantern is, and who reads what is written, before anything is (rule of safety 1). */
export function hello(state: Dialogue, world: World): Step {
  const welcome = notice(welcomeLines(world), mainButtons(world), tell(world, 'welcome.title'));
  return { state, replies: [...replies({ kind: 'notice', notice: welcome }), ...waiting(state, world)] };
}

function welcomeLines(world: World): readonly string[] {
  const secret = isPupil(world.person) ? [tell(world, 'pupil.welcome.secret')] : [];
  return [
    tell(world, 'welcome.what'),
    tell(world, 'welcome.who-reads'),
    ...secret,
    tell(world, 'danger.now'),
    tell(world, 'welcome.how'),
  ];
}

/** What can be done here, and that nobody watches all the time. */
export function help(state: Dialogue, world: World): Step {
  const lines = [
    tell(world, 'help.report'),
    tell(world, 'help.mine'),
    tell(world, 'help.cancel'),
    ...(may(world.person, 'cases') ? [tell(world, 'help.cases')] : []),
    tell(world, 'help.not-watched', { danger: tell(world, 'danger.now') }),
  ];
  const view = notice(lines, mainButtons(world), tell(world, 'help.title'));
  return { state, replies: [...replies({ kind: 'notice', notice: view }), ...waiting(state, world)] };
}
