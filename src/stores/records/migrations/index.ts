import type { Kysely } from 'kysely';
import { up as initial } from './0001-initial.ts';
import { up as unitText } from './0002-unit-text.ts';
import { up as assignments } from './0003-assignments.ts';
import { up as sight } from './0004-sight.ts';
import { up as audit } from './0005-audit.ts';
import { up as users } from './0006-users.ts';
import { up as views } from './0007-views.ts';
import { up as customerEdits } from './0008-customer-edits.ts';
import { up as quality } from './0009-quality.ts';
import { up as touches } from './0010-touches.ts';
import { up as customerFacts } from './0011-customer-facts.ts';
import { up as merges } from './0012-merges.ts';
import { up as removals } from './0013-removals.ts';
import { up as organisation } from './0014-organisation.ts';
import { up as plans } from './0015-plans.ts';
import { up as closing } from './0016-closing.ts';
import { up as calls } from './0017-calls.ts';
import { up as integrity } from './0018-integrity.ts';
import { up as bonus } from './0019-bonus.ts';
import { up as customerPlans } from './0020-customer-plans.ts';

import { up as periodsOfPlans } from './0021-periods-of-plans.ts';
import { up as entryDays } from './0022-entry-days.ts';
import { up as closedCustomers } from './0023-closed-customers.ts';

/**
 * One step of the schema. `up` sends its statements as raw `sql` (a query builder's wording may change with the
 * library, and the checksum with it) and never decides by the answer of a query.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** In order. An applied step is never edited: the next change is the next step. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'initial', up: initial },
  { version: 2, name: 'unit text', up: unitText },
  { version: 3, name: 'assignments', up: assignments },
  { version: 4, name: 'sight', up: sight },
  { version: 5, name: 'audit', up: audit },
  { version: 6, name: 'users', up: users },
  { version: 7, name: 'views', up: views },
  { version: 8, name: 'customer edits', up: customerEdits },
  { version: 9, name: 'quality', up: quality },
  { version: 10, name: 'touches', up: touches },
  { version: 11, name: 'customer facts', up: customerFacts },
  { version: 12, name: 'merges', up: merges },
  { version: 13, name: 'removals', up: removals },
  { version: 14, name: 'organisation', up: organisation },
  { version: 15, name: 'plans', up: plans },
  { version: 16, name: 'closing', up: closing },
  { version: 17, name: 'calls', up: calls },
  { version: 18, name: 'integrity', up: integrity },
  { version: 19, name: 'bonus', up: bonus },
  { version: 20, name: 'customer plans', up: customerPlans },
  { version: 21, name: 'periods of plans', up: periodsOfPlans },
  { version: 22, name: 'entry days', up: entryDays },
  { version: 23, name: 'closed customers', up: closedCustomers },
];
