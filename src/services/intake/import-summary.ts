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
  /** Cells as they should have stood in the file; the last word on a cell holds. */
  readonly corrections?: readonly CellCorrection[];
  /** Let documents that lost more than half of their lines or sum replace the earlier version. */
  readonly acceptShrunk?: boolean;
  /** Legal basis of personal data in the files (152-ФЗ art. 6); left out it is counted as a gap. */
  readonly basis?: string;
  /** What they are processed for (art. 5); the same. */
  readonly purpose?: string;
  /** Language of the file of rejected rows; Russian when left out. */
  readonly language?: 'ru' | 'en';
}

/** One cell of the user's file, mended by him. */
export interface CellCorrection {
  /** Which table, in the order of `ImportSummary.tables`, from 0. */
  readonly table: number;
  /** Row of the source as the user sees it, from 1. */
  readonly row: number;
  /** Column of the source, from 0. */
  readonly column: number;
  readonly value: string;
}

/** Which rows of a table of an import to look at: the first ones, those that were rejected, or those with mended cells. */
export interface TableRowsQuery {
  /** In the order of `ImportSummary.tables`, from 0. */
  readonly table: number;
  readonly show: 'first' | 'faulty' | 'mended';
  readonly offset: number;
  readonly limit: number;
}

/** Rows as they stood in the file, mended cells as they were mended. */
export interface TableRows {
  /** By position in the rows; columns without a name are named by nothing. */
  readonly columns: readonly { readonly header: string; readonly field: Field | null }[];
  readonly rows: readonly TableRow[];
  /** There are rows after these. */
  readonly more: boolean;
}

export interface TableRow {
  /** Row of the source as the user sees it. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
  readonly mended: readonly { readonly column: number; readonly was: string }[];
}

/** What is wrong with a row, and in which column, if it is a single one. */
export interface CellFault {
  readonly column: number | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** A rejected row is no part of the import; a warning is about a row that is. */
  readonly severity: 'rejected' | 'warning';
}

/** Files that an edge has received: they lie in a private folder, where they stay. */
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
  /** `turn`: others come first, `done` of them are still before this one. */
  readonly stage: 'turn' | 'read' | 'stage' | 'resolve' | 'journal' | 'ledger' | 'figures';
  readonly file?: string;
  readonly done: number;
  readonly total?: number;
  readonly unit: 'rows' | 'bytes' | 'months' | 'customers' | 'jobs';
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
  /** How many cells of the files the user has mended. */
  readonly mendedCells: number;
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
