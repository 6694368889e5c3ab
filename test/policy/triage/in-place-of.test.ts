import { describe, expect, it } from 'vitest';
import { floorDesk, linesOf, routeOf } from '../../support/triage.ts';

describe('Lines that are said in place of those of the incident', () => {
  it('tell a technician what technicians do, and not to ring IT support', () => {
    const text = 'a pupil hacked the network and made admin accounts';
    const said = linesOf(floorDesk.triage({ text, reporter: 'technician' })).join('\n');
    expect(said).toMatch(/Keep the logs as they are/);
    expect(said).not.toMatch(/Ring the IT support/);
  });

  it('are for who owns up, not for a victim', () => {
    const text = 'hands up it was me who put the post about mrs h being useless, had a drink. how do i sort it out';
    const said = linesOf(floorDesk.triage({ text, reporter: 'parent' })).join('\n');
    expect(said).toMatch(/take the post down now/i);
    expect(said).not.toMatch(/your child|block the sender/i);
  });

  it('are not said to others, who hear what the incident says', () => {
    const text = 'a pupil hacked the network and made admin accounts';
    expect(linesOf(floorDesk.triage({ text, reporter: 'staff' })).join('\n')).toMatch(/Ring the IT support/);
  });
});

describe('A mailbox that somebody else is in', () => {
  it.each([
    'my emails keep going to read before ive opened them and theres a rule sending copies to a gmail i dont know',
    'someone has been reading my emails, they are all opened before i get to them',
  ])('is locked at once, and counts as a data breach: %s', (text) => {
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(result.category).not.toBe('other');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['it-support', 'headteacher', 'data-protection']));
    expect(linesOf(result).join('\n')).toMatch(/account locked now.*72 hours/s);
  });
});

describe('What only a less grave report may be', () => {
  const handled = (text: string) => floorDesk.triage({ text, reporter: 'pupil' });

  it('stands at the end of the checklist, and is no step', () => {
    const { severity, handling } = handled('my nan died in the summer and i am sad');
    expect(severity).toBe('medium');
    expect(handling.checklist.at(-1)).toMatch(/phone was taken off a pupil/);
    expect(handling.steps.join('\n')).not.toMatch(/prank on a machine/);
  });

  it('is not said where a child is in danger', () => {
    const { severity, handling } = handled('my dad hits me with a belt');
    expect(severity).toBe('immediate');
    expect([...handling.steps, ...handling.checklist].join('\n')).not.toMatch(/prank on a machine|only a question/);
  });

  it('is not said beside another kind of incident', () => {
    const { category, handling } = handled('im meeting my game friend at the park after school today');
    expect(category).toBe('grooming-contact');
    expect([...handling.steps, ...handling.checklist].join('\n')).not.toMatch(/prank on a machine/);
  });
});
