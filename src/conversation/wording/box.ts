/**
 * The bully box: what a child is asked and told, one thing at a time. Every sentence is for a child of nine: short
 * words, no blame, no promise of secrecy.
 */
export const box = {
  // The first words
  'pupil.box.heard': 'Thank you for telling me.',
  'pupil.box.thanks': 'Thank you for telling me',
  'pupil.box.kept': 'I have kept your words. They are not sent yet.',
  'pupil.box.keeps': 'The school’s chat also keeps your messages.',
  'pupil.box.kept-more': 'I have kept that too. It is not sent yet.',
  'pupil.box.kept-that': 'I have kept what you wrote.',
  'pupil.box.no-secret':
    'I know it is hard to tell. I cannot keep it secret if someone may get hurt. No one can. Only people who can help will know.',
  'pupil.box.family':
    'I do not tell your family. The people who read this may have to, to keep you safe. They try to talk to you first.',
  'pupil.box.ask-rules': 'You can also ask me about the school’s rules.',

  // Did something happen?
  'pupil.box.start': 'Did something happen, to you or to a friend?',
  'pupil.box.start.yes': 'Yes, I want to tell you',
  'pupil.box.start.no': 'No',
  'pupil.box.start.unsure': 'I am not sure',
  'pupil.box.start.fine': 'That is fine. I am here if you need me.',
  'pupil.box.start.hard':
    'That is OK. It can be hard to say. You can write one word to start. Or you can talk to a grown-up you trust.',

  // The name
  'pupil.box.name': 'Do you want to show your name?',
  'pupil.box.name.hidden':
    'If you hide it, your name is kept hidden unless someone is in danger. The people who read this do not see it.',
  'pupil.box.name.chat': 'The people who look after the school’s chat may still find out who wrote it.',
  'pupil.box.name.show': 'Show my name',
  'pupil.box.name.hide': 'Hide it unless someone is in danger',
  'pupil.box.name.hidden-for-you': 'I will hide your name unless someone is in danger.',

  // What happened, who, where, danger
  'pupil.box.what': 'What happened?',
  'pupil.box.what.hint': 'Use your own words. Spelling does not matter.',
  'pupil.box.what.unsure': 'I do not know how to say it',
  'pupil.box.what.hard':
    'That is OK. One word is enough, like “sad” or “mean”. You can also ring Childline and just talk.',
  'pupil.box.danger': 'Is anyone hurt, or in danger now?',
  'pupil.box.danger.yes': 'Yes',
  'pupil.box.danger.no': 'No',
  'pupil.box.danger.unsure': 'I am not sure',
  'pupil.box.who': 'Who did it?',
  'pupil.box.who.hint': 'You only have to say if you want to.',
  'pupil.box.who.adult': 'A grown-up at school',
  'pupil.box.who.which': 'Thank you for saying so. They will not get to read it. Can you write their name?',
  'pupil.box.where': 'Where was it, and when?',
  'pupil.box.where.hint': 'You can write it, like “online last night” or “at lunch”.',
  'pupil.box.where.online': 'It was online',
  'pupil.box.where.in-school': 'It was at school',
  'pupil.box.where.outside-school': 'Some other place',
  'pupil.box.again': 'Is this about the same thing as what you told me before?',
  'pupil.box.again.yes': 'Yes',
  'pupil.box.again.no': 'No',
  'pupil.box.again.sorry': 'I am sorry it happened again. I will put it with what you told me before.',
  'pupil.box.skip': 'Skip this',
  'pupil.box.chose': 'You chose: {answer}',
  'pupil.box.before': 'First I wrote: {text}',

  // Read back
  'pupil.box.not-send': 'Do not send it',
  'pupil.box.summary.name': 'My name',
  'pupil.box.summary.shown': 'Shown',
  'pupil.box.summary.hidden': 'Not shown, unless someone is in danger',
  'pupil.box.change': 'What do you want to change?',
  'pupil.box.change.hint': 'I keep your first words. You can write more.',
  'pupil.box.change.what': 'What happened',
  'pupil.box.change.who': 'Who did it',
  'pupil.box.change.where': 'Where it was',
  'pupil.box.change.name': 'My name',
  'pupil.box.change.nothing': 'Nothing, go back',

  // Only joking, stop, not sent
  'pupil.box.sure': 'Do you want to go on?',
  'pupil.box.sure.kind': 'That is OK. You are not in trouble. People can say that when they are worried.',
  'pupil.box.sure.nothing': 'That is OK. You are not in trouble. I am here if you need me.',
  'pupil.box.go-on': 'Go on',
  'pupil.box.not-sent': 'OK. I have not sent it. I have kept your words, so you can come back to them.',
  'pupil.box.not-sent.fine': 'You did nothing wrong.',
  'pupil.box.send-after-all': 'I want to go on',
  'pupil.box.delete': 'Delete my words',
  'pupil.box.delete.ask': 'Do you want me to delete your words?',
  'pupil.box.delete.hint': 'I cannot get them back. The school’s chat may still keep them.',
  'pupil.box.delete.yes': 'Yes, delete them',
  'pupil.box.delete.no': 'No, keep them',
  'pupil.box.joke.added':
    'Thank you for saying so. I have added that to {reference}. A person will read it. You are not in trouble.',

  // Coming back
  'pupil.box.back': 'I still have what you told me on {when}. It is not sent yet. That is fine.',
  'pupil.box.same': 'Is it about the same thing as what you told me on {when}?',
  'pupil.box.same.unsent': 'That is not sent yet.',
  'pupil.box.same.yes': 'Yes, the same thing',
  'pupil.box.same.no': 'No, it is new',
  'pupil.box.aside': 'You also told me something on {when} that is not sent. Do you want to look at it?',
  'pupil.box.aside.yes': 'Yes, look at it',
  'pupil.box.aside.no': 'Not now',

  // Somebody may be in danger: it is sent at once
  'pupil.box.sent-now': 'I have sent this now',
  'pupil.box.sent-now.why':
    'Someone may be hurt or in danger, so I have sent what you told me. Your number is {reference}.',
  'pupil.box.sent-now.person': 'A person will read it.',
  'pupil.box.sent-now.secret':
    'I could not keep it secret, as someone may get hurt. The school’s chat also keeps messages.',
  'pupil.box.sent-now.named': 'They can see your name, so that they can help you.',
  'pupil.box.sent-now.hidden':
    'Your name is hidden unless someone is in danger. Someone may be in danger now, so they may look at your name to help.',
  'pupil.box.sent-now.mistake':
    'If no one is in danger, that is fine. You did nothing wrong. A grown-up will just check.',
  'pupil.box.sent-now.shut': 'School is shut now, so do not wait for us. Go to a grown-up near you, or ring 999.',
  'pupil.box.place-now': 'Where are you now?',
  'pupil.box.place-now.hint': 'If it is about someone else, where are they?',
  'pupil.box.who-now': 'Did someone do this? Who was it?',
  'pupil.box.done-now': 'That is all I ask. Stay with a grown-up you trust. You can write more to me any time.',
  'pupil.box.place-label': 'Where they are now: {text}',
  'pupil.box.who-label': 'Who did it: {text}',

  // More, once it is sent
  'pupil.box.added': 'I have added that to {reference}. A person will read it.',
  'pupil.box.more': 'What do you want to add to {reference}?',
  'pupil.box.more.hint': 'Just write it here. Your first words stay.',
  'pupil.box.more.nothing': 'Nothing now',
  'pupil.box.new': 'I want to tell you something new',
  'pupil.box.again.button': 'It has happened again',
  'pupil.box.could-not-add': 'I could not add that to {reference}. I have kept your words.',

  // When it is read
  'pupil.box.read.now': 'I am telling them now.',
  'pupil.box.read.today': 'They should read it today.',
  'pupil.box.read.next-day': 'They should read it by the next school day.',
  'pupil.box.read.shut': 'School is shut now. They should read it on {when}.',

  // What those who work the case see of it
  'case.report': 'Report',
  'case.unfinished': 'Not finished: sent at once while the child was still telling',
  'event.unfinished': 'It was sent at once, unfinished, since somebody may be in danger.',

  // Small things
  'pupil.box.in-chat': 'I have written to you in our chat. Please go there.',
  'pupil.box.old-button': 'That button is an old one. Nothing was changed.',
  'pupil.too-long': 'That is too long for me to keep in one go. It is not saved. Please send it in smaller parts.',
  'pupil.edited.draft': 'You changed a message. I have kept your first words too. It is not sent yet.',
  'pupil.edited.none': 'You changed a message. I keep your first words, and the new ones too.',
  'pupil.deleted.draft': 'You deleted a message. I still have your words, but they are not sent.',
  'pupil.deleted.none': 'You deleted a message. What you sent before is still with the people who help.',
  'pupil.unreadable': 'I could not read that button. Nothing was changed. You can write to me.',
  'pupil.strange': 'I cannot use that kind of message. Please write to me in words.',
  'pupil.draft.loose-left': 'You also wrote something that I did not send. I have kept it.',
  'pupil.saved.already': 'I have sent that. Its number is {reference}.',
  'pupil.saved.already-changed':
    'I have sent that, so it stays as it was. Its number is {reference}. You can tell me more.',
  'pupil.summary.title': 'Is this right?',
  'pupil.summary.what': 'What happened',
  'pupil.summary.where': 'Where and when',
  'pupil.place.online': 'It was online',
  'pupil.place.in-school': 'It was at school',
  'pupil.place.outside-school': 'Some other place',
  'pupil.summary.who': 'Who',
  'pupil.summary.danger': 'Someone is hurt or in danger now',
  'pupil.mine.words': '“{words}”',
  'pupil.mine.facts': '{state}. You sent it on {when}.',
  'pupil.mine.newest': 'These are the newest {count}.',
  'pupil.mine.read-by': 'The {role} has read it',
  'pupil.fault.not-shown': 'What you did is saved, but I cannot show it now. Please try again in a minute.',
} as const;
