import type { Readable } from 'node:stream';
import type { Viewer } from './domain/access.ts';
import type { AuditPage, AuditQuery, AuditVerification, Errand } from './domain/audit.ts';
import type { CalendarYear } from './domain/calendar.ts';
import type { CustomerEdit } from './domain/customer-edit.ts';
import type { Dimension, Slice } from './domain/dimensions.ts';
import type { FigureAnswer, FigureQuery as TableQuery } from './domain/figure-query.ts';
import type { OwnPlace } from './domain/geography.ts';
import type { Attribution, Method, MethodReference, TotalBaseMode } from './domain/method.ts';
import type { NamedBase, NamedBaseDocument } from './domain/named-base.ts';
import type { Period } from './domain/period.ts';
import type { Problem } from './domain/problem.ts';
import type { ListQuery } from './domain/report-words.ts';
import type { CustomerSet } from './domain/sets/customer-set.ts';
import type { StoredSet } from './domain/sets/stored-set.ts';
import type { NewStatement } from './domain/statement.ts';
import type { CountUnit, IsoDate } from './domain/units.ts';
import type { DocumentLines, DocumentPage, LineChoice } from './services/activity/document-report.ts';
import type {
  CustomerPage,
  CustomerRow,
  CustomerSetName,
  FigureReport,
  ListTotals,
} from './services/activity/report.ts';
import type { BranchGaps } from './services/calendar/data-gaps.ts';
import type { CalendarPlace } from './services/calendar/stated-calendars.ts';
import type { BranchWorkingDays, WorkingCalendar } from './services/calendar/working-calendar.ts';
import type { CustomerCard } from './services/customers/card-report.ts';
import type { WrittenEdit } from './services/customers/edit-customer.ts';
import type { ShownWhy } from './services/customers/visible.ts';
import type { BaseQuestion } from './services/definitions/named-bases.ts';
import type { UndoPreview } from './services/intake/import/undo-preview.ts';
import type {
  AppliedImport,
  Ask,
  CellCorrection,
  ImportOptions,
  ImportSummary,
  Progress,
  ReceivedFiles,
  TableRows,
  TableRowsQuery,
} from './services/intake/import-summary.ts';
import type { Organisation, UnitAssignments } from './services/organisation/report.ts';
import type { Access } from './use-cases/access/access.ts';
import type { Bonus } from './use-cases/bonus/bonus.ts';
import type { BulkEdits } from './use-cases/bulk-edits/bulk-edits.ts';
import type { Calls } from './use-cases/calls/calls.ts';
import type { Closing } from './use-cases/closing/closing.ts';
import type { Contacts } from './use-cases/contacts/contacts.ts';
import type { CustomerPlans } from './use-cases/customer-plans/customer-plans.ts';
import type { Dealers } from './use-cases/dealers/dealers.ts';
import type { Duplicates } from './use-cases/duplicates/duplicates.ts';
import type { Groups } from './use-cases/groups/groups.ts';
import type { HandOver } from './use-cases/hand-over/hand-over.ts';
import type { Integrity } from './use-cases/integrity/integrity.ts';
import type { OrganisationEdits } from './use-cases/organisation-edits/organisation-edits.ts';
import type { Plans } from './use-cases/plans/plans.ts';
import type { Privacy } from './use-cases/privacy/privacy.ts';
import type { Prospects } from './use-cases/prospects/prospects.ts';
import type { Quality } from './use-cases/quality/quality.ts';
import type { Removals } from './use-cases/removals/removals.ts';
import type { Search } from './use-cases/search/search.ts';
import type { Terms } from './use-cases/terms/terms.ts';
import type { Timeline } from './use-cases/timeline/timeline.ts';
import type { Views } from './use-cases/views/views.ts';

export type OnProgress = (progress: Progress) => void;

