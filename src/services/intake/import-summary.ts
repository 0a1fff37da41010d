import type { Field, TableKind } from '../../domain/fields.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import type { Question } from './recognition.ts';

/** What the user may say about an import beforehand. */
export interface ImportOptions {
  /** Name of the source system; default: the recognised family (`main` when nothing says otherwise). */
  readonly source?: string;
  /** Columns fixed by the user: header (or 1-based column number as text) → field, or null to ignore. */
  readonly map?: Readonly<Record<string, Field | null>>;
  /** Answers given beforehand to questions, by `question.key` or `question.code`. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Let documents that lost more than half of their lines or sum replace the earlier version. */
  readonly acceptShrunk?: boolean;
  /** Legal basis of personal data in the files (152-ФЗ art. 6); left out it is counted as a gap. */
  readonly basis?: string;
  /** What they are processed for (art. 5); the same. */
  readonly purpose?: string;
  /** Language of the file of rejected rows; Russian when left out. */
  readonly language?: 'ru' | 'en';
}

/** Files that an edge has received: they lie in a private folder and are taken from there. */
export interface ReceivedFiles {
  /** What the user named, for the list of imports: a folder once, not its files. */
  readonly named: readonly string[];
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** What the sender found wrong while collecting them. */
  readonly problems: readonly Problem[];
}

/** Asks the person; `undefined` means nobody is there to answer: the import is refused with the question named. */
export type Ask = (question: Question) => Promise<string | undefined>;

export interface Progress {
  readonly stage: 'read' | 'stage' | 'resolve' | 'journal' | 'ledger' | 'figures';
  readonly file?: string;
  readonly done: number;
  readonly total?: number;
  readonly unit: 'rows' | 'bytes' | 'months' | 'customers';
}

export interface TableSummary {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: TableKind;
  readonly format: string;
  readonly encoding?: string;
  /** Data rows = loaded + unchanged + rejected + setAside. */
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Totals, parents of a hierarchy, repeated headers: rows that are no facts. */
  readonly setAside: number;
  readonly columns: readonly {
    header: string;
    field: Field | null;
    confidence: number;
    reason: string;
    /** A few values, for the eye of the person who checks the mapping; they are not kept. */
    samples?: readonly string[];
  }[];
  readonly findings: readonly Problem[];
}

export interface ImportSummary {
  readonly importId: number;
  readonly source: string;
  readonly tables: readonly TableSummary[];
  readonly documents: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly shrunk: number;
  };
  readonly shrunk: readonly {
    readonly document: string;
    readonly date: IsoDate;
    readonly lines: [before: number, after: number];
    readonly amount: [before: Decimal, after: Decimal];
  }[];
  readonly lines: number;
  readonly customers: { readonly new: number; readonly known: number };
  readonly deliveryPoints: { readonly new: number; readonly known: number };
  readonly products: { readonly new: number; readonly known: number };
  readonly contacts: number;
  readonly duplicateProposals: number;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** АКБ of every touched month before and after, by each count unit. */
  readonly effect: readonly {
    readonly month: string;
    readonly before: {
      readonly client: number;
      readonly legalEntity: number;
      readonly deliveryPoint: number;
    };
    readonly after: { readonly client: number; readonly legalEntity: number; readonly deliveryPoint: number };
  }[];
  readonly rejects: readonly {
    readonly code: string;
    readonly rows: number;
    readonly amount: Decimal | null;
  }[];
  /** CSV with the rejected rows as they were and the reason of each. */
  readonly rejectedFile: string | null;
  readonly findings: readonly Problem[];
  readonly basis: string | null;
  readonly purpose: string | null;
}

export interface AppliedImport {
  readonly importId: number;
  readonly source: string;
  readonly status: 'applied' | 'undone';
  readonly files: readonly string[];
  readonly lines: number;
  readonly rejected: number;
  readonly appliedAt: string;
  readonly undoneAt: string | null;
  readonly dataVersion: number;
  readonly basis: string | null;
  readonly purpose: string | null;
}
