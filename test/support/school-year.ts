import type { Calendar } from '../../src/domain/calendar.ts';
import { usualHours } from '../../src/domain/calendar.ts';
import type { School } from '../../src/domain/school.ts';
import { harbour } from './school.ts';

/** A school year in England: three terms with half-terms, INSET days, and the bank holidays that fall into them. */
const schoolYear: Calendar = {
  hours: usualHours,
  terms: [
    { from: '2026-09-02', to: '2026-12-18' },
    { from: '2027-01-05', to: '2027-03-25' },
    { from: '2027-04-12', to: '2027-07-21' },
  ],
  closed: [
    { from: '2026-09-02', to: '2026-09-02' }, // INSET
    { from: '2026-10-26', to: '2026-10-30' }, // half-term, the week after the clocks go back
    { from: '2026-11-27', to: '2026-11-27' }, // INSET
    { from: '2027-02-15', to: '2027-02-19' },
    { from: '2027-05-03', to: '2027-05-03' }, // early May bank holiday, a Monday
    { from: '2027-05-31', to: '2027-06-04' },
  ],
};

/** The made-up school, open in school hours only. */
export const harbourInYear: School = { ...harbour, calendar: schoolYear };
