import type { Viewer } from '../../domain/access.ts';

/** Who has come in, and by what; by neither of the two: a browser that a link of the owner let in. */
export interface Visitor {
  readonly viewer: Viewer;
  readonly session?: {
    readonly id: number;
    /** Somebody else has set the password: all that may be done with it is to set another one. */
    readonly oneTimePassword: boolean;
  };
  /** null: the key of the data folder itself. */
  readonly key?: { readonly id: number | null };
}
