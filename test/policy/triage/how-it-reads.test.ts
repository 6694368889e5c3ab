import { describe, expect, it } from 'vitest';
import { policyNamed } from '../../support/policies.ts';
import { floorDesk, linesOf, routeOf } from '../../support/triage.ts';

const { triage } = floorDesk;
const staff = (text: string) => triage({ text, reporter: 'staff' });
const pupil = (text: string) => triage({ text, reporter: 'pupil' });

describe('Typing does not have to be right', () => {
  it.each([
    ['sum1 keeps sendin me horible mesages on snapchatt', 'cyberbullying'],
    ['he askd me 4 nuds', 'nudes-semi-nudes'],
    ['my laptop was stollen from the car', 'device-loss'],
    ['i think im bein groomd by a man on roblox', 'grooming-contact'],
    ['got a fishy emial with a dodgey link', 'phishing-scam'],
    ['im gonna kil myslef', 'self-harm'],
    ['theyre bein mean 2 me in the groupchat', 'cyberbullying'],
  ])('%s', (text, kind) => {
    const result = pupil(text);
    expect([result.category, ...result.alsoCategories]).toContain(kind);
  });
});

describe('A no is understood', () => {
  it('a lost device without data is not taken for a breach', () => {
    const empty = staff('left the class ipad on the bus. nothing personal on it, not logged in, nobody hurt');
    expect(empty).toMatchObject({ category: 'device-loss', severity: 'medium' });
  });
  it('a suspicious email that nobody opened is milder than one that was', () => {
    expect(['medium', 'low']).toContain(
      staff('i got a suspicious email with a link, i have not clicked anything').severity,
    );
    expect(staff('i clicked the link in a suspicious email and typed my password').severity).toBe('high');
  });
  it('“no one’s been bullied” is no bullying', () => {
    const spoken = staff('he has been bullied').words;
    expect(spoken.length).toBeGreaterThan(0);
    for (const word of spoken) expect(staff("no one's been bullied").words).not.toContain(word);
  });
  it('children who gang up are no gang', () => {
    expect(staff('five girls are ganging up on one in a chat, no threats').category).toBe('cyberbullying');
  });
  it('a no never makes words about dying harmless', () => {
    expect(pupil('i dont want to kill myself but i cant go on')).toMatchObject({ category: 'self-harm' });
    expect(['immediate', 'high']).toContain(pupil('i dont want to die i just want it to stop').severity);
  });
});

describe('A joke is kept in mind and not believed', () => {
  it('words about dying stay at least high', () => {
    const result = pupil('omg if we get more homework im gonna kms lol jk');
    expect(result).toMatchObject({ category: 'self-harm', severity: 'high' });
    expect(result.reads).toContain('joke');
    expect(result.route.tell).toContain('dsl');
  });
});

describe('A test alarms nobody, unless it says more', () => {
  it.each([
    'this is a test',
    'just testing',
    'ignore me, just seeing what the report form looks like',
    'TEST please ignore, just seeing if the new chat thing sends anything to the office',
    'testing the new bot before inset, pretend i said a kid is being bullied',
  ])('%s', (text) => {
    const result = staff(text);
    expect(result).toMatchObject({ category: 'other', severity: 'low' });
    expect(routeOf(result)).toEqual([]);
    expect(linesOf(result).join(' ')).toMatch(/reads as a test/);
  });

  it('is told first that it works, and then what the school adds', () => {
    const said = policyNamed('somerset').triage({ text: 'this is a test', reporter: 'staff' }).advice.do;
    expect(said.map((line) => line.slice(0, 8))).toEqual(['It works', 'When you', 'A real w']);
  });

  it.each([
    ['staff', 'testing the new bot, pretend a girl has taken pills in the toilets', 'immediate'],
    ['pupil', 'just testing, pretend a boy is hitting me at home', 'immediate'],
  ] as const)('what is pretended by a %s is taken for real where it is grave: “%s”', (reporter, text, severity) => {
    const result = floorDesk.triage({ text, reporter });
    expect(result.severity).toBe(severity);
    expect(result.route.tell).toContain('dsl');
  });
  it.each([
    'is anyone there? i need help',
    'hello? is anyone there? my brother hurts me',
    'is this thing on. im scared',
    'is this working. i feel sad all the time',
    'just trying this out. someone is making me sad',
  ])('who asks whether anybody is there because they need somebody is heard: “%s”', (text) => {
    const result = floorDesk.triage({ text, reporter: 'pupil' });
    expect(result.route.tell).toContain('dsl');
    expect(linesOf(result).join(' ')).not.toMatch(/reads as a test/);
  });

  it('a report that calls itself a test is a report', () => {
    const result = staff('this is a test, a boy in year 9 has been sending nudes of a girl round');
    expect(result).toMatchObject({ category: 'nudes-semi-nudes', severity: 'immediate' });
    expect(result.route.tell).toContain('dsl');
  });
});

