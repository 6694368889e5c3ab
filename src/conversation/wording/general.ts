/** What is said to anybody: the ways in, danger, the welcome, and what goes wrong. */
export const general = {
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
  'button.induction': 'Start your induction',
  'button.induction-go-on': 'Go on with your induction',
  'button.induction-agreement': 'Read the agreement',
  'button.start-with-words': 'Report this',
  'pupil.button.report': 'Tell us what happened',
  'pupil.button.my-reports': 'What I have told you',
  'pupil.button.send': 'Send it',
  'pupil.button.change': 'Change it',
  'pupil.button.add': 'Tell us more',
  'pupil.button.start-with-words': 'Tell us about this',

  // Danger comes before anything else
  'danger.now':
    'If somebody is in danger now, ring 999. Then ring {label} on {number}. Do not wait for an answer here.',
  'pupil.danger.now':
    'If you are in danger now, ring 999. If it is safe to move, go to a grown-up you trust. You can ring Childline any time on 0800 1111. It is free.',
  'danger.title': 'First, do this now',
  'pupil.danger.title': 'First, please stay safe',

  // Welcome and help
  'welcome.title': 'Hello, I am Lantern',
  'welcome.what':
    'Tell me about anything online that worries you about a pupil or a colleague. It takes about a minute.',
  'welcome.who-reads':
    'The safeguarding team of {school} reads every report. A report about a member of staff goes to the headteacher alone.',
  'welcome.how': 'Just write what happened, or press a button.',
  'welcome.ask': 'Or ask what our policy says, for example “can I use my own phone?”',
  'welcome.robot': 'I am a computer program. People read the reports that you send.',
  'welcome.induction': 'Your online safety induction is still to do. It takes about ten minutes.',
  'welcome.induction-agreement': 'There is an agreement for you to read and accept.',
  thanks: 'You are welcome. Write to me any time.',
  'pupil.thanks': 'That is fine. You can write to me any time.',
  'pupil.welcome.robot': 'I am a computer program, not a person. Real grown-ups read what you send.',
  'pupil.welcome.title': 'Hello, I am Lantern',
  'pupil.welcome.what':
    'You can tell me if something online makes you sad, scared or worried. You can tell me if someone does.',
  'pupil.welcome.who-reads':
    'What you send is read by {dslLabel} and the people who help them. The school’s chat also keeps messages.',
  'pupil.welcome.secret': 'I cannot keep it secret if someone may get hurt. No one can.',
  'help.title': 'What you can do here',
  'help.report': 'Write what happened, or “report”, to start a report.',
  'help.mine': '“my reports” shows what you have sent. You can add to it.',
  'help.ask': 'Ask what our policy says in your own words, or write “ask” first.',
  'help.induction': '“induction” takes you through the policy and the agreement you accept.',
  'help.cancel': '“cancel” deletes a report that you have not sent yet.',
  'help.cases': '“cases” lists the open cases, most urgent first.',
  'help.not-watched': 'Nobody watches this chat all the time. {danger}',

  // Not understood
  'unsure.title': 'Is this a concern?',
  'unsure.kept':
    'I did not understand that. If it is something the safeguarding team should know, press “Report this” and I will carry your words over.',
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
    'I cannot post in the safeguarding channel ({why}). Please check that it exists, that nobody else can look into it, and that Lantern is in it. Until then new cases go to people in their own chats.',
  'admin.broken.person':
    'I cannot write to somebody who works on cases ({why}). Please check the people in the school file. The next person has been told instead.',

  // Where a heading is needed and there is none
  'app.name': 'Lantern',

  // Where there is no room
  'long.more': 'Show more',
  'long.kept': 'This answer is too long for the form. All of it is kept, and you can read it back before you send it.',
  'channel.not-private':
    'This channel is not private, or is shared with another workspace, so I do not post cases here. Please make it private and keep it to your own school. Until then new cases go to people in their own chats.',
} as const;
