/** What is said of deadlines, absence and the school's day. */
export const clock = {
  // On the card and in lists
  'clock.due.acknowledged': 'Acknowledge by',
  'clock.due.acted': 'Act on it by',
  'clock.due.reviewed': 'Close or look again by',
  'clock.overdue.acknowledged': 'Acknowledgement overdue since',
  'clock.overdue.acted': 'Action overdue since',
  'clock.overdue.reviewed': 'Closing or another look overdue since',
  'clock.listed': '{facts} · overdue since {due}',
  'clock.ring': 'Ring',
  'clock.ring-number': '{label}, {number}',
  'clock.ring-out-of-hours': 'Ring out of hours',
  'clock.told-in-person': 'Told in person',
  'clock.told-in-person-at': 'The reporter says that they told somebody in person, {when}',
  'clock.ping': 'On call, please look now:',

  // Where a deadline was missed
  'clock.climbed.acknowledged':
    'Nobody has acknowledged case {reference} yet. It was due by {due}. Please open it and acknowledge it, or ring those who should.',
  'clock.climbed.acted':
    'Nothing has been done on case {reference} since it was acknowledged. It was due by {due}. Please open it and put on record what is done.',
  'clock.climbed.reviewed':
    'Case {reference} is still open, and nobody has worked on it for some time. It was due to be closed or looked at by {due}.',
  'clock.climbed.at-once':
    'Case {reference} is immediate, and it came while school is closed. Please open it now and acknowledge it by {due}.',
  'clock.room.acknowledged': '{reference}: nobody has acknowledged it yet. It was due by {due}.',
  'clock.room.acted': '{reference}: nothing has been done on it yet. It was due by {due}.',
  'clock.room.reviewed': '{reference}: it is still open and was to be closed or looked at by {due}.',
  'clock.reporter':
    'Nobody has acknowledged {reference} yet. Please ring {label} on {number} now and say the reference. If somebody is in danger now, ring 999.',
  'pupil.clock.reporter':
    'I am sorry. Nobody has answered about {reference} yet. Please go to a grown-up you trust now. You can ring Childline on 0800 1111. In danger: 999.',
  'clock.nobody':
    'A case is overdue, and nobody is left at school who may be told of it. Please look at who is away and at the people in the school file, or ring the headteacher.',

  // In person
  'button.in-person': 'I have told them in person',
  'pupil.button.in-person': 'I told a grown-up at school too',
  'case.done.told-in-person':
    'Thank you. It is on the record of {reference} that you told somebody in person. They still have to acknowledge it here.',
  'pupil.case.done.told-in-person': 'Well done. I have noted it down. They will still read what you wrote here.',
  'pupil.saved.ring': 'You can also ring school. This is the number of {label}: {number}.',
  'saved.due': 'Somebody should have acknowledged it by {due}.',

  // Away and back
  'away.until':
    'You are down as away until {until}. Until then your cases and my calls go to {names}. Write “back” when you are back sooner.',
  'away.nobody':
    'You are down as away until {until}. But the school file names nobody else who could stand in for you. Please speak to the headteacher. Write “back” when you are back.',
  'away.back':
    'Welcome back. My calls come to you again. Cases that were handed over stay where they are until somebody assigns them.',
  'away.unclear': 'I could not read until when. Please write it like “away until Monday” or “away until 3 December”.',
  'away.past': 'That day is over. Please write it like “away until Monday” or “away until 3 December”.',
  'away.handed-over': 'Case {reference} comes to you, because {name} is away until {until}.',

  // What the record says
  'event.climbed.nobody': 'Overdue, and there was nobody left to tell ({step} by {due})',
  'event.climbed.channel': 'Overdue: the safeguarding channel was told again ({step} by {due})',
  'event.climbed.reporter': 'Nobody had acknowledged it: the reporter was told whom to ring',
  'event.climbed.people': 'Put before {names} by the clock ({step} by {due})',
  'event.told-in-person': 'Says that they told somebody in person',
  'event.handed-over': 'Handed over from {from}, who is away until {until}, to {to}',
  'clock.step.acknowledged': 'to be acknowledged',
  'clock.step.acted': 'to be acted on',
  'clock.step.reviewed': 'to be closed or looked at again',

  // Every morning
  'day.title': 'Today',
  'day.none': 'Good morning. There are no open cases in this channel.',
  'day.open': 'Good morning. Open cases: {open}. Overdue: {overdue}.',
  'day.oldest': 'The oldest is {reference}, open since {since}.',
  'day.undelivered': 'Messages that I could not deliver yet: {count}.',
  'day.away': 'Away: {who}.',
  'day.away-one': '{role} until {until}',
  'day.private': 'Cases that only you and a few others may know are overdue: {references}. Write “cases” to see them.',
  'day.unreachable':
    'I could not post in the safeguarding channel this morning, so cards of new cases do not arrive there either. {why} Until it is mended, please make sure that somebody writes “cases” to me in their own chat.',
  'day.unreachable-why': 'The platform says: {why}.',
  'day.terms-end':
    'The last term in the school file ends on {day}. After that I take every weekday for a school day. Please add the next terms and holidays.',
} as const;
