import type { FileMetaData, ParquetParsers, SchemaElement } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { booleanCell } from '../excel/cells.ts';
import { plainDecimal } from '../plain-decimal.ts';

export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'plain' | 'decimal' | 'time' | 'float32';
  /** Digits behind the point of a decimal. */
  readonly scale: number;
  /** Units of a time of day in a second. */
  readonly perSecond: bigint;
}

const dayMilliseconds = 86_400_000;

/** Dates as the text that we write, without the detour over `Date` objects and their zones. */
export const exactParsers: Partial<ParquetParsers> = {
  dateFromDays: (days) => new Date(days * dayMilliseconds).toISOString().slice(0, 10),
  timestampFromMilliseconds: (value) => timestamp(BigInt(value), 1000n),
  timestampFromMicroseconds: (value) => timestamp(BigInt(value), 1_000_000n),
  timestampFromNanoseconds: (value) => timestamp(BigInt(value), 1_000_000_000n),
};

/** The columns as they stand in a row. */
export function columnKinds(metadata: FileMetaData): ParquetColumn[] {
  return parquetSchema(metadata).children.map(({ element, children }) => {
    const leaf = children.length === 0 && element.repetition_type !== 'REPEATED';
    return { name: element.name, ...(leaf ? kindOf(element) : plain) };
  });
}

/**
 * The same metadata with the annotation of decimals and times taken away, so that the library leaves their whole
 * numbers alone: it would make floating-point numbers of them.
 */
export function plainColumns(metadata: FileMetaData): FileMetaData {
  return { ...metadata, schema: metadata.schema.map(withoutAnnotation) };
}

function withoutAnnotation(element: SchemaElement): SchemaElement {
  const { kind } = kindOf(element);
  if (kind !== 'decimal' && kind !== 'time') return element;
  const { converted_type: _, logical_type: __, ...rest } = element;
  return rest;
}

const plain = { kind: 'plain', scale: 0, perSecond: 1n } as const;

function kindOf(element: SchemaElement): Omit<ParquetColumn, 'name'> {
  const { converted_type: converted, logical_type: logical, type, scale } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    return { ...plain, kind: 'decimal', scale: scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0) };
  }
  if (converted === 'TIME_MILLIS') return { ...plain, kind: 'time', perSecond: 1000n };
  if (converted === 'TIME_MICROS') return { ...plain, kind: 'time', perSecond: 1_000_000n };
  if (logical?.type === 'TIME') {
    const perSecond = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n }[logical.unit];
    return { ...plain, kind: 'time', perSecond };
  }
  return type === 'FLOAT' ? { ...plain, kind: 'float32' } : plain;
}

export function parquetText(value: unknown, column: ParquetColumn): string {
  if (value === null || value === undefined) return '';
  if (column.kind === 'decimal') return decimalText(unscaled(value), column.scale);
  if (column.kind === 'time') return timeOfDay(BigInt(value as number) / column.perSecond);
  if (typeof value === 'number')
    return plainDecimal(column.kind === 'float32' ? shortest(value) : String(value));
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return booleanCell(value);
  if (value instanceof Uint8Array) return utf8(value);
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'bigint') return String(inner);
    return inner instanceof Uint8Array ? utf8(inner) : inner;
  });
}

function unscaled(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const digits = Buffer.from(value).toString('hex');
  return digits === '' ? 0n : BigInt.asIntN(8 * value.length, BigInt(`0x${digits}`));
}

function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return sign + digits.slice(0, digits.length - scale) + (fraction && `.${fraction}`);
}

/** The fewest digits that still are this 32-bit number: 0.1, not 0.100000001490116. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(9)));
}

function timestamp(value: bigint, perSecond: bigint): string {
  const seconds = value / perSecond - (value % perSecond < 0n ? 1n : 0n);
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

function timeOfDay(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString().slice(11, 19);
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
