import { isEmptyCell } from '../format/lexicon.ts';
import { monthOnly, monthWithoutYear } from '../format/month.ts';
import type { Merge, SourceRow } from '../source-table.ts';
import { type Candidate, matchExactly, matchHeader } from './match-header.ts';
import { looksLikeDate, looksLikeNumber } from './profile.ts';

/** Rows searched for a header. */
const searched = 60;
/** Three in most reports; one more for each further grouping of 1C. */
const mostHeaderRows = 6;

/** What the cells of one row say about its being a header. */
interface HeaderScore {
  readonly filled: number;
  /** Cells that name something we know. */
  readonly known: number;
  /** Of these, named without a slip or a guess. */
  readonly exact: number;
  /** Numbers and days: no header has them, but the columns of a matrix may be days. */
  readonly figures: number;
  readonly months: number;
}

/** The rows of the header, in order; empty when the table has none. */
export function findHeaderRows(rows: readonly SourceRow[], merges: readonly Merge[]): readonly SourceRow[] {
  const candidates = rows.slice(0, searched);
  let scores = candidates.map((row) => scoreRow(row.cells, matchExactly));
  let best = bestHeader(scores);
  if (best < 0) {
    const loosely = candidates.slice(0, 10).map((row) => scoreRow(row.cells, (cell) => matchHeader(cell)[0]));
    best = bestHeader(loosely);
    if (best >= 0) scores = loosely;
  }
  if (best < 0) best = strangeHeader(candidates, scores);
  if (best < 0) return [];
  const block = candidates.slice(best, best + 1);
  for (let next = best + 1; next < candidates.length && block.length < mostHeaderRows; next++) {
    const [row, score, above] = [candidates[next], scores[next], block.at(-1)];
    if (!row || !score || !above || !continues(row, score, above)) break;
    block.push(row);
  }
  for (let previous = best - 1; previous >= 0 && block.length < mostHeaderRows; previous--) {
    const [row, score, below] = [candidates[previous], scores[previous], block[0]];
    if (!row || !score || !below || !isAbove(row, score, below, merges)) break;
    block.unshift(row);
  }
  return block;
}

/** A month named in a header: «янв.26», `2026-01-01` as typed sheets write it, «январь» where the year is known. */
export function headerMonth(text: string, year?: string): string | undefined {
  const month = monthOnly(text);
  if (month) return month;
  const number = monthWithoutYear(text);
  if (number && year) return `${year}-${String(number).padStart(2, '0')}`;
  return /^\d{4}-\d{2}-01(?:T00:00:00)?$/.test(text) ? text.slice(0, 7) : undefined;
}

function bestHeader(scores: readonly HeaderScore[]): number {
  let best = -1;
  let bestPoints = 0;
  for (const [index, score] of scores.entries()) {
    const points = isHeader(score) ? score.known * 2 + score.filled : 0;
    if (points > bestPoints) [best, bestPoints] = [index, points];
  }
  return best;
}

function scoreRow(cells: readonly string[], match: (cell: string) => Candidate | undefined): HeaderScore {
  const score = { filled: 0, known: 0, exact: 0, figures: 0, months: 0 };
  const days: string[] = [];
  for (const cell of cells) {
    if (isEmptyCell(cell)) continue;
    score.filled++;
    if (headerMonth(cell) || monthWithoutYear(cell)) score.months++;
    else if (looksLikeDate(cell)) days.push(cell);
    else if (looksLikeNumber(cell) || /\d{7,}/.test(cell)) score.figures++;
  }
  // A row of days one after another heads a matrix; two days are two columns of data.
  if (days.length > 2 && score.figures === 0 && new Set(days).size === days.length)
    score.months += days.length;
  else score.figures += days.length;
  // Rows of figures are data; asking what their words mean costs most.
  if (score.figures > score.filled / 3 && score.months === 0) return score;
  for (const cell of cells) {
    if (isEmptyCell(cell) || headerMonth(cell) || monthWithoutYear(cell) || cell.length > 120) continue;
    if (looksLikeNumber(cell) || looksLikeDate(cell)) continue;
    const reason = match(cell)?.reason;
    if (reason) score.known++;
    if (reason && reason !== 'fuzzy' && reason !== 'tokens') score.exact++;
  }
  return score;
}

function isHeader({ filled, known, exact, figures, months }: HeaderScore): boolean {
  if (known === 0 || figures > filled * 0.2) return false;
  if (months > 0) return known >= 1 && months + known >= filled * 0.4;
  return (exact >= 1 || known >= 3) && (known >= filled * 0.5 || (known >= 3 && known >= filled * 0.25));
}

/** A header of names that we do not know: the first row of words above columns of figures. */
function strangeHeader(rows: readonly SourceRow[], scores: readonly HeaderScore[]): number {
  const first = scores.findIndex((score) => score.filled >= 2);
  const [row, score] = [rows[first], scores[first]];
  if (!row || !score || score.figures > 0) return -1;
  const names = row.cells.filter((cell) => !isEmptyCell(cell));
  if (new Set(names).size < names.length) return -1;
  const below = rows.slice(first + 1);
  const overFigures = row.cells.some((cell, index) => {
    const values = below.map((other) => other.cells[index] ?? '').filter((value) => !isEmptyCell(value));
    return (
      !isEmptyCell(cell) &&
      values.length > 0 &&
      values.every((value) => looksLikeNumber(value) || looksLikeDate(value))
    );
  });
  return overFigures ? first : -1;
}

/** A further header row below: «Номенклатура» under «Контрагент», «Код» and «Наименование» under one cell. */
function continues(row: SourceRow, score: HeaderScore, above: SourceRow): boolean {
  if (score.filled === 0 || score.figures > 0 || sameCells(row, above)) return false;
  if (row.row > above.row + 1) return false;
  return score.filled <= 2 ? score.exact === score.filled : score.exact >= (score.filled * 2) / 3;
}

const preambleWords =
  /^(?:параметры|период|отбор|показатели|группировк|начало периода|конец периода|на дату|сортировка|дополнительные поля|валюта отчета|единица измерения:)|:\s*$/iu;

/** A row of group names above: months, managers, «Контрагент» over «Код» and «Наименование». */
function isAbove(row: SourceRow, score: HeaderScore, below: SourceRow, merges: readonly Merge[]): boolean {
  if (score.filled === 0 || score.figures > 0 || row.row < below.row - 1 || sameCells(row, below))
    return false;
  const filledAt = row.cells.flatMap((cell, index) => (isEmptyCell(cell) ? [] : [index]));
  if (filledAt.some((index) => preambleWords.test(row.cells[index] ?? ''))) return false;
  const names = below.cells.filter((cell) => !isEmptyCell(cell));
  const repeats = new Set(names).size < names.length;
  const wide = merges.some(
    (merge) =>
      merge.fromRow <= row.row &&
      merge.toRow >= row.row &&
      merge.toColumn > merge.fromColumn &&
      merge.toColumn - merge.fromColumn < row.cells.length - 1,
  );
  const completes = filledAt.some((index) => isEmptyCell(below.cells[index] ?? '')) && score.known > 0;
  const several = filledAt.length > 1 || (filledAt[0] ?? 0) > 0;
  return several && (repeats || wide || completes || score.months > 1);
}

export function sameCells(a: SourceRow, b: SourceRow): boolean {
  return a.cells.every((cell, index) => cell.trim() === (b.cells[index] ?? '').trim());
}
