import { describe, expect, it } from 'vitest';
import { floorDesk, linesOf, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent';

const triage = (reporter: Reporter, text: string) => floorDesk.triage({ text, reporter });

/** Alarms for what is told in a few quiet words. */
const quiet = [
  'hurt-in-a-few-words',
  'hurt-by-who-teaches',
  'marks-explained-away',
  'threatened-with-a-beating',
  'goes-without-food',
  'goes-hungry',
  'blood-in-clothes',
  'said-no',
  'filmed-undressed',
  'life-in-danger',
  'weapon-brought',
  'a-quiet-goodbye',
  'tired-of-living',
  'cuts-found',
  'help-me',
  'abuse-told',
  'real-lockdown',
] as const;

/** Which of them ring for a report. */
const rungFor = (reporter: Reporter, text: string) => {
  const { rules } = triage(reporter, text);
  return quiet.filter((id) => rules.includes(`floor.${id}`));
};

describe('A few quiet words that mean harm', () => {
  it.each<[(typeof quiet)[number], Reporter, string]>([
    ['hurt-in-a-few-words', 'pupil', 'my foster dad drags me upstairs by my hair'],
    ['hurt-in-a-few-words', 'pupil', 'stepmum burnt me with the straighteners n said it was my own fault'],
    ['hurt-by-who-teaches', 'parent', 'he came home limping from football because the coach kicked him'],
    ['hurt-by-who-teaches', 'pupil', 'ustad canes us if we forget our surah'],
    ['marks-explained-away', 'pupil', 'told sir i walked into the goalpost but it was my uncle'],
    ['marks-explained-away', 'staff', 'bruise on her upper arm, four fingers and a thumb'],
    ['threatened-with-a-beating', 'pupil', 'im getting the wooden spoon tonight cos i got a detention'],
    ['goes-without-food', 'pupil', 'no tea again thats 3 nights'],
    ['blood-in-clothes', 'parent', 'there was blood in her leggings after the sleepover'],
    ['said-no', 'pupil', 'he carried on even tho i said stop'],
    ['life-in-danger', 'pupil', 'my nan isnt breathing im doing the cpr we did in first aid what now'],
    ['weapon-brought', 'pupil', 'jake has got a hammer down his trousers for after school'],
    ['real-lockdown', 'pupil', 'lockdown, its not a drill, we are under the tables'],
    ['real-lockdown', 'staff', 'intruder in the building by the hall'],
    ['real-lockdown', 'staff', 'there is an intruder in the building what do we do'],
    ['real-lockdown', 'staff', 'we are in lockdown and can hear banging'],
    ['real-lockdown', 'pupil', 'were in lockdown hiding in drama and someone is shouting'],
    ['a-quiet-goodbye', 'pupil', 'thursday is the day i do it'],
    ['a-quiet-goodbye', 'staff', 'Y9 has asked a friend to look after her cat once she is gone'],
    ['abuse-told', 'staff', 'a child disclosed abuse at home'],
    ['abuse-told', 'pupil', 'my cousin is being abused'],
    ['abuse-told', 'parent', 'i think my neighbour abuses his kids'],
    ['cuts-found', 'parent', 'after the PSHE on self harm i looked and her thighs are covered in cuts'],
  ])('are heard at once (%s, %s): “%s”', (id, reporter, text) => {
    expect(rungFor(reporter, text)).toContain(id);
    expect(triage(reporter, text).severity).toBe('immediate');
  });

  it.each<[Reporter, string]>([
    ['pupil', 'my brother whacked me with a pillow and feathers went everywhere'],
    ['pupil', 'wrestled my cousin in the garden and he pinned me lol'],
    ['pupil', 'coach kicked the ball and it hit me on the bum'],
    ['pupil', 'mum bit into my birthday cake before the candles'],
    ['pupil', 'dad dragged us to ikea for 5 hours'],
    ['pupil', 'my sister killed me at fifa again'],
    ['pupil', 'the cat bit me when i tickled its belly'],
    ['pupil', 'i got hit in the face in hockey, massive bruise'],
    ['pupil', 'in food tech sir burnt his hand on the oven'],
    ['pupil', 'said no to the last slice and he ate it anyway'],
    ['pupil', 'thursday is the day i do my grade 3 piano'],
    ['pupil', 'got a foam sword in my bag for the viking day'],
    ['staff', 'what do we do if there is an intruder in the building?'],
    ['staff', 'lockdown tomorrow is not a drill for the caterers, they carry on'],
    ['pupil', 'in lockdown we were hiding eggs in the garden'],
    ['staff', 'intruder alarm in the building went off, it was a cat'],
    ['pupil', 'an intruder got into our school in the story we read'],
    ['parent', 'he has not eaten since yesterday, sick bug, so off today'],
    ['staff', 'Ben slipped on the ice at break, grazed knee, cleaned and back in class'],
    ['staff', 'drama club need fake blood on the costume shirt'],
  ])('are not taken from what is harmless (%s): “%s”', (reporter, text) => {
    expect(rungFor(reporter, text)).toEqual([]);
  });

  it('about an adult who teaches go to the headteacher, and to the officer for allegations', () => {
    const result = triage('pupil', 'coach twisted my wrist cos i missed the tackle i think its broke');
    expect(result.category).toBe('staff-conduct');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['headteacher', 'lado']));
    expect(linesOf(result).join('\n')).toMatch(/No grown-up may hurt you/);
  });

  it('of a real lockdown tell a child first to stay hidden', () => {
    const result = triage('pupil', 'lockdown isnt a drill we are hiding and can hear banging');
    expect(result.severity).toBe('immediate');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'headteacher', 'police']));
    expect(result.advice.do[0]).toMatch(/stay there/);
  });

  it('about home are not told at home', () => {
    const { route } = triage('pupil', 'told miss my black eye was hockey but it was my stepdad');
    expect(route.keptFrom).toContain('parents');
  });
});
