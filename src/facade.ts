import type { Dimension, Slice } from './domain/dimensions.ts';
import type { FigureAnswer, FigureQuery as TableQuery } from './domain/figure-query.ts';
import type { OwnPlace } from './domain/geography.ts';
import type { TotalBaseMode } from './domain/method.ts';
import type { Period } from './domain/period.ts';
import type { Problem } from './domain/problem.ts';
import type { CustomerSort } from './domain/report-words.ts';
import type { CustomerSet } from './domain/sets/customer-set.ts';
import type { NewStatement } from './domain/statement.ts';
import type { CountUnit, IsoDate } from './domain/units.ts';
import type { CustomerRow, CustomerSetName, FigureReport } from './services/activity/report.ts';
import type {
  AppliedImport,
  Ask,
  ImportOptions,
  ImportSummary,
  Progress,
  ReceivedFiles,
} from './services/intake/import-summary.ts';
import type { Organisation, UnitAssignments } from './services/organisation/report.ts';

export type OnProgress = (progress: Progress) => void;

/**
 * What the product can do, as the edges see it. Every method throws `Refusal` for what the user can mend. A `signal` ends
 * what it asks of the engines; then its reason is thrown.
 */
export interface Application {
  /**
   * Reads and checks files (paths, `-` is standard input, or what an edge has received) and shows what they would change; nothing is changed yet.
   * `onProgress` and `signal` hold for `apply` too: an abort leaves the old state and rejects.
   */
  prepareImport(
    files: readonly string[] | ReceivedFiles,
    options: ImportOptions,
    ask: Ask,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<PreparedImport>;
  imports(): Promise<readonly AppliedImport[]>;
  undo(
    importId: number,
    onProgress: OnProgress,
  ): Promise<{ dataVersion: number; effect: ImportSummary['effect'] }>;
  /** One report per period, in the order asked for. */
  figures(query: FigureQuery, signal?: AbortSignal): Promise<readonly FigureReport[]>;
  customers(query: CustomerQuery, signal?: AbortSignal): AsyncIterable<CustomerRow>;
  /** A table of figures by any dimensions, with totals at their own level. */
  table(query: TableQuery, signal?: AbortSignal): Promise<FigureAnswer>;
  setSize(set: CustomerSet, signal?: AbortSignal): Promise<number>;
  /** A set as a sentence; members and methods by their names. */
  readSet(set: CustomerSet, language: 'ru' | 'en'): Promise<string>;
  /** Members of a set, with what they bought in a period. */
  setMembers(set: CustomerSet, list: SetListQuery, signal?: AbortSignal): AsyncIterable<CustomerRow>;
  /**
   * Brings the answers kept ready up to date, where there are so many lines at least; returns the months (`YYYYMM`)
   * that were built. Aborted, it stops after the month that it is at.
   */
  keepReady(atLeastLines?: number, signal?: AbortSignal): Promise<readonly number[]>;
  /** Branches, departments, teams and reps as they are on a day, today when left out. */
  organisation(day?: IsoDate): Promise<Organisation>;
  /** Refuses `assignmentUnitsUnknown`. */
  assignments(unit: CountUnit, id: number): Promise<UnitAssignments>;
  /**
   * States who is responsible for customers, or to whom members of the organisation belong: a new version of the data.
   * Refuses `assignmentOfNobody`, `assignmentDates`, `assignmentMemberUnknown`, `assignmentUnitsUnknown`.
   */
  assign(
    statement: NewStatement,
    onProgress: OnProgress,
  ): Promise<{ dataVersion: number; effect: ImportSummary['effect'] }>;
  methods(): Promise<readonly { id: string; version: number; name: { ru: string; en: string } }[]>;
  dataState(): Promise<DataState>;
  /** Without a folder: into `backups` of the data folder, where the newest three of these are kept. */
  backup(folder: string | undefined, onProgress: OnProgress): Promise<{ folder: string; bytes: number }>;
  restore(folder: string, onProgress: OnProgress): Promise<void>;
  doctor(signal?: AbortSignal): Promise<readonly DoctorCheck[]>;
  /** Towns and regions of which this installation knows better than the built-in table. */
  places(): Promise<readonly OwnPlace[]>;
  /** For later imports. Refuses `placeUnknown`. */
  setPlace(place: OwnPlace): Promise<OwnPlace>;
  /** Refuses `placeNotSet`. */
  removePlace(name: string): Promise<void>;
  /** Of an application opened with `demo`. Refuses (`demoFolderInUse`) where data are already. */
  demo(onProgress: OnProgress): Promise<readonly ImportSummary[]>;
  close(): Promise<void>;
}

export interface PreparedImport {
  readonly summary: ImportSummary;
  apply(): Promise<{ dataVersion: number }>;
  cancel(): Promise<void>;
}

export interface FigureQuery {
  readonly periods: readonly Period[];
  readonly unit: CountUnit;
  readonly method: string;
  readonly by?: Dimension;
  readonly totalBase?: TotalBaseMode;
  readonly scope?: 'slice' | 'company';
}

export interface CustomerQuery {
  readonly period: Period;
  readonly unit: CountUnit;
  readonly method: string;
  readonly set: CustomerSetName;
  /** Only the customers of one member of a dimension. */
  readonly by?: { readonly dimension: Dimension; readonly code: string };
  readonly sort?: CustomerSort;
}

export interface SetListQuery {
  readonly period: Period;
  readonly slice?: Slice;
  readonly sort?: CustomerSort;
}

export interface DataState {
  readonly dataVersion: number;
  readonly historySince: IsoDate | null;
  readonly asOf: IsoDate | null;
  /** Number of applied imports. */
  readonly imports: number;
}

export interface DoctorCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly problem?: Problem;
  readonly detail?: string;
}

/** `temporary`: nothing has to outlive `close`; the caller made the folder and removes it. */
export type OpenApplication = (config: {
  dataDir: string;
  temporary?: boolean;
  demo?: DemoOptions;
}) => Promise<Application>;

export interface DemoOptions {
  readonly lines: number;
  readonly until: IsoDate;
  readonly seed: number;
}
