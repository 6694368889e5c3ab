import { may } from '../../domain/permissions.ts';
import type { Dialogue, Step, World } from '../dialogue.ts';
import { mainButtons, notice, remark, replies, tell } from '../voice.ts';
import { waiting } from './draft.ts';

/** Said when the chat is opened, and to a greeting, since whoever greets may be new: what Lantern is, and who reads what is written, before anything is (rule of safety 1). */
export function hello(state: Dialogue, world: World): Step {
  const welcome = notice(welcomeLines(world), mainButtons(world), tell(world, 'welcome.title'));
  return { state, replies: [...replies({ kind: 'welcome', notice: welcome }), ...waiting(state, world)] };
}

function welcomeLines(world: World): readonly string[] {
  return (['welcome.what', 'welcome.who-reads', 'danger.now', 'welcome.how', 'welcome.ask'] as const).map((id) =>
    tell(world, id),
  );
}

/** To whoever asks whether this is private, or who is there: the same as before the first word. */
export function whoReads(state: Dialogue, world: World): Step {
  const lines = [tell(world, 'welcome.robot'), tell(world, 'welcome.who-reads'), tell(world, 'danger.now')];
  return remark(state, notice(lines, mainButtons(world)));
}

/** To a thank you: nothing is begun by it. */
export function thanks(state: Dialogue, world: World): Step {
  return remark(state, notice([tell(world, 'thanks')], mainButtons(world)));
}

/** What can be done here, and that nobody watches all the time. */
export function help(state: Dialogue, world: World): Step {
  const lines = [
    tell(world, 'help.report'),
    tell(world, 'help.ask'),
    tell(world, 'help.mine'),
    tell(world, 'help.cancel'),
    tell(world, 'help.induction'),
    ...(may(world.person, 'cases') ? [tell(world, 'help.cases')] : []),
    tell(world, 'help.not-watched', { danger: tell(world, 'danger.now') }),
  ];
  const view = notice(lines, mainButtons(world), tell(world, 'help.title'));
  return { state, replies: [...replies({ kind: 'notice', notice: view }), ...waiting(state, world)] };
}
