import { addDays } from '../../../../../src/domain/iso-date.ts';
import type { api } from '../../../server/api.ts';
import type { SettingsState } from '../state.ts';

type Question = NonNullable<Parameters<typeof api.audit>[0]['query']>;

/** A day begins at midnight where the reader is. */
const beginning = (day: string): string => new Date(`${day}T00:00`).toISOString();

/** What the address asks of the trail; its days are both included. */
export const auditQuestion = ({ who, what, from, to, subject }: SettingsState): Question => ({
  ...(who !== undefined && { user: who }),
  ...(what !== undefined && { action: what }),
  ...(from !== undefined && { from: beginning(from) }),
  ...(to !== undefined && { to: beginning(addDays(to, 1)) }),
  ...(subject !== undefined && { subject }),
});