describe('Taking something back closes nothing', () => {
  it('keeps severity and route, and says so', () => {
    const before = pupil('my teacher keeps messaging me at night and touched my leg');
    const after = pupil('ignore what i said about my teacher messaging me at night and touched my leg, i made it up');
    expect(after).toMatchObject({ category: 'staff-conduct', severity: before.severity });
    expect(routeOf(after)).toEqual(expect.arrayContaining([...routeOf(before)]));
    expect(after.reads).toContain('retraction');
    expect(linesOf(after).join(' ')).toMatch(/does not close it/);
  });
  it('is seen the same day even where nothing else is said', () => {
    expect(pupil('never mind, forget what i said').severity).toBe('high');
  });
});

describe('Hearsay is taken', () => {
  it('and nobody has to find proof', () => {
    const result = staff('heard second hand that a boy is passing round a naked picture of a girl');
    expect(result).toMatchObject({ category: 'nudes-semi-nudes', severity: 'immediate' });
    expect(result.reads).toContain('hearsay');
    expect(linesOf(result).join(' ')).toMatch(/need no proof/);
  });
});

describe('Other languages are taken, never bounced', () => {
  it.each([
    'Ktoś z klasy ciągle do mnie pisze okropne rzeczy i boję się',
    'Alguém está a mandar mensagens horríveis à minha filha todas as noites',
    'कोई मुझे रोज़ गंदे संदेश भेजता है',
    'شخص ما يرسل لي رسائل سيئة',
    'Cineva din clasă îmi trimite mesaje urâte și mi-e frică',
  ])('%s', (text) => {
    const result = pupil(text);
    expect(result).toMatchObject({ category: 'other', severity: 'high' });
    expect(result.route.tell).toContain('dsl');
    expect(linesOf(result).join(' ')).toMatch(/any language/);
    expect(linesOf(result).join(' ')).toMatch(/A person will read it today/);
  });
});

describe('The gravest things are heard in the languages most spoken at home', () => {
  const parent = (text: string) => triage({ text, reporter: 'parent' });

  it.each([
    ['nie chcę już żyć, tnę się w nocy', 'self-harm'],
    ['chce sie zabic', 'self-harm'],
    ['vreau să mor, nu mai pot', 'self-harm'],
    ['je veux mourir, personne m aime', 'self-harm'],
    ['çocuğum ölmek istiyor kendini kesiyor', 'self-harm'],
    ['mere beta bolta hai ki woh marna chahta hai', 'self-harm'],
    ['моя донька не хоче жити і ріже собі руки', 'self-harm'],
    ['ابني يقول انه يريد ان يموت', 'self-harm'],
    ['আমার মেয়ে মরে যেতে চায়', 'self-harm'],
    ['Jakiś pan z gry chce zdjęcie nago mojej córki', 'grooming-contact'],
    ['um homem no jogo pediu fotos sem roupa à minha filha', 'grooming-contact'],
    ['koi ajanyo manas mari dikri pase kapda vagar na photo mange che', 'grooming-contact'],
    ['рядом мужчина просит у дочки фото без одежды', 'grooming-contact'],
    ['ਉਹ ਮੇਰੀ ਧੀ ਤੋਂ ਨੰਗੀ ਫੋਟੋ ਮੰਗਦਾ ਹੈ', 'grooming-contact'],
  ] as const)('%s', (text, category) => {
    expect(parent(text)).toMatchObject({ category, severity: 'immediate' });
  });

  it.each([
    'tata mnie bije jak wypije',
    'papa mujhe roz maarte hain',
    'मेरे पापा मुझे रोज़ मारते हैं',
    'tėvas mane muša namuose',
  ])('and home hears nothing of: %s', (text) => {
    const { severity, route, handling } = pupil(text);
    expect(severity).toBe('immediate');
    expect(route.keptFrom).toContain('parents');
    expect(handling.parents.hold).toBe(true);
  });

  it('letters with marks of their own are one word, however they are stored', () => {
    expect(parent('nie chcę już żyć, tnę się w nocy'.normalize('NFD'))).toMatchObject({ category: 'self-harm' });
  });

  it.each(['Kacper Nowak 7B', 'asdf qwer zxcv', 'hola seno'])(
    'a few words that are no alarm stay what they were: %s',
    (text) => {
      expect(parent(text).reads).not.toContain('foreign');
    },
  );

  it.each([
    'Dzień dobry, czy jutro jest lekcja pływania dla klasy trzeciej?',
    'hola no puedo entrar en la cuenta de deberes de mi hijo',
  ])('what is no alarm waits for a person: %s', (text) => {
    expect(parent(text)).toMatchObject({ category: 'other', severity: 'high' });
  });

  it('and no English word is mended towards them', () => {
    expect(parent('my mate has a noz bleed and lost his kep and tata for now').severity).not.toBe('immediate');
  });
});

