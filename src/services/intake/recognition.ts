import type { Field, TableKind } from '../../domain/fields.ts';
import type { Problem } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { DateFormat, NumberFormat } from './format/format.ts';

/** What a table is and how its columns read: the outcome of `recognise`, the input of staging. */
export interface Recognition {
  readonly kind: TableKind;
  readonly confidence: number;
  /** `hierarchy`: levels in one column by indent or outline; `matrix`: one column a month. Both are unfolded first. */
  readonly shape: 'flat' | 'hierarchy' | 'matrix';
  /** 1-based source rows of the header; empty when the table has none. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly columns: readonly ColumnReading[];
  /** Period named in the preamble («Период: 01.10.2026 - 31.10.2026»), if any. */
  readonly statedPeriod?: { readonly from: string; readonly to: string };
  /** Day named in the preamble («Задолженность на 31.10.2026»), if any. */
  readonly asOf?: IsoDate;
  /** Cells (any column) that mark a row of totals, compared after folding: «итого», «всего», «total», … */
  readonly totalMarks: readonly string[];
  /** Stable over exports of the same report: folded headers and kind. Mappings are remembered per source under it. */
  readonly fingerprint: string;
  /** Family of the program the file comes from; `main` when nothing says otherwise. Default name of the source. */
  readonly system: 'main' | 'bitrix24' | 'amocrm';
  readonly findings: readonly Problem[];
  /** Decisions that need a person; with `--yes` each of them is a refusal. */
  readonly questions: readonly Question[];
}

export interface ColumnReading {
  /** 0-based cell index. */
  readonly index: number;
  readonly header: string;
  /** null: recognised as nothing we use; kept with the source file. */
  readonly field: Field | null;
  /** 0…1; below 0.75 the column is asked for. */
  readonly confidence: number;
  readonly reason:
    | 'given'
    | 'remembered'
    | 'synonym'
    | 'dotted'
    | 'tokens'
    | 'fuzzy'
    | 'values'
    | 'context'
    | 'none';
  readonly samples: readonly string[];
  /** Multiplier named in the header: «тыс. руб.» 1000. */
  readonly multiplier?: number;
  /** Of a matrix: which value of which field the column stands for («янв.26»: `month`, `2026-01`). Gone when unfolded. */
  readonly group?: { readonly field: Field; readonly value: string };
  /** Of a hierarchy: what the column holds on each level, outermost first; null: nothing. Gone when unfolded. */
  readonly levels?: readonly (Field | null)[];
}

export interface Question {
  readonly code:
    | 'columnMeaning'
    | 'dayMonthOrder'
    | 'decimalSeparator'
    | 'companionJoin'
    | 'daysReplaceOrAdd'
    /** Which month a report without dates is of: `YYYY-MM`. */
    | 'reportMonth';
  readonly key: string;
  readonly options: readonly string[];
  readonly suggested?: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The table that the question is about as it begins, its header among the rows; long cells are cut with an ellipsis. */
  readonly beginning?: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** How the values of one column read, decided from all of them. */
export type ColumnFormat =
  | { readonly type: 'text' }
  | { readonly type: 'number'; readonly format: NumberFormat }
  | { readonly type: 'date'; readonly format: DateFormat };
