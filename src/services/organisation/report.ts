import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { Responsible, StatementLevel } from '../../domain/statement.ts';
import type { IsoDate } from '../../domain/units.ts';

export interface NamedMember {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** Branches, departments, teams and reps as they are on a day. */
export interface Organisation {
  readonly dataVersion: number;
  readonly day: IsoDate;
  /** Branches first, then by name. */
  readonly members: readonly OrganisationMember[];
}

export interface OrganisationMember extends NamedMember {
  readonly kind: AssignmentKind;
  /** The nearest member above; null: none is known. */
  readonly parent: number | null;
  /** All members above that are known. */
  readonly above: Readonly<Partial<Record<AssignmentKind, number>>>;
  /** From that day on it is offered to nobody; null: it was not retired. */
  readonly retired: IsoDate | null;
  /** Number of the last change by hand; 0: there was none. */
  readonly version: number;
}

/** Who is responsible for a customer, and what of it somebody has stated. */
export interface UnitAssignments {
  readonly dataVersion: number;
  /** Changes only, in order of legal entity, delivery point, kind and day. */
  readonly responsible: readonly Assigned[];
  /** In the order in which it was stated. */
  readonly stated: readonly Stated[];
}

export interface Assigned {
  readonly legalEntity: number;
  /** null: the legal entity, and its delivery points that have nobody of their own of the kind. */
  readonly deliveryPoint: number | null;
  readonly kind: AssignmentKind;
  readonly since: IsoDate;
  /** null: nobody from that day on. */
  readonly member: NamedMember | null;
}

export interface Stated {
  readonly id: number;
  readonly about: StatementLevel;
  /** The unit that was named: this one, or one that it belongs to or that belongs to it. */
  readonly unit: number;
  readonly kind: AssignmentKind;
  readonly member: Responsible<NamedMember>;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly statedAt: string;
}
