/** What is said about the people of a case, its times, and its ties to other cases. */
export const people = {
  // Little forms
  'people.add': 'Add a person',
  'people.add-submit': 'Add them',
  'people.change': 'Change a person',
  'people.change-submit': 'Change it',
  'people.remove': 'Remove a person',
  'people.remove-submit': 'Remove them',
  'people.remove-hint': 'Whoever was kept out of the case because of it stays out.',
  'people.readmit': 'Let somebody know again',
  'people.readmit-submit': 'Let them know of it again',
  'people.times-form': 'Correct the times',
  'people.times-form-submit': 'Correct them',
  'people.chronology': 'Chronology of a person',
  'people.chronology-submit': 'Show it',
  'people.link': 'Link to another case',
  'people.link-submit': 'Link them',
  'people.merge': 'Close as a double',
  'people.merge-submit': 'Close this one as a double',
  'people.of-school': 'Is it one of these people?',
  'people.not-of-school': 'No, or I do not know',
  'people.same': 'Leave it as it is',
  'people.name': 'Name',
  'people.name-hint': 'Leave it empty where you picked somebody, or do not know the name',
  'people.new-name': 'New name',
  'people.new-name-hint': 'Leave it empty to keep the name',
  'people.type': 'Who are they?',
  'people.part': 'What was their part?',
  'people.who': 'Who?',
  'people.reason': 'Why, or how do you know?',
  'people.other': 'Reference of the other case',
  'people.other-hint': 'For example K7QF-3MX9',
  'people.link-why': 'What have they to do with each other?',
  'people.merge-why': 'Why is it the same report?',
  'people.merge-hint': 'The other case goes on. Whoever reported this one keeps their own thread.',

  // Rows of a case
  'people.reported': 'Reported',
  'people.times-corrected': '(the other times were corrected)',
  'people.repeat': 'Repeat',
  'people.repeat-value': '{nth} in 6 weeks',
  'people.repeat-line': '{nth} report in six weeks that names the same person.',
  'people.repeat-named': '{nth} report in six weeks that names {name}. Check that it is the same person.',
  'people.tied': 'Other cases',
  'people.tied.linked': '{reference}: linked.',
  'people.tied.merged-into': '{reference}: this case is a double of it, and it goes on there.',
  'people.tied.merged-here': '{reference}: a double, merged into this case.',
  'people.tied.again-after': '{reference}: the reporter says it happened again after that one.',
  'people.tied.again-since': '{reference}: the reporter says it has happened again.',
  'people.suggested': 'May be about the same event',
  'people.suggested-line': '{reference}',
  'people.suggested-why':
    'Reported within three days of each other, about the same person, or by the same person about the same thing.',
  'people.link-it': 'Link to {reference}',
  'people.another-case': 'another case',
  'people.not-known': 'not known',
  'people.times': 'happened {happened}, noticed {noticed}',

  // Why a case about an adult of the school is with whoever takes it
  'people.came': 'Why it came to you',
  'people.came-staff':
    'It says that an adult of the school may have done it, so it is with you and not in the safeguarding channel.',
  'people.came-named':
    'It says that an adult of the school may have done it ({names}), so it is with you and not in the safeguarding channel.',
  'people.came-moved': 'It was in the safeguarding channel first.',
  'people.came-reason': 'The reason on the record: {reason}',

  // The chronology of a person
  'people.chronology-title': 'Chronology of a person',
  'people.chronology-count': '{count} in all, oldest first',
  'people.chronology-cases': 'Cases',
  'people.chronology-latest':
    'These are the latest {count}. Found by the name as it was written, so check that it is the same person.',
  'people.chronology-note':
    'Found by the name as it was written, so check that it is the same person. Only cases that you may open are here.',
  'people.open-one': 'Open {reference}',
  'people.happened': 'Happened: {when}',
  'people.outcome': 'Outcome: {text}',
  'people.state.double': 'Closed as a double of another case',

  // What came of it
  'case.done.party-add': '{reference}: they are added.',
  'case.done.party-change': '{reference}: it is changed.',
  'case.done.party-remove': '{reference}: they are removed. Whoever was kept out stays out.',
  'case.done.readmit': '{reference}: they may know of it again where their role allows it. I have not told them.',
  'case.done.times': '{reference}: the times are corrected.',
  'case.done.chronology': '{reference}: I have sent the chronology to your own chat with me. That is on the record.',
  'case.done.link': '{reference}: it is linked, there and here.',
  'case.done.merge': '{reference}: it is closed as a double. The other case goes on for both.',
  'case.left':
    '{reference}: saved. Because of whom it is now about, this case has gone to somebody else, and you cannot see it any more.',
  'case.left.headteacher':
    '{reference}: saved. Because of whom it is now about, this case is with the headteacher alone, and you cannot see it any more.',
  'case.left.chair-of-governors':
    '{reference}: saved. Because of whom it is now about, this case is with the chair of governors alone, and you cannot see it any more.',
  'case.left.nobody': '{reference}: saved. Nobody at school may take it now. Ring {ladoLabel} at once: {ladoNumber}.',
  'case.moved-title': 'Moved',
  'case.moved':
    'This case is now with somebody else, so there is nothing more to do here; if you have a question about it, ask {headLabel}, or {chairLabel} if you would rather not ask them.',
  'case.invalid.no-such-party': '{reference}: that person is not in this case any more, so nothing was changed.',
  'case.invalid.too-many':
    '{reference}: there are too many people in this case, so nobody was added. Put the name in a note.',
  'case.invalid.still-named':
    '{reference}: the case still says that they may have done it, so nothing was changed. Change that first, with your reason.',
  'case.invalid.day':
    '{reference}: I could not read the day or the time, so nothing was changed. Please pick them again.',
  'case.invalid.day-to-come':
    '{reference}: that has not come yet, so nothing was changed. Please check the day and the time.',
  'case.invalid.noticed-first':
    '{reference}: it cannot have been noticed before it happened, so nothing was changed. Please check both days.',
  'case.invalid.other-case':
    '{reference}: there is no other case with that reference that you may do this with. Nothing was changed.',
  'case.invalid.other-closed': '{reference}: the other case is closed, so nothing was changed. Reopen that one first.',
  'case.invalid.tied-already': '{reference}: these two are linked already.',
  'case.invalid.would-show':
    '{reference}: this case is known to fewer people than the other one, so it cannot go on there. Close the other one as a double of this one instead.',
  'news.handed': 'Report {reference} is now yours to deal with, because of whom it is about. Please open it here.',

  // What the record says
  'event.party-added': 'Added {who}: {text}',
  'event.party-changed': 'Changed {from} to {who}: {text}',
  'event.party-removed': 'Removed {who}: {text}',
  'event.kept-out': '(may not know of this case from now on: {names})',
  'event.readmitted': '{name} may know of this case again: {text}',
  'event.times-corrected': 'Corrected the times from {from} to {now}: {text}',
  'event.chronology-opened': 'Opened the chronology of {who}',
  'event.linked': 'Linked to {reference}: {text}',
  'event.merged-into': 'Closed as a double of {reference}: {text}',
  'event.merged-from': '{reference} was closed as a double of this case: {text}',
  'event.split-off': '{reference} was opened again as a case of its own: {text}',
} as const;