/** Parts of the product: each has a folder among the use cases, with what it asks for and what is recorded of it. */
export interface Parts {
  readonly views: Views;
  readonly quality: Quality;
  readonly integrity: Integrity;
  readonly bulkEdits: BulkEdits;
  readonly duplicates: Duplicates;
  readonly timeline: Timeline;
  readonly contacts: Contacts;
  readonly privacy: Privacy;
  readonly search: Search;
  readonly terms: Terms;
  readonly groups: Groups;
  readonly dealers: Dealers;
  readonly removals: Removals;
  readonly plans: Plans;
  readonly customerPlans: CustomerPlans;
  readonly closing: Closing;
  readonly bonus: Bonus;
  readonly calls: Calls;
  readonly prospects: Prospects;
  readonly handOver: HandOver;
  readonly organisationEdits: OrganisationEdits;
}

/**
 * What the product can do, as the edges see it. Every method throws `Refusal` for what the user can mend. A `signal` ends
 * what it asks of the engines; then its reason is thrown.
 */
export interface Application extends Parts {
  /**
   * The same, as somebody sees and may use it: what he may not is refused (`notAllowed`, `onlyOfWhole`), and what he does
   * is recorded in his name. Only where the data are: a server tells its visitors apart itself.
   */
  as(viewer: Viewer, errand?: Partial<Errand>): Application;
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
  /** Rejected rows as they stood in the files, prepared imports included: CSV. Refuses `noRejectedRows`. */
  rejectedRows(importId: number): Promise<Readable>;
  undo(
    importId: number,
    onProgress: OnProgress,
  ): Promise<{ dataVersion: number; effect: ImportSummary['effect'] }>;
  /** What an undo would change; nothing is changed. Refuses as `undo`. */
  undoPreview(importId: number, signal?: AbortSignal): Promise<UndoPreview>;
  /** One report per period, in the order asked for. */
  figures(query: FigureQuery, signal?: AbortSignal): Promise<readonly FigureReport[]>;
  customers(query: CustomerQuery, signal?: AbortSignal): AsyncIterable<CustomerRow>;
  /** A table of figures by any dimensions, with totals at their own level. */
  table(query: TableQuery, signal?: AbortSignal): Promise<FigureAnswer>;
  /** Several at once, all of one version of the data: a whole dashboard. */
  tables(queries: readonly TableQuery[], signal?: AbortSignal): Promise<readonly FigureAnswer[]>;
  setSize(set: CustomerSet, signal?: AbortSignal): Promise<number>;
  /** A set as a sentence; members and methods by their names. */
  readSet(set: CustomerSet, language: 'ru' | 'en'): Promise<string>;
  /** A page of a set: every walk through the pages gives each member once, as of the data with which it began. */
  setPage(set: CustomerSet, page: SetPageQuery, signal?: AbortSignal): Promise<CustomerPage>;
  /** What the columns of a whole list add up to, by the rules of figures. Refuses `searchTooWide`. */
  setTotals(set: CustomerSet, list: SetTotalsQuery, signal?: AbortSignal): Promise<ListTotals>;
  /**
   * A page of the documents of a set's members in a period and slice, newest first, by the rules of `setPage`. Amounts are
   * exact: those of all pages add up to the sales of the set.
   */
  documents(set: CustomerSet, page: DocumentsQuery, signal?: AbortSignal): Promise<DocumentPage>;
  /** The lines that a row of `documents` adds up. Refuses `documentUnknown`. */
  documentLines(document: DocumentQuery, signal?: AbortSignal): Promise<DocumentLines>;
  /** What is known of a customer. Refuses `customerUnknown`: he is nobody, or nobody whom the viewer may be told of. */
  customerCard(unit: CountUnit, id: number, signal?: AbortSignal): Promise<CustomerCard>;
  /**
   * States something of a customer by hand, which holds before what imports say. A type or a city is a new version of the
   * data and waits for an import that is under way.
   * Refuses `customerUnknown`, `customerEditStale`, `customerEditChanged`, `customerFieldElsewhere`, `customerNameEmpty`.
   */
  editCustomer(unit: CountUnit, id: number, edit: CustomerEdit): Promise<EditedCustomer>;
  /** Refuses `customerEditUnknown`, `customerEditChanged`. */
  undoCustomerEdit(edit: number): Promise<EditedCustomer>;
  /** Members of a set, all of them, with what they bought in a period. */
  setMembers(set: CustomerSet, list: SetListQuery, signal?: AbortSignal): AsyncIterable<CustomerRow>;
  /**
   * Brings the answers kept ready up to date, where there are so many lines at least; returns the months (`YYYYMM`)
   * that were built. Aborted, it stops after the month that it is at.
   */
  keepReady(atLeastLines?: number, signal?: AbortSignal): Promise<readonly number[]>;
  /** In their newest versions; `kept`: answers of it are kept ready. */
  methods(): Promise<readonly (Method & { readonly kept: boolean })[]>;
  /** All versions of one, the newest first. Refuses `methodUnknown`. */
  methodVersions(id: string): Promise<readonly Method[]>;
  /** The next version of a method, or the first of a new one. */
  saveMethod(method: Omit<Method, 'version'>): Promise<Method>;
  /** Keeps answers of these methods ready and of no others. Refuses `tooManyKept`, `methodNotKeepable`, `methodUnknown`. */
  keepMethods(ids: readonly string[]): Promise<void>;
  namedBases(): Promise<readonly NamedBase[]>;
  /** Refuses `nameTaken`, `methodUnknown`. */
  addNamedBase(base: NamedBaseDocument): Promise<NamedBase>;
  /** Refuses `namedBaseUnknown`. */
  removeNamedBase(id: number): Promise<void>;
  /** Figures of every named АКБ side by side, each of its own period as of a day: the last loaded one when left out. */
  namedBaseFigures(
    question: BaseQuestion & { readonly on?: IsoDate },
    signal?: AbortSignal,
  ): Promise<readonly NamedBaseAnswer[]>;
  storedSets(): Promise<readonly StoredSet[]>;
  /** `frozen`: the set stays who it is now. Refuses `nameTaken`, `storedSetUnknown`, `storedSetOfOtherUnit`. */
  storeSet(
    set: { readonly name: string; readonly set: CustomerSet; readonly frozen?: boolean },
    signal?: AbortSignal,
  ): Promise<StoredSet>;
  /** Who is in a stored set now, under a name of its own. Refuses as `storeSet`. */
  freezeSet(id: number, name: string, signal?: AbortSignal): Promise<StoredSet>;
  /** Refuses `storedSetUnknown`, `storedSetInUse`. */
  removeStoredSet(id: number): Promise<void>;
  /** Branches, departments, teams and reps as they are on a day, today when left out. */
  organisation(day?: IsoDate): Promise<Organisation>;
  /** Refuses `assignmentUnitsUnknown`. */
  assignments(unit: CountUnit, id: number): Promise<UnitAssignments>;
  /** By what the viewer may be told who a customer is; null: he may not. */
  whyShown(unit: CountUnit, id: number): Promise<ShownWhy | null>;
  /**
   * States who is responsible for customers, or to whom members of the organisation belong: a new version of the data.
   * Refuses `assignmentOfNobody`, `assignmentDates`, `assignmentMemberUnknown`, `assignmentMemberRetired`,
   * `assignmentUnitsUnknown`.
   */
  assign(
    statement: NewStatement,
    onProgress: OnProgress,
  ): Promise<{ dataVersion: number; effect: ImportSummary['effect'] }>;
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
  /** The working days of a year, and from where they are. Refuses `branchUnknown`. */
  calendar(place: CalendarPlace, signal?: AbortSignal): Promise<WorkingCalendar>;
  /** Refuses `branchUnknown`, `calendarYearOutOfRange`, `calendarDayUnknown`, `calendarDayTwice`. */
  setCalendar(place: CalendarPlace, year: CalendarYear): Promise<WorkingCalendar>;
  /**
   * States every year of a file of the production calendar, all of them or none. Refuses `branchUnknown` and the problems
   * of `readCalendarFile`.
   */
  setCalendarFile(branch: number, content: Buffer): Promise<readonly WorkingCalendar[]>;
  /** Refuses `calendarNotStated`. */
  removeCalendar(place: CalendarPlace): Promise<void>;
  /** Of the company and of each branch. */
  workingDays(period: Period, signal?: AbortSignal): Promise<readonly BranchWorkingDays[]>;
  /** Days without shipments, of the company and of each branch that whoever asks sees all of. */
  dataGaps(period: Period, signal?: AbortSignal): Promise<readonly BranchGaps[]>;
  /** A page of the trail of who did what, newest first. Refuses `auditNotAllowed`, `auditCursorUnreadable`. */
  audit(query: AuditQuery): Promise<AuditPage>;
  /** Walks the whole chain of the trail; `head` is a hash that was noted earlier. Refuses `auditNotAllowed`. */
  verifyAudit(head?: string): Promise<AuditVerification>;
  /** Of an application opened with `demo`. Refuses (`demoFolderInUse`) where data are already. */
  demo(onProgress: OnProgress): Promise<readonly ImportSummary[]>;
  /** Users, their sessions and keys. */
  readonly access: Access;
  close(): Promise<void>;
}

