import { describe, expect, it } from 'vitest';
import { floorDesk } from '../../support/triage.ts';

const pupil = (text: string) => floorDesk.triage({ text, reporter: 'pupil' });

describe('A few letters of another script make no text foreign', () => {
  it.each([
    ['I emailed the SEN list to the wrong parent, Mrs Иванова', 'data-breach'],
    ['my laptop was stolen on saturday ¯\\_(ツ)_/¯', 'device-loss'],
  ])('“%s”', (text, category) => {
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(result.reads).not.toContain('foreign');
    expect(result.category).toBe(category);
  });

  it('a text that is mostly of another script is foreign still', () => {
    expect(pupil('ok, мой папа меня бьёт').reads).toContain('foreign');
  });
});

describe('Indian scripts keep the vowels that make other words', () => {
  it('“my dad is very nice” is no alarm', () => {
    expect(pupil('मेरे पापा बहुत अच्छे हैं').severity).not.toBe('immediate');
  });
  it('“dad hit me a lot” is', () => {
    expect(pupil('मुझे पापा ने बहुत मारा').severity).toBe('immediate');
  });
});

describe('Scripts without spaces between words are read', () => {
  it.each([
    ['我不想活了', 'self-harm'],
    ['死にたい', 'self-harm'],
    ['我爸爸打我', 'other'],
    ['tôi muốn chết', 'self-harm'],
  ])('“%s” is immediate', (text, category) => {
    expect(pupil(text)).toMatchObject({ category, severity: 'immediate' });
  });

  it('what is only told is read the same day by a person, and no alarm', () => {
    expect(pupil('我今天很高兴').severity).toBe('high');
  });
});
