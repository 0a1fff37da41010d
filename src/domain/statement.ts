import type { AssignmentKind } from './dated-facts.ts';
import type { CountUnit, IsoDate } from './units.ts';

/** What can be assigned: customers at each level, and members of the organisation to higher ones. */
export type StatementLevel = CountUnit | 'member';

/** Who is responsible, by the word of somebody. `shown`: whom customer cards and lines show, whatever was stated. */
export type Responsible<Member = number> = Member | 'nobody' | 'shown';

/**
 * Somebody states who is responsible for customers, or to whom members of the organisation belong, from a day to a day,
 * both included; without the last one until further notice.
 */
export interface NewStatement {
  readonly about: StatementLevel;
  /** Of the units, or of members of the organisation. */
  readonly ids: readonly number[];
  /** Kind of the member responsible. */
  readonly kind: AssignmentKind;
  readonly member: Responsible;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}
