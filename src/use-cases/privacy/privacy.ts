import type { Grounds } from '../../domain/grounds.ts';
import type { CountUnit } from '../../domain/units.ts';
import { groundsOver, type KeptGrounds, usualGrounds } from '../../services/customers/grounds.ts';
import type { Desk } from '../../services/parts/part.ts';
import { originsOfPerson, type PersonalOrigin } from './origins.ts';

/** Why the company may have what it knows of persons. */
export interface Privacy {
  /** Where the personal fields of a customer come from, latest first. Refuses `customerUnknown`. */
  origins(unit: CountUnit, id: number): Promise<readonly PersonalOrigin[]>;
  /** What counts where whoever writes by hand names no basis or purpose. */
  usual(): Promise<KeptGrounds>;
  /** For whatever is written from now on; what is left out or empty is not stated. */
  setUsual(grounds: Grounds): Promise<KeptGrounds>;
}

export const privacyOf = ({ stores }: Desk): Privacy => ({
  origins: (unit, id) => originsOfPerson(stores, unit, id),
  usual: () => usualGrounds(stores.records.db),
  setUsual: async (said) => {
    const grounds = groundsOver({ basis: null, purpose: null }, said);
    await stores.records.db
      .insertInto('usual_grounds')
      .values(grounds)
      .onConflict((conflict) => conflict.column('single').doUpdateSet(grounds))
      .execute();
    return grounds;
  },
});
