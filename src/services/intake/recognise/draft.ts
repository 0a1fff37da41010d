import type { Field } from '../../../domain/fields.ts';
import type { HeaderColumn } from './header-columns.ts';
import type { Candidate } from './match-header.ts';
import type { Profile } from './profile.ts';

/** A column on its way: what it may be, and what it is taken for. */
export interface Draft {
  readonly column: HeaderColumn;
  readonly values: Profile;
  readonly candidates: readonly Candidate[];
  /** What the header says and the values deny. */
  readonly contradicted: Field | null;
  taken: Candidate | null;
}
