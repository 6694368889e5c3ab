import { z } from 'zod';
import type { Lantern } from '../app/lantern.ts';
import type { Message } from '../conversation/messages.ts';
import { casePresses } from '../conversation/press/case-presses.ts';
import type { View } from '../conversation/views.ts';
import type { Person } from '../domain/people.ts';
import { header, pressable, rowsOf } from './blocks.ts';
import { addForm, type LittleForm } from './case-forms.ts';
import { formModal, readModal } from './modal.ts';
import type { Parsed } from './parsed.ts';
import { type Answering, answerInPlace, originOf, tried } from './reply.ts';
import { type Carried, type Local, readPress } from './values.ts';

type Asked = Extract<Parsed, { kind: 'local' }>;

/** What a button that only shows something came to: it is shown, or a turn is to say why not. */
export type Shown = { readonly kind: 'shown' } | { readonly kind: 'turn'; readonly body: Answering['turn']['body'] };

/** Shows a little form, or another page of a case. Whoever may not see it is refused by a turn, which is recorded. */
export async function showLocal(one: Answering, { local }: Asked): Promise<Shown> {
  const { lantern, turn, place } = one;
  if (local.show === 'adding' || local.show === 'replying') {
    const message = local.show === 'adding' ? adding(local.case) : replying(local.question);
    const shown = await lantern.show(turn.school, turn.person, message);
    if (shown.kind === 'add-form') await openForm(one, addForm(shown), local);
    else await answerInPlace(one, [{ message, view: shown, replaces: false }]);
    return { kind: 'shown' };
  }
  if (local.show === 'page') {
    const view = await detailFor(lantern, turn.school, turn.person, local.case);
    if (view.kind !== 'case-detail') return { kind: 'turn', body: readPress({ verb: 'case.open', case: local.case }) };
    if (place.view) await tried(one, one.voice.turnTo(place.view.id, readModal(view, place.view.origin, local.page)));
    return { kind: 'shown' };
  }
  const message = { kind: 'case-forms', caseId: local.case, group: local.group } as const;
  const view = await lantern.show(turn.school, turn.person, message);
  const forms = view.kind === 'case-forms' ? view.actions.forms : [];
  const form = forms.find(({ press }) => press.verb === local.verb);
  if (!form) return { kind: 'turn', body: readPress(emptyPress(local)) };
  await openForm(one, form, local);
  return { kind: 'shown' };
}

function adding(caseId: string): Message {
  return { kind: 'add-form', caseId };
}

function replying(question: string): Message {
  return { kind: 'reply-form', question };
}

function detailFor(lantern: Lantern, school: string, person: Person, caseId: string): Promise<View> {
  return lantern.show(school, person, { kind: 'case-detail', caseId });
}

/** On top of the modal that is open, or as the first. Where Slack opens none, a message has the button again. */
async function openForm(one: Answering, form: LittleForm, local: Local): Promise<void> {
  const { place, voice, turn } = one;
  const { view, trigger, seen } = place;
  const origin = view ? { ...view.origin, parent: view.id } : originOf(one);
  const modal = formModal(form, origin);
  if (trigger !== undefined && (await tried(one, view ? voice.push(trigger, modal) : voice.open(trigger, modal))))
    return;
  const blocks = [header(form.title), ...rowsOf([pressable(form.title, local satisfies Carried, 'primary')])];
  const piece = { text: form.title, blocks };
  const { address } = turn;
  const channel = address.kind === 'channel' ? address.conversation : undefined;
  await tried(one, channel ? voice.whisper(channel, seen.user, piece) : voice.post(seen.user, piece));
}

/** The press with nothing filled in: refused and recorded where it is not allowed, and never done. */
function emptyPress({ verb, case: id }: Extract<Local, { show: 'form' }>): object {
  const option = casePresses.find(({ shape }) => shape.verb.value === verb);
  const fields = Object.entries(option?.shape ?? {}).filter(([name]) => name !== 'verb' && name !== 'case');
  const empty = fields.map(([name, field]) => [name, field instanceof z.ZodEnum ? field.options[0] : '']);
  return option ? { verb, case: id, ...Object.fromEntries(empty) } : {};
}
