import type { Desk } from '../../services/parts/part.ts';
import type { BonusMonth, NamedStatement, NewScheme, SchemeVersion } from './report.ts';
import { bonusSchemes, saveScheme } from './schemes.ts';
import { keepMonth, releaseMonth, statementOf, statementsOf } from './statements.ts';

/** How people are paid, and what for a month. */
export interface Bonus {
  /** Every version of every scheme, by name, the latest first. */
  schemes(): Promise<readonly SchemeVersion[]>;
  /** A new version, or a new scheme. Refuses `bonusSchemeStale`, `bonusMemberUnknown`, `methodUnknown`. */
  saveScheme(scheme: NewScheme): Promise<SchemeVersion>;
  /** Of everybody whose premium the reader may see. */
  statements(month: string): Promise<BonusMonth>;
  /** Refuses `bonusUnknown`: nobody is paid so by any scheme, or nobody whom the reader may see. */
  statement(month: string, member: number): Promise<NamedStatement>;
  /** The statements of a month stay as they are now, whatever is loaded, planned or changed later. Refuses `bonusKept`. */
  keep(month: string): Promise<BonusMonth>;
  /** They are worked out anew again. Refuses `bonusNotKept`. */
  release(month: string): Promise<BonusMonth>;
}

export const bonusOf = (desk: Desk): Bonus => ({
  schemes: () => bonusSchemes(desk.stores),
  saveScheme: (scheme) => saveScheme(desk, scheme),
  statements: (month) => statementsOf(desk, month),
  statement: (month, member) => statementOf(desk, month, member),
  keep: (month) => keepMonth(desk, month),
  release: (month) => releaseMonth(desk, month),
});
