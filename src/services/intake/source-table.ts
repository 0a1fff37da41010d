/**
 * One table (a CSV file, a sheet, a DBF…) as the readers leave it for everything that follows.
 *
 * `data.layout`:
 * - `canonical`: a file in the engine's own `TabSeparated` format (UTF-8; `\t`, `\n`, `\r`, `\\`, `\0` escaped), one
 *   record a line: `row` (1-based line or row of the source as the user sees it), `indent`, `outline` (0 where the
 *   format has none), then `columnCount` cells. Numbers of typed formats are written as plain decimals with a point,
 *   dates as `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss`, empty cells as empty text.
 * - `direct`: the user's own well-formed text file, which the engine reads itself (`delimiter`, `encoding`, quoting);
 *   only chosen when a full scan proved that the engine and the careful reader must agree. Without byte-order mark; row
 *   n is line n.
 */
export interface SourceTable {
  /** As the user named it; a member of an archive is `archive.zip/folder/member.csv`. */
  readonly file: string;
  readonly sheet?: string;
  readonly format: 'csv' | 'xlsx' | 'xls' | 'html' | 'dbf' | 'parquet';
  /** Of a text, as it was written. */
  readonly encoding?: DirectData['encoding'] | 'utf-16le' | 'utf-16be';
  readonly columnCount: number;
  /** Number of records in the data file, header and preamble included. */
  readonly rowCount: number;
  readonly data: CanonicalData | DirectData;
  /** The first rows, at most 300, all of them when there are fewer. */
  readonly head: readonly SourceRow[];
  /** Up to 300 rows spread over the rest of the table, in order. */
  readonly sample: readonly SourceRow[];
  /** The last rows, at most 20 (totals stand there). */
  readonly tail: readonly SourceRow[];
  /** Merged ranges of a sheet, in source rows and 0-based columns, inclusive. */
  readonly merges: readonly Merge[];
  /** Bytes of the source, for progress. */
  readonly bytes: number;
}

export interface CanonicalData {
  readonly layout: 'canonical';
  readonly path: string;
}

export interface DirectData {
  readonly layout: 'direct';
  readonly path: string;
  /** A text cut by tabs is always written anew: the engine's CSV refuses the tab. */
  readonly delimiter: ';' | ',' | '|';
  /** `mixed`: UTF-8 lines and windows-1251 lines in one file, decided per field. */
  readonly encoding: 'utf-8' | 'windows-1251' | 'cp866' | 'mixed';
  /**
   * False when no field begins with a quote: then a record is a line (blank ones too; a CR before the newline is not
   * part of it), cut at the delimiter and nothing else, and rows may have fewer cells than `columnCount`. True: every
   * row has `columnCount` cells and no field spans lines. Blanks around a field are no part of its value: the engine
   * drops some of them. No zero byte is in either.
   */
  readonly quoted: boolean;
}

export interface SourceRow {
  readonly row: number;
  readonly indent: number;
  readonly outline: number;
  readonly cells: readonly string[];
}

export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}
