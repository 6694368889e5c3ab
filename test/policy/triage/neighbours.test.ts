import { describe, expect, it } from 'vitest';
import { floorDesk, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent';

const triage = (reporter: Reporter, text: string) => floorDesk.triage({ text, reporter });

// Neighbours have nearly the same words. A rule that rings for both rings for nobody in the end.
describe('Of two neighbours', () => {
  it.each<[string, Reporter, string, string]>([
    [
      'floor.harm-at-home',
      'pupil',
      'dad hit me with a stick',
      'mums boyfriend hit me with a pillow in our pillow fight',
    ],
    ['floor.harm-at-home', 'pupil', 'my grandad hit me', 'my grandad hit me for six in cricket'],
    [
      'floor.threat-to-life',
      'pupil',
      'ollie said hes gonna murder me tonight',
      'ollie said hes gonna murder me at fifa tonight',
    ],
    ['floor.other.missing', 'pupil', 'she ran away from home', 'i ran away from the dinner lady in tag'],
    [
      'floor.choking-game',
      'pupil',
      'finn put his belt round my neck for the challenge',
      'finn put his arm round my neck for the team photo',
    ],
    [
      'floor.told-through-a-toy',
      'pupil',
      'the man hurts teddys bottom',
      'i washed teddys bottom in the washing machine',
    ],
    [
      'floor.secret-in-the-family',
      'pupil',
      'uncle says our game in bed is a secret',
      'uncle says its a secret what mums present is',
    ],
    [
      'floor.given-drink-or-drugs-by-an-adult',
      'pupil',
      'my uncle gave me a joint to smoke',
      'my uncle gave me ginger beer',
    ],
    [
      'floor.life-in-danger',
      'pupil',
      'she fell off the wall and isnt moving',
      'we fell out and shes not talking to me',
    ],
    ['floor.injured-at-home', 'pupil', 'mum burnt my arm', 'mum burnt my toast'],
    [
      'floor.sexual-remark-by-staff',
      'pupil',
      'our pe teacher said nice legs to emma',
      'i told miss a boy said nice legs to me',
    ],
    ['floor.hurt-by-who-teaches', 'pupil', 'sir patted me on the bum', 'sir patted me on the back'],
    [
      'floor.harmful-practice',
      'staff',
      'y7 girl is off to gambia for a party to become a woman',
      'y7 girl is off to gambia to see her gran',
    ],
    [
      'floor.harmful-practice',
      'pupil',
      'saw msgs on mums phone about a wedding and i think its mine',
      'my cousin is getting married in pakistan and im bridesmaid',
    ],
    [
      'floor.knocked-out',
      'staff',
      'he was knocked out for a few seconds and is back in lesson',
      'we got knocked out of the cup',
    ],
    [
      'floor.took-more-than-it-says',
      'pupil',
      'took more paracetamol than it says',
      'took a few more photos than she says',
    ],
    ['floor.own-weapon', 'pupil', 'i got a knife in my bag', 'i got a knife skin in my bag in csgo'],
    [
      'floor.meeting-today',
      'pupil',
      'im meeting my game friend after school today',
      'im meeting my friend from my class after school today',
    ],
    [
      'floor.undressed-for-a-screen',
      'pupil',
      'i won robux for lifting my top up on camera',
      'i won robux and got my avatar a new top',
    ],
    [
      'floor.adult-hurt-at-home',
      'staff',
      'my husband had his hands round my neck last night',
      'my husband hit the car in front',
    ],
    [
      'floor.a-grown-up-in-danger',
      'staff',
      'drove in and thought about steering into the lorry',
      'i thought the steering committee was today',
    ],
    [
      'floor.ai-urges-harm',
      'pupil',
      'the ai said if i die we can be together',
      'the ai said we can write the essay together',
    ],
    ['floor.knocked-out', 'pupil', 'he was knocked out at lunch', 'our team got knocked out in the semis'],
    [
      'floor.a-quiet-goodbye',
      'staff',
      'she was giving her friends her things at break',
      'thanks for everything sir goodbye',
    ],
    ['floor.sexual-harm', 'pupil', 'a boy makes us show our privates', 'miss made us show our bits of clay'],
    [
      'floor.child-gone',
      'staff',
      'y8 girl hasnt been seen since registration',
      'the girl who went missing has been found safe',
    ],
  ])('%s rings for one alone: %s “%s”, “%s”', (rule, reporter, grave, small) => {
    expect(triage(reporter, grave).rules).toContain(rule);
    expect(triage(reporter, small).rules).not.toContain(rule);
  });

  // What clears the one neighbour must not clear what is grave and has the same word.
  it.each<[string, Reporter, string]>([
    ['floor.life-in-danger', 'pupil', 'i cant wake up my mum'],
    ['floor.harm-at-home', 'pupil', 'dad hits me with a belt with a big buckle'],
    ['floor.marks-explained-away', 'pupil', 'told miss it was a bee sting but it was my stepdad'],
    ['floor.sexual-harm', 'pupil', 'coach touched my bum after football'],
    ['floor.self-harm.plan', 'staff', 'bored so she took the blade out of her sharpener and cut her arm'],
    ['floor.choking-game', 'pupil', 'he put his hands round my neck and kissed me'],
    ['floor.given-drink-or-drugs-by-an-adult', 'pupil', 'coach gave me a sip of his beer'],
    ['floor.threat-to-life', 'pupil', 'dad says hell kill me if i miss the bus again'],
    ['floor.own-weapon', 'pupil', 'i got a knife from food tech in my bag cos people are after me'],
    ['floor.knocked-out', 'staff', 'he was knocked out cold and they stood there laughing and filming'],
    ['floor.goes-without-food', 'pupil', 'mum has no money and i havent eaten since friday and i am losing weight'],
    ['floor.meeting-today', 'staff', 'ill pick u up at 3 say its the dentist dont tell ur mum'],
    ['floor.harmful-practice', 'pupil', 'i wont be at prom i have to meet a man in pakistan'],
    ['floor.exploitation', 'pupil', 'the olders make me hold a package next door to my nans'],
    ['floor.life-in-danger', 'staff', 'child is having an allergic reaction, epipen not working, expired'],
    ['floor.harmful-practice', 'staff', 'girl told me she is having fgm, she did the quiz about fgm in class'],
    ['floor.has-worked-it-out', 'pupil', 'read this when im dead. sorry i couldnt do maths'],
    ['floor.a-quiet-goodbye', 'pupil', 'bye forever haha nobody will miss me'],
    ['floor.marks-explained-away', 'pupil', 'dad told me to say i fell. i was late for pe'],
    ['floor.injured-at-home', 'pupil', 'dad broke my arm at nans, they told the hospital it was by accident'],
    ['floor.goes-without-food', 'pupil', 'mum wont give me any food, she gave the dog my tea'],
    ['floor.child-gone', 'staff', 'he has run out of the gate happy as anything and we have lost sight of him'],
    ['floor.weapon-for-real', 'pupil', 'someone has a gun in the playground, not a nerf gun'],
    ['floor.unfit-to-drive', 'staff', 'the minibus driver smells of vodka, he lost his licence last year'],
  ])('%s rings also beside a harmless word: %s “%s”', (rule, reporter, text) => {
    expect(triage(reporter, text).rules).toContain(rule);
  });

  it.each<[Reporter, string]>([
    ['pupil', 'grandad kisses me night night on the head'],
    ['pupil', 'a boy hit me on the head with a ruler'],
    ['staff', 'kid got a ball on the head at lunch'],
  ])('a head that is hit or kissed is not the headteacher: %s “%s”', (reporter, text) => {
    const { accused } = triage(reporter, text);
    expect(accused).not.toContain('headteacher');
  });

  it.each<[Reporter, string]>([
    ['pupil', 'the head patted me on the bum'],
    ['staff', 'the head hit a boy on the head'],
  ])('a head who hits is: %s “%s”', (reporter, text) => {
    const route = routeOf(triage(reporter, text));
    expect(route).toContain('chair-of-governors');
    expect(route).not.toContain('headteacher');
  });

  it('a parent who thanks the head for adding a child to the choir tells of no private contact', () => {
    const { rules } = triage('parent', 'thank you to the head for adding my daughter to the choir');
    expect(rules).not.toContain('floor.staff-conduct.close-to-a-child');
    expect(triage('parent', 'the head added my daughter on snap').rules).toContain(
      'floor.staff-conduct.close-to-a-child',
    );
  });
});
