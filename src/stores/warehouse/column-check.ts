/** Turns a value into what JSON can carry exactly, or throws where the column would not hold it unchanged. */
export type CellWriter = (value: unknown) => unknown;

/**
 * The engine reads numbers that are too large modulo the type, cuts digits off decimals, and makes 0 of ''
 * and of NULL, and 1970-01-01 of an impossible date, all without an error. So every value is held against
 * its column's type first.
 */
export function cellWriter(type: string): CellWriter {
  const [outer, inner] = /^(\w+)(?:\((.*)\))?$/s.exec(type)?.slice(1) ?? [];
  switch (outer) {
    case 'LowCardinality':
      return cellWriter(inner ?? '');
    case 'Nullable': {
      const write = cellWriter(inner ?? '');
      return (value) => (value === null ? null : write(value));
    }
    case 'Array': {
      const write = cellWriter(inner ?? '');
      return (value) => (Array.isArray(value) ? value.map(write) : unfit());
    }
    case 'String':
      return (value) => (typeof value === 'string' ? value : unfit());
    case 'Bool':
      return (value) => (typeof value === 'boolean' ? value : unfit());
    case 'Float32':
    case 'Float64':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : unfit());
    case 'Date':
      return dateWriter('1970-01-01', '2149-06-06');
    case 'Date32':
      return dateWriter('1900-01-01', '2299-12-31');
    case 'Decimal':
      return decimalWriter(inner ?? '');
    default: {
      const [, sign, bits] = /^(U?)Int(8|16|32|64|128|256)$/.exec(outer ?? '') ?? [];
      return bits === undefined ? otherWriter : integerWriter(sign === '', Number(bits));
    }
  }
}

function integerWriter(signed: boolean, bits: number): CellWriter {
  const min = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const max = 2n ** BigInt(signed ? bits - 1 : bits) - 1n;
  const safeMin = Math.max(Number(min), Number.MIN_SAFE_INTEGER);
  const safeMax = Math.min(Number(max), Number.MAX_SAFE_INTEGER);
  return (value) => {
    if (typeof value === 'number') {
      return Number.isInteger(value) && value >= safeMin && value <= safeMax ? value : unfit();
    }
    if (typeof value === 'string' && !/^-?\d+$/.test(value)) return unfit();
    if (typeof value !== 'string' && typeof value !== 'bigint') return unfit();
    const exact = BigInt(value);
    return exact >= min && exact <= max ? String(exact) : unfit();
  };
}

function decimalWriter(size: string): CellWriter {
  const [digits = 0, scale = 0] = size.split(',').map(Number);
  const whole = digits - scale;
  const fraction = scale === 0 ? '' : `(?:\\.\\d{1,${scale}}0*)?`;
  const pattern = new RegExp(`^-?0*\\d{${whole === 0 ? '0' : `1,${whole}`}}${fraction}$`);
  return (value) => {
    const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
    return typeof text === 'string' && pattern.test(text) ? text : unfit();
  };
}

function dateWriter(first: string, last: string): CellWriter {
  const known = new Set<string>();
  return (value) => {
    if (typeof value !== 'string') return unfit();
    if (known.has(value)) return value;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < first || value > last) return unfit();
    const day = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) return unfit();
    known.add(value);
    return value;
  };
}

const otherWriter: CellWriter = (value) => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(otherWriter);
  return unfit();
};

function unfit(): never {
  throw new RangeError('The value does not fit the column.');
}