/** An edit by hand and the customer as he is after it. */
export interface EditedCustomer extends WrittenEdit {
  readonly card: CustomerCard;
}

export interface NamedBaseAnswer {
  readonly base: NamedBase;
  readonly answer: FigureAnswer;
}

export interface PreparedImport {
  readonly summary: ImportSummary;
  /** Rows of a table as they stand in its file. Refuses `tableUnknown`. */
  rows(query: TableRowsQuery): Promise<TableRows>;
  /** Refuses `correctedTableUnknown`, `correctedRowUnknown`, `correctedColumnUnknown`. */
  checkCorrections(corrections: readonly CellCorrection[]): Promise<void>;
  apply(): Promise<{ dataVersion: number }>;
  cancel(): Promise<void>;
}

export interface FigureQuery {
  readonly periods: readonly Period[];
  readonly unit: CountUnit;
  readonly method: string;
  readonly by?: Dimension;
  readonly totalBase?: TotalBaseMode;
  readonly attribution?: Attribution;
  readonly scope?: 'slice' | 'company';
}

export interface CustomerQuery extends ListQuery {
  readonly period: Period;
  readonly unit: CountUnit;
  readonly method: string;
  readonly set: CustomerSetName;
  readonly totalBase?: TotalBaseMode;
  readonly attribution?: Attribution;
  /** Only the customers of one member of a dimension. */
  readonly by?: { readonly dimension: Dimension; readonly code: string };
}

export interface SetListQuery extends ListQuery {
  readonly period: Period;
  readonly slice?: Slice;
}

export type SetTotalsQuery = Pick<SetListQuery, 'period' | 'slice' | 'search'>;

export interface SetPageQuery extends SetListQuery {
  /** Rows of a page, at most 1,000. */
  readonly limit: number;
  /** `next` of the page before, with the same question otherwise. */
  readonly cursor?: string;
  /** The place of the first row, from 0, wherever the page before ended; the cursor then keeps the version only. */
  readonly from?: number;
}

export interface DocumentsQuery extends Pick<SetPageQuery, 'period' | 'slice' | 'limit' | 'cursor'> {
  /** All of them when left out. */
  readonly lines?: LineChoice;
}

/** A row of `documents`, by its document and its customer, and what was asked for there. */
export interface DocumentQuery extends Pick<DocumentsQuery, 'period' | 'slice' | 'lines'> {
  readonly unit: CountUnit;
  readonly method: MethodReference;
  readonly id: string;
  readonly customer: number;
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
