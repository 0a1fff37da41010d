import { placeOf } from '../../domain/sorted-ids.ts';
import type { CountUnit } from '../../domain/units.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';
import { remembered } from './remembered.ts';
import { unitColumn } from './unit-column.ts';

/** In which months units have lines, counted or not. */
interface LineMonths {
  /** In order. */
  readonly units: Uint32Array;
  /** Of each 32 months of the version a column of bits. */
  readonly bits: readonly Uint32Array[];
}

const bitsOfColumn = 32;

const allLineMonths = async (
  warehouse: Warehouse,
  version: DataVersion,
  unit: CountUnit,
  months: readonly number[],
): Promise<LineMonths> => {
  const columns = Array.from({ length: Math.ceil(months.length / bitsOfColumn) }, (_, at) => at);
  const bit = `indexOf([${months.join(', ')}], l.ym) - 1`;
  const own = (at: number): string =>
    `groupBitOr(if(intDiv(${bit}, ${bitsOfColumn}) = ${at}, bitShiftLeft(toUInt32(1), (${bit}) % ${bitsOfColumn}), 0)) AS bits${at}`;
  return await remembered<Readonly<Record<string, readonly number[]>>, LineMonths>(
    warehouse,
    sql`SELECT groupArray(unit) AS units, ${raw(columns.map((at) => `groupArray(toUInt32(bits${at})) AS all${at}`).join(', '))}
      FROM (
        SELECT ${raw(`l.${unitColumn[unit]}`)} AS unit, ${raw(columns.map(own).join(', '))}
        FROM ledger AS l WHERE (l.ym, l.generation) IN ${raw(generationList(version))}
        GROUP BY unit ORDER BY unit
      )`,
    ([row]) => ({
      units: Uint32Array.from(row?.units ?? []),
      bits: columns.map((at) => Uint32Array.from(row?.[`all${at}`] ?? [])),
    }),
    ({ units, bits }) => 4 * units.length * (1 + bits.length),
  );
};

/**
 * The months (`YYYYMM`) of a version in which a unit has lines at all: each month of the ledger has parts of its own, and
 * to open those without a line of his takes longer than to read those with one. Asked of everybody at once and remembered.
 */
export async function lineMonths(
  warehouse: Warehouse,
  version: DataVersion,
  unit: CountUnit,
  id: number,
): Promise<ReadonlySet<number>> {
  const months = Object.keys(version.months)
    .map(Number)
    .sort((a, b) => a - b);
  if (months.length === 0) return new Set();
  const { units, bits } = await allLineMonths(warehouse, version, unit, months);
  const at = placeOf(units, id);
  return new Set(
    at === -1
      ? []
      : months.filter(
          (_, month) => ((bits[Math.floor(month / bitsOfColumn)]?.[at] ?? 0) >>> (month % bitsOfColumn)) & 1,
        ),
  );
}
