/**
 * Every sentence Lantern says to anybody, in plain British English. Keys starting with `pupil.` are for children:
 * short words, no blame, no promise of secrecy. `{name}` is filled in by {@link say}.
 */
export const wording = {
  // Buttons and commands
  'button.report': 'Report a concern',
  'button.my-reports': 'My reports',
  'button.help': 'Help',
  'button.cases': 'Open cases',
  'button.continue': 'Carry on with it',
  'button.delete-draft': 'Delete it',
  'button.delete-start-new': 'Delete it and start a new one',
  'button.send': 'Send this report',
  'button.change': 'Change something',
  'button.add': 'Add to it',
  'button.open': 'Open',
  'button.acknowledge': 'Acknowledge',
  'button.start-with-words': 'Report this',
  'pupil.button.report': 'Tell us what happened',
  'pupil.button.my-reports': 'What I have told you',
  'pupil.button.send': 'Send it',
  'pupil.button.change': 'Change it',
  'pupil.button.delete-draft': 'Delete it',
  'pupil.button.add': 'Tell us more',
  'pupil.button.start-with-words': 'Tell us about this',

  // Danger comes before anything else
  'danger.now':
    'If somebody is in danger now, ring 999. Then ring {label} on {number}. Do not wait for an answer here.',
  'pupil.danger.now':
    'If you are in danger now, ring 999 or go to a grown-up you trust. You can ring Childline any time on 0800 1111. It is free.',
  'danger.title': 'First, do this now',
  'pupil.danger.title': 'First, please stay safe',

  // Advice by kind of concern, for staff
  'advice.general': 'Write what you saw or were told, in the words that were used. Leave out what you think it means.',
  'advice.nudes':
    'Do not look at, copy, share, save or delete the picture. Do not ask the child to show it, send it or delete it. Take the device to {label}, switched off, if you can do so calmly. Tell nobody else.',
  'advice.abuse-imagery':
    'Stop looking now. Do not copy, forward, print or delete anything. Close the lid, stay with the device and ring {label} on {number}. The police will be told.',
  'advice.self-harm':
    'Stay with the child and keep calm. Do not leave them alone. Somebody must see them today, even if they say that it was a joke.',
  'advice.grooming':
    'Do not answer the other person and do not let the child arrange to meet. Keep the messages as they are. If they are about to meet, ring 999.',
  'advice.staff-conduct':
    'Do not speak to the person it is about, and do not look into it yourself. Write down exactly what you saw or were told.',
  'advice.cyberbullying':
    'Listen, and thank the child for telling you. Do not promise to keep it secret. Ask them not to answer the messages, and to keep them.',
  'advice.data':
    'Stop using the device, and do not try to put it right alone. Say what information is concerned. Never write a password here.',
  'advice.keep-evidence': 'Keep what is there as it is. Do not answer it and do not share it.',
  'advice.danger': 'A person must act on this now. Ring {label} on {number} as well as writing here.',

  // Advice for pupils
  'pupil.advice.general': 'You have done the right thing. Tell us in your own words. There are no wrong words.',
  'pupil.advice.nudes':
    'You are not in trouble. Please do not send any picture here, and do not share it with anyone. You do not have to show it to anyone. Go to {label} now.',
  'pupil.advice.abuse-imagery':
    'You are not in trouble. Close the screen and do not look again. Do not send any picture here. Go to {label} now.',
  'pupil.advice.self-harm':
    'I am glad you told me. Please go to a grown-up near you now. You can ring Childline on 0800 1111, day or night.',
  'pupil.advice.grooming':
    'Please do not meet anyone you only know from online. Do not answer them. You are not in trouble. Tell a grown-up you trust today.',
  'pupil.advice.staff-conduct': 'It is right to tell. No grown-up at school should make you feel unsafe.',
  'pupil.advice.cyberbullying': 'It is not your fault. Try not to answer back. Keep the messages, so that we can help.',
  'pupil.advice.data': 'Thank you for telling us. Do not write any password here.',
  'pupil.advice.keep-evidence': 'It is not your fault. Try not to answer back. Keep what you saw, so that we can help.',
  'pupil.advice.danger': 'This sounds serious. Please go to a grown-up near you now. If you are in danger, ring 999.',

  // Welcome and help
  'welcome.title': 'Hello, I am Lantern',
  'welcome.what':
    'Tell me about anything online that worries you about a pupil or a colleague. It takes about a minute.',
  'welcome.who-reads':
    'The safeguarding team of {school} reads every report. A report about a member of staff goes to the headteacher alone.',
  'welcome.how': 'Just write what happened, or press a button.',
  'pupil.welcome.title': 'Hello, I am Lantern',
  'pupil.welcome.what': 'You can tell me if something online, or someone, makes you sad, scared or worried.',
  'pupil.welcome.who-reads':
    '{dslLabel} and the people who help them read what you send. The school’s chat also keeps messages.',
  'pupil.welcome.secret': 'I cannot keep it secret if someone may get hurt.',
  'pupil.welcome.how': 'Write what happened, or press the button.',
  'help.title': 'What you can do here',
  'help.report': 'Write what happened, or “report”, to start a report.',
  'help.mine': '“my reports” shows what you have sent. You can add to it.',
  'help.cancel': '“cancel” deletes a report that you have not sent yet.',
  'help.cases': '“cases” lists the open cases, most urgent first.',
  'help.not-watched': 'Nobody watches this chat all the time. {danger}',
  'pupil.help.title': 'How I can help',
  'pupil.help.report': 'Write what happened. I will ask you a few things. Then you can send it.',
  'pupil.help.mine': 'Write “my reports” to see what you have sent.',
  'pupil.help.cancel': 'Write “cancel” to delete something you have not sent.',
  'pupil.help.not-watched': 'People do not read this chat all the time. {danger}',

  // Not understood
  'unsure.title': 'Is this a concern?',
  'unsure.kept':
    'I did not understand that. If it is something the safeguarding team should know, press “Report this” and I will carry your words over.',
  'unsure.question':
    'I cannot answer questions about the policy yet. Please ask {dslLabel} on {dslNumber}. If it is a concern about somebody, press “Report this”.',
  'empty.said': 'Your message had no words in it. Write what happened, or press a button.',
  'pupil.empty.said': 'I could not see any words. You can write what happened, or press the button.',
  'files.refused':
    'I cannot take files or pictures, so I have not looked at it or kept it. Please do not send it to anybody else. Describe it in words: what it is and who has it.',
  'pupil.files.refused':
    'I cannot take pictures or files, so I have not looked at it or kept it. You are not in trouble. Please do not send it to anyone. You can tell me about it in words.',
  'edited.draft': 'You changed a message. I have kept the first words as well. Nothing is sent yet.',
  'edited.none': 'You changed a message. I keep what was first written, and take the new words like a message.',
  'deleted.draft':
    'You deleted a message. I still hold what it said in your report, which is not sent. Write “cancel” to delete the report.',
  'deleted.none': 'You deleted a message. What was already sent to the safeguarding team stays with them.',
  unreadable: 'I could not read what that button sent. Nothing was changed. Write “help” to see what you can do.',
  'unreadable.form':
    'I could not read that form, so nothing in it was saved. Your report is as it was before. Here it is again.',
  'unreadable.no-draft':
    'I could not read that form, so nothing in it was saved. Write “report” to start again, or ring {dslLabel} on {dslNumber}.',
  strange: 'I cannot use that kind of message. Please write to me in words, or write “help”.',
  'too-long':
    'That is longer than I can keep in one piece ({length} characters; the most is {most}). Nothing was saved. Please send it in shorter parts.',
  'in-channel': 'I do not take reports here, where others can read them. Please write to me in a chat of our own.',
  'in-channel.joined':
    'Lantern posts a card for each new case in the school’s safeguarding channel. Cards carry no names. Please do not write names in a channel.',

  // The draft
  'form.title': 'Your report',
  'form.kept': 'Your words are kept, and nothing is sent until you say so.',
  'form.added': 'I have added that to your report. It is not sent yet.',
  'form.what': 'What happened?',
  'form.what-hint': 'What you saw, heard or were told, in the words that were used',
  'form.danger': 'Somebody is in danger now, or may be hurt today',
  'form.occurred-day': 'Day it happened',
  'form.occurred-time': 'Time it happened',
  'form.noticed-day': 'Day it was noticed',
  'form.noticed-time': 'Time it was noticed',
  'form.more': 'Add evidence and more',
  'form.place': 'Where did it happen?',
  'form.site': 'Which app, game or website?',
  'form.site-hint': 'For example a group chat, a game, a web address',
  'form.who': 'Who is it about?',
  'form.name': 'Name of person {n}',
  'form.kind': 'Who is person {n}?',
  'form.part': 'What was the part of person {n}?',
  'form.another': 'Add another person',
  'form.evidence': 'What evidence is there?',
  'form.evidence-hint': 'Describe it in words. Never send or copy a picture.',
  'form.evidence-holder': 'Who has it?',
  'form.done': 'What has been done already?',
  'form.done-hint': 'Who was told, and what was said',
  'form.required': 'Please fill this in. A few words are enough.',
  'form.submit': 'Read it back',
  'form.open': 'Fill in the form',
  'form.cancel': 'Delete it',
  'form.problem-what': 'Please say what happened. A few words are enough.',
  'form.problem-day': 'I could not read the day or the time. Please pick them again, or leave them empty.',
  'form.problem-future': 'That day has not come yet. Please pick the day again, or leave it empty.',
  'form.problem-long':
    'That is longer than I can keep in one piece ({length} characters; the most is {most}). Please shorten it. You can add the rest later.',
  'about.message': 'It is about a message by {author}: {link}',
  'form.no-draft':
    'That form belongs to a report that is no longer open, so I have started a new one with what you wrote.',
  'pupil.form.title': 'What happened',
  'pupil.form.kept': 'Nothing is sent until you say so.',
  'pupil.form.added': 'I have added that. It is not sent yet.',
  'pupil.form.what': 'What happened?',
  'pupil.form.what-hint': 'Use your own words',
  'pupil.form.danger': 'I am, or someone is, in danger now',
  'pupil.form.place': 'Where did it happen?',
  'pupil.form.site': 'Which app, game or website?',
  'pupil.form.site-hint': 'You can leave this empty',
  'pupil.form.who': 'Who was it?',
  'pupil.form.name': 'Their name, if you know it',
  'pupil.form.kind': 'Who are they?',
  'pupil.form.part': 'What did they do?',
  'pupil.form.another': 'Add someone else',
  'pupil.form.submit': 'Next',
  'pupil.form.open': 'Answer the questions',
  'pupil.form.cancel': 'Delete it',
  'pupil.form.required': 'Please write a few words.',
  'pupil.form.problem-what': 'Please write a few words about what happened.',
  'place.in-school': 'In school',
  'place.outside-school': 'Outside school',
  'place.online': 'Online only',
  'place.unknown': 'Not known',
  'kind.pupil': 'A pupil',
  'kind.staff': 'A member of staff',
  'kind.headteacher': 'The headteacher',
  'kind.dsl': 'The safeguarding lead',
  'kind.outside': 'Someone outside school',
  'kind.unknown': 'Not known',
  'pupil.kind.pupil': 'Another child at school',
  'pupil.kind.staff': 'A grown-up who works at school',
  'pupil.kind.headteacher': 'The headteacher',
  'pupil.kind.dsl': 'The safeguarding lead',
  'pupil.kind.outside': 'Someone not at school',
  'pupil.kind.unknown': 'I do not know',
  'part.target': 'It was done to them',
  'part.alleged': 'They may have done it',
  'part.bystander': 'They saw it',
  'part.reporter': 'They told somebody',
  'part.unknown': 'Not known',
  'pupil.part.target': 'It was done to them',
  'pupil.part.alleged': 'They did it',
  'pupil.part.bystander': 'They saw it',
  'pupil.part.reporter': 'They told someone',
  'pupil.part.unknown': 'I do not know',
  'draft.waiting': 'You have a report that is not sent yet, begun {when}.',
  'draft.waiting-words': 'I have kept what you just wrote. Does it belong to that report?',
  'draft.loose-left': 'You also wrote something that is not in this report. I have kept it.',
  'draft.deleted': 'I have deleted the report. Nothing was sent.',
  'draft.deleted-danger': 'If you know of something, please tell {dslLabel} in person, today.',
  'draft.none': 'There is no unsent report to delete.',
  'draft.none-to-send':
    'That report is no longer open. Nothing was sent by this button. Write “my reports” to see what you have sent.',
  'pupil.draft.waiting': 'You have something that is not sent yet, from {when}.',
  'pupil.draft.waiting-words': 'I have kept what you just wrote. Is it about the same thing?',
  'pupil.draft.deleted-danger': 'Please tell a grown-up you trust today. You matter, and they want to help.',
  'pupil.draft.deleted': 'I have deleted it. Nothing was sent. You can come back any time.',
  'summary.title': 'Is this right?',
  'summary.intro': 'Nothing is sent yet. {route}',
  'pupil.summary.intro': 'It is not sent yet. {route}',
  'summary.occurred': 'Happened',
  'summary.noticed': 'Noticed',
  'summary.where': 'Where',
  'summary.evidence': 'Evidence',
  'summary.danger': 'In danger now',
  'summary.danger-yes': 'Yes',
  'summary.category': 'I would file it as',
  'summary.who': 'About',
  'summary.done': 'Done already',
  'summary.what': 'What happened',
  'route.safeguarding': 'It will go to the safeguarding team.',
  'route.headteacher': 'It will go to the headteacher alone, not to the safeguarding channel.',
  'route.chair-of-governors': 'It will go to the chair of governors alone. The headteacher will not see it.',
  'route.deputy-dsl': 'It will go to the deputy safeguarding lead alone.',
  'route.dsl': 'It will go to the safeguarding lead alone.',
  'route.nobody': 'Nobody at school may take this. Please ring {ladoLabel} on {ladoNumber} yourself.',
  'pupil.route.safeguarding': '{dslLabel} and the people who help them will read it.',
  'pupil.route.headteacher': 'Only the headteacher will read it.',
  'pupil.route.chair-of-governors': 'Only the chair of governors will read it. The headteacher will not see it.',
  'pupil.route.deputy-dsl': 'Only the deputy safeguarding lead will read it.',
  'pupil.route.dsl': 'Only the safeguarding lead will read it.',
  'pupil.route.nobody': 'Please ring Childline on 0800 1111. They can help you tell the right person.',

  // Saved
  'saved.title': 'Saved. Your reference is {reference}',
  'saved.when.immediate': 'They are told at once and should act within minutes.',
  'saved.when.high': 'It should be looked at today, or on the next school day if school is closed.',
  'saved.when.medium': 'It should be looked at by the next school day.',
  'saved.when.low': 'It is routine and will be looked at in turn.',
  'saved.next': 'You will get a message here when somebody has acknowledged it, and when it is closed.',
  'saved.ring': 'This may be urgent, so please ring {label} on {number} now as well. Say the reference.',
  'saved.lado': 'You can also speak to {ladoLabel} on {ladoNumber}.',
  'saved.cannot-wait': 'If it cannot wait, ring {label} on {number} and say the reference.',
  'saved.keep': 'Please do not look into it further yourself, and speak about it only to the people above.',
  'saved.add': 'To tell more, write “my reports”.',
  'saved.already': 'That report is already saved. Its reference is {reference}.',
  'saved.already-changed':
    'That report was already sent, so the form did not change it. Its reference is {reference}. To tell more, press “Add to it”.',
  'saved.cannot-delete':
    'That report is already with the safeguarding team, so I cannot delete it. Its reference is {reference}.',
  'pupil.saved.title': 'It is sent. Your number is {reference}',
  'pupil.saved.thanks': 'Thank you for telling us. You did the right thing.',
  'pupil.saved.when.immediate': 'I am telling them now.',
  'pupil.saved.when.high': 'They should read it today if it is a school day.',
  'pupil.saved.when.medium': 'They should read it by the next school day.',
  'pupil.saved.when.low': 'They should read it by the next school day.',
  'pupil.saved.next': 'I will write to you here when someone has read it.',
  'pupil.saved.add': 'You can tell us more any time. Write “my reports”.',

  // Going wrong
  'fault.not-saved':
    'Something went wrong and this is NOT saved. Please try again in a minute. If it cannot wait, ring {dslLabel} on {dslNumber}. In danger: 999.',
  'pupil.fault.not-saved':
    'Something went wrong and this is NOT saved. Please tell a grown-up you trust. You can try again in a minute. Childline: 0800 1111. In danger: 999.',
  'fault.not-shown': 'What you did is saved, but I cannot show it just now. Please try again in a minute.',
  undelivered:
    'Your report {reference} is saved, but I have not been able to put it in front of anybody yet. Please ring {label} on {number} and say the reference. I keep trying.',
  'pupil.undelivered':
    'What you told us is saved ({reference}), but nobody has seen it yet. Please tell a grown-up at school. You can ring Childline on 0800 1111.',

  'admin.broken.app':
    'The chat platform no longer takes my messages ({why}). Please install Lantern again. Reports are still taken, and go to people where I can reach them.',
  'admin.broken.channel':
    'I cannot post in the safeguarding channel ({why}). Please check that it exists, that it is private, and that Lantern is in it. Until then new cases go to people in their own chats.',
  'admin.broken.person':
    'I cannot write to somebody who works on cases ({why}). Please check the people in the school file. The next person has been told instead.',

  // Where a heading is needed and there is none
  'app.name': 'Lantern',

  // Where there is no room
  'long.more': 'Show more',
  'long.kept': 'This answer is too long for the form. All of it is kept, and you can read it back before you send it.',
  'channel.not-private':
    'This channel is not private, or is shared with another workspace, so I do not post cases here. Please make it private and keep it to your own school. Until then new cases go to people in their own chats.',

  // News of a report
  'news.acknowledged': 'Your report {reference} has been acknowledged. Somebody is dealing with it.',
  'news.closed':
    'Your report {reference} has been dealt with and is closed. I cannot say what was done. If you are still worried, tell me.',
  'news.reopened': 'Your report {reference} has been opened again. Somebody is dealing with it.',
  'pupil.news.acknowledged': 'Someone has read what you told us ({reference}). They are working on it.',
  'pupil.news.closed': 'What you told us ({reference}) has been dealt with. If it is still happening, please tell me.',
  'pupil.news.reopened': 'We are looking again at what you told us ({reference}).',
  'news.assigned': 'Case {reference} has been given to you.',
  'news.escalated': 'Case {reference} has been escalated to you.',
  'news.added': 'Something was added to case {reference}.',
  'news.private': 'A new report {reference} has come to you alone. It is not in the safeguarding channel.',
  'news.passed-on':
    'A report {reference} could not be put where it belongs, so it comes to you. Please look at it now.',
  'news.helper': 'A new case {reference} may need your help.',

  // A person's own reports
  'mine.title': 'My reports',
  'mine.none': 'You have not sent a report yet.',
  'mine.newest': 'These are your newest {count}.',
  'mine.facts': '{state} · sent {when}',
  'mine.state.new': 'Sent, waiting to be acknowledged',
  'mine.state.acknowledged': 'Acknowledged',
  'mine.state.closed': 'Closed',
  'pupil.mine.title': 'What you have told us',
  'pupil.mine.none': 'You have not told us anything yet.',
  'pupil.mine.state.new': 'Sent',
  'pupil.mine.state.acknowledged': 'Someone has read it',
  'pupil.mine.state.closed': 'Done',
  'add.title': 'Add to {reference}',
  'add.label': 'What would you like to add?',
  'add.hint': 'Your first words stay as they are',
  'add.required': 'Please write a few words.',
  'add.submit': 'Add it',
  'add.saved': 'I have added that to {reference}. It is saved.',
  'add.saved-closed': 'I have added that to {reference} and told those who deal with it. It is saved.',
  'add.empty': 'There were no words to add. Nothing was changed.',

  // Cases, for those who work them
  'case.title': 'Case {reference}',
  'case.category': 'Category',
  'case.severity': 'Severity',
  'case.state': 'State',
  'case.since': 'Open since',
  'case.reported': 'Reported',
  'case.acknowledged': 'Acknowledged',
  'case.acknowledged-by-role': 'by the {role}, {when}',
  'case.assigned': 'Assigned',
  'case.assigned-to-role': 'to the {role}',
  'case.closed': 'Closed',
  'case.reporter': 'Reported by',
  'case.reporter-hidden': 'Not shown to your role',
  'case.outcome': 'Outcome',
  'case.lessons': 'Lessons learned',
  'case.history': 'What has happened',
  'case.severity.immediate': 'Immediate: act now',
  'case.severity.high': 'High: today',
  'case.severity.medium': 'Medium: next school day',
  'case.severity.low': 'Low: routine',
  'case.state.new': 'New, nobody has acknowledged it',
  'case.state.acknowledged': 'Acknowledged',
  'case.state.closed': 'Closed',
  'case.assign': 'Assign',
  'case.assign-to': 'Who takes it?',
  'case.assign-me': 'Me',
  'case.assign-submit': 'Assign it',
  'case.note': 'Note',
  'case.note-text': 'Note for the record',
  'case.note-submit': 'Save the note',
  'case.escalate': 'Escalate',
  'case.escalate-to': 'To whom?',
  'case.escalate-reason': 'Why?',
  'case.escalate-submit': 'Escalate it',
  'case.told': 'Told outside',
  'case.told-body': 'Who was told?',
  'case.told-who': 'Name of the person spoken to',
  'case.told-number': 'Their number or reference',
  'case.told-when': 'When?',
  'case.told-when-hint': 'For example 21 November, 14:10',
  'case.told-submit': 'Record it',
  'case.close': 'Close',
  'case.close-outcome': 'Outcome',
  'case.close-lessons': 'Lessons learned (or “none”)',
  'case.close-submit': 'Close the case',
  'case.reopen': 'Reopen',
  'case.reopen-reason': 'Why?',
  'case.reopen-submit': 'Reopen it',
  'case.required': 'Please fill this in.',
  'body.police': 'Police',
  'body.childrens-social-care': 'Children’s social care',
  'body.lado': 'LADO (the local authority’s designated officer)',
  'case.done.acknowledge': '{reference}: you have acknowledged it. The reporter is told.',
  'case.done.assign': '{reference}: it is assigned.',
  'case.done.note': '{reference}: your note is saved.',
  'case.done.escalate': '{reference}: it is escalated, and they are told in their own chat.',
  'case.done.told-outside': '{reference}: that is on the record.',
  'case.done.close': '{reference}: it is closed. The reporter is told.',
  'case.done.reopen': '{reference}: it is open again. The reporter is told.',
  'case.done.open': '{reference}: I have sent it to your own chat with me. The opening is on the record.',
  'case.refused':
    'There is no case with that reference that you may do this with. This has been recorded. If you think that is wrong, speak to {dslLabel}.',
  'case.refused-list': 'Your role does not list cases. This has been recorded.',
  'case.too-late.acknowledged': '{reference}: {name} acknowledged it first. Nothing was changed.',
  'case.too-late.acknowledged-self': '{reference}: you have already acknowledged it.',
  'case.too-late.closed': '{reference}: this case is closed, so nothing was changed. Reopen it first.',
  'case.too-late.not-closed': '{reference}: this case is not closed, so there is nothing to reopen.',
  'case.invalid.empty': '{reference}: something was left empty, so nothing was saved. Please fill in every field.',
  'case.invalid.person-may-not-know': '{reference}: that person may not see this case, so nothing was changed.',
  'cases.title': 'Open cases',
  'cases.none': 'There are no open cases for you.',
  'cases.first': 'These are the {count} most urgent.',
  'cases.facts': '{severity} · {category} · {state} · since {when}',

  // What the record says of each event
  'event.reported': 'Reported as {category}, {severity}',
  'event.added': 'The reporter added: {text}',
  'event.added-graver': 'The reporter added: {text} (now {severity})',
  'event.opened': 'Opened',
  'event.acknowledged': 'Acknowledged',
  'event.assigned': 'Assigned to {name}',
  'event.noted': 'Note: {text}',
  'event.escalated': 'Escalated to {name}: {text}',
  'event.told-outside': '{body} told: {name}, {number}, {when}',
  'event.closed': 'Closed',
  'event.reopened': 'Reopened: {text}',
  'event.refused': 'Refused: {action}',
  'event.to-channel': 'the safeguarding channel',
  'event.delivered': 'Delivered to {to}',
  'event.undelivered': 'Could not be delivered to {to} yet',
  'event.by': '{name}: {what}',
  'event.someone': 'Somebody',

  // Vocabulary
  'category.cyberbullying': 'Cyberbullying',
  'category.nudes-semi-nudes': 'Nudes or semi-nudes',
  'category.grooming-contact': 'Grooming or unsafe contact',
  'category.child-abuse-imagery': 'Child abuse imagery',
  'category.self-harm': 'Self-harm or suicide',
  'category.extremism': 'Extremism',
  'category.hate-content': 'Hate',
  'category.inappropriate-content': 'Inappropriate content',
  'category.staff-conduct': 'Conduct of staff',
  'category.account-misuse': 'Misuse of an account',
  'category.hacking-malware': 'Hacking or malware',
  'category.data-breach': 'Personal data breach',
  'category.device-loss': 'Lost or stolen device',
  'category.phishing-scam': 'Phishing or scam',
  'category.gambling-commerce': 'Gambling or spending',
  'category.social-media-misuse': 'Misuse of social media',
  'category.image-consent': 'Picture without consent',
  'category.filtering-issue': 'Filtering',
  'category.copyright': 'Copyright',
  'category.other': 'Other concern',
  'role.pupil': 'pupil',
  'role.staff': 'member of staff',
  'role.dsl': 'safeguarding lead',
  'role.deputy-dsl': 'deputy safeguarding lead',
  'role.headteacher': 'headteacher',
  'role.chair-of-governors': 'chair of governors',
  'role.it-support': 'IT support',
  'role.data-protection': 'data protection lead',
  'role.governor': 'governor',
  'role.admin': 'administrator',
} as const;

/** Names a sentence of the catalogue. */
export type WordingId = keyof typeof wording;

/** The sentence with its `{names}` filled in. A name without a value is a fault of ours and throws. */
export function say(id: WordingId, values: Readonly<Record<string, string | number>> = {}): string {
  return wording[id].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording ${id}: no value for {${name}}`);
    return String(value);
  });
}

type PupilId = Extract<WordingId, `pupil.${string}`> extends `pupil.${infer Id}` ? Id : never;
type SharedId = Extract<PupilId, WordingId>;

/** The id of the sentence for a child where there is one, when the listener is a child. */
export function forListener(id: WordingId, pupil: boolean): WordingId {
  const childs = `pupil.${id}`;
  return pupil && childs in wording ? (childs as `pupil.${SharedId}`) : id;
}
