import type { IsoDate } from '../../domain/units.ts';
import { type DemoCalendar, dayIso } from './calendar.ts';
import type { Company } from './company.ts';
import { at, type Random } from './random.ts';
import type { Register } from './register.ts';

/** Customers that went from one rep to another. */
export interface Reassignment {
  readonly date: IsoDate;
  readonly from: string;
  readonly to: string;
  readonly clients: number;
}

/** Carries out the changes of staff of a month on its first day. */
export function applyStaffChanges(
  company: Company,
  register: Register,
  calendar: DemoCalendar,
  month: number,
  random: Random,
): Reassignment[] {
  const date = dayIso(calendar, at(calendar.monthStarts, month));
  return company.changes
    .filter((change) => change.month === month)
    .map((change) => {
      const { slot } = change;
      const portfolio = register.portfolio(slot);
      const from = slot.rep.name;
      if ('successor' in change) {
        slot.rep = { name: change.successor, slot };
        return { date, from, to: slot.rep.name, clients: portfolio.length };
      }
      const moved = portfolio.filter(() => random() < change.share);
      for (const entity of moved) register.assign(entity, change.to);
      return { date, from, to: change.to.rep.name, clients: moved.length };
    });
}