describe('Several incidents at once', () => {
  it('the gravest leads and the others are kept', () => {
    const result = staff('she is being bullied in the group chat and now a naked picture of her is going round there');
    expect(result.category).toBe('nudes-semi-nudes');
    expect(result.alsoCategories).toContain('cyberbullying');
  });
});

describe('What belongs to no kind is still taken', () => {
  it('harm at home goes to the safeguarding lead, and not to the parents', () => {
    const result = pupil('not online but my dad hits me when hes drunk and i dont want to go home');
    expect(result).toMatchObject({ category: 'other', severity: 'immediate' });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'childrens-social-care']));
    expect(result.route.keptFrom).toContain('parents');
  });
  it('an eighteen-year-old in the exchange is an adult', () => {
    const result = staff('a 15 year old girl sends pictures of herself with nothing on to her boyfriend, he is 18');
    expect(routeOf(result)).toContain('police');
  });
  it('quoted abuse is told, not uttered', () => {
    const result = staff('she showed me a message, quote: "nobody likes u ugly pig, kidding" and burst into tears');
    expect(result.category).toBe('cyberbullying');
  });
});

describe('Requests are no incidents', () => {
  it.each([
    ['can you unblock this youtube video for my lesson', 'unblock'],
    ['we need guest wifi for a visitor', 'guest-access'],
    ['i want to make a subject access request', 'subject-access'],
  ])('%s', (text, id) => {
    const result = staff(text);
    expect(result.request?.id).toBe(id);
    expect(result).toMatchObject({ severity: 'low', alsoCategories: [] });
  });

  it('only for whom they are, and for pupils where there is an answer for them', () => {
    expect(staff('please can you install scratch on the laptops').request?.id).toBe('install');
    expect(pupil('please can you install scratch on the laptops').request).toBeUndefined();
    expect(pupil('i want to withdraw consent for photos of me').request?.id).toBe('consent-change');
  });
});

describe('Somebody in danger', () => {
  it('is immediate, whatever is said', () => {
    expect(triage({ text: 'help', reporter: 'pupil', danger: true }).severity).toBe('immediate');
  });
  it('hears 999 first', () => {
    expect(pupil('a man with a knife is outside my house')).toMatchObject({ severity: 'immediate' });
    expect(linesOf(pupil('a man with a knife is outside my house'))[0]).toMatch(/999/);
  });
});

describe('“You only heard it” is said to whom others told it, and to nobody who saw it or whom it befell', () => {
  it.each([
    'another mum reckons a TA has been adding year 5s on snapchat. dont know if its true',
    'heard from a mum at the gate that one of our TAs has an onlyfans',
    'apparently mr brown has been texting a year 9 girl',
    'rumour has it the caretaker left his last school over photos of kids',
    'my friend says a boy is selling vapes on snap, i havent seen it',
    'this is third hand, but the cleaner was told by a neighbour that the coach texts girls',
  ])('%s', (text) => {
    expect(staff(text).reads).toContain('hearsay');
  });
  it.each([
    'left my school ipad on the bus, i think theres a passcode, not 100%',
    'email from the head asking for vouchers, shes in a meeting apparently. i havent replied',
    'a dad emailed me that he knows what car i drive. not sure if i should answer him',
    'a year 5 boy said all muslims should be wiped out. the other kids heard, two girls are crying',
    'just opened the pack and its every sen child, it went to the governors plus i think a builder',
    'a friend told me to look, so i opened the page and saw the picture of a girl undressed',
    'he told the class that his cousin has a telegram and is learning the salute',
  ])('not “%s”', (text) => {
    expect(staff(text).reads).not.toContain('hearsay');
  });
});
