import type { Command, Draft, Step, World } from '../conversation/dialogue.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { Case } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import { decide } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';
import { found } from './case-requests.ts';
import { carriedOut, head } from './case-turn.ts';
import { all, readCase } from './compose.ts';
import type { Desk } from './effects.ts';
import { knownOn } from './identity.ts';
import { type Office, reply } from './office.ts';
import { append } from './record.ts';
import { refusal } from './refusal.ts';
import { under } from './rows.ts';
import type { Write } from './store.ts';

type Added = Pick<Step, 'state' | 'replies'> & { readonly writes: readonly Write[] };
type Adding = Extract<Command, { kind: 'add' }>;
type Found = { readonly current: Case; readonly etag: string };

/** Adds what a child says in the dialogue to what they sent. Where that cannot be, nothing they wrote is lost. */
export async function addition(
  { store }: Office,
  desk: Desk,
  world: World,
  { state, replies }: Step,
  adding: Adding,
): Promise<Added> {
  const kept = await readCase(store, world.school.id, adding.case);
  const request = { kind: 'add', text: adding.text, found: found(world, adding.text, adding.about) } as const;
  const by = kept ? knownOn(desk.sealer, kept.current, world.person) : world.person;
  const decision = kept && decide(kept.current, request, by, desk.now, desk.school);
  if (kept && decision?.kind === 'done') {
    return {
      state,
      replies,
      writes: carriedOut({ ...desk, policy: world.policy }, by, kept, request, decision).writes,
    };
  }
  const writes =
    kept && decision?.kind === 'forbidden' ? refused(desk, by, kept, decision.event) : missing(desk, world);
  return { ...notAdded(state, world, adding), writes };
}

/** It is on the record of the case that somebody else tried. */
function refused(
  { now }: Desk,
  person: Person,
  { current, etag }: Found,
  event: Parameters<typeof append>[1],
): readonly Write[] {
  const { next, write } = append(current, event, now, actor(person));
  return [head(next, etag), write];
}

function missing(desk: Desk, world: World): readonly Write[] {
  return [refusal(desk, world, 'add')];
}

/** The words wait as loose ones, and are no longer taken for that case. */
function notAdded(
  { box, ...state }: Step['state'],
  world: World,
  { case: id, text }: Adding,
): Pick<Step, 'state' | 'replies'> {
  const { sent: _, asked: __, ...rest } = box ?? {};
  const loose = [state.loose, text].filter((one) => one !== undefined).join('\n');
  const line = tell(world, 'pupil.box.could-not-add', { reference: id });
  const start = {
    label: tell(world, 'button.start-with-words'),
    press: { verb: 'report.start' },
    style: 'positive',
  } as const;
  return {
    state: { ...state, loose, box: rest },
    replies: [reply({ kind: 'notice', notice: notice([line], [start]) })],
  };
}

/** The draft; without its link where the case that it names is not one of the child's own. */
export async function withOwnLink({ store }: Office, { school, person }: World, draft: Draft): Promise<Draft> {
  if (draft.again === undefined) return draft;
  for await (const row of all(store, school.id, under('mine', person.id))) {
    if ((row.value as { readonly id: string }).id === draft.again) return draft;
  }
  const { again: _, ...rest } = draft;
  return rest;
}
