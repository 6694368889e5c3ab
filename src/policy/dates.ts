import { DateTime } from 'luxon';
import { remembered } from './remembered.ts';

/** Whether a review date has passed on the day; a date that names a month lasts to the month's end. Blank: no. */
export function isOverdue(reviewBy: string, today: string): boolean {
  return reviewBy !== '' && endOf(reviewBy) < today;
}

/** Whether a date is more than a year before the day. */
export function isOverYearAgo(date: string, today: string): boolean {
  return endOf(date) < (DateTime.fromISO(today).minus({ years: 1 }).toISODate() ?? '');
}

/** The first day that a date such as `2026` or `2026-11` names. */
export function startOf(date: string): string {
  return DateTime.fromISO(date).toISODate() ?? date;
}

/** The last day that a date names; a pack has few dates, and every answer asks for one. */
const endOf = remembered((date) => {
  const unit = date.length <= 4 ? 'year' : date.length <= 7 ? 'month' : 'day';
  return DateTime.fromISO(date).endOf(unit).toISODate() ?? date;
});
