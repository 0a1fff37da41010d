const short = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * A number of a typed format as a plain decimal with the 15 significant digits that Excel keeps: `0.1+0.2` is `0.3`,
 * `7.707083893E9` is `7707083893`; never an exponent. Text that is no finite number comes back as it is.
 */
export function plainDecimal(text: string): string {
  if (text.length <= 15 && short.test(text)) return text === '-0' ? '0' : text;
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') return text;
  return expand(value.toPrecision(15));
}

/** Writes out the exponent of `toPrecision` and drops the zeros at the end of a fraction. */
function expand(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const right = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  const integer = left.replace(/^0+(?=\d)/, '') || '0';
  const plain = right === '' ? integer : `${integer}.${right}`;
  return plain === '0' ? '0' : sign + plain;
}
