import { zeroPadded } from './digits.ts';
import { at } from './random.ts';

const zero = '0'.charCodeAt(0);
const weights10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const weights11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const weights12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/**
 * ИНН of an invented legal entity, right check digit. Region code 00 does not exist, so it is nobody's.
 * `serial` below 8,000,000: the given examples of the reference material (0001000010 …) are left out.
 */
export function inn10(serial: number): string {
  const digits = zeroPadded(2_000_000 + serial, 3);
  return digits + checkDigit(digits, weights10);
}

/** ИНН of an invented person or sole trader, right check digits, region code 00. */
export function inn12(serial: number): string {
  const digits = `0${zeroPadded(2_000_000 + serial, 3)}`;
  const eleven = digits + checkDigit(digits, weights11);
  return eleven + checkDigit(eleven, weights12);
}

/** The last digit changed: a typing error that the check digit finds. */
export function mistypedInn(inn: string): string {
  return inn.slice(0, -1) + ((Number(inn.slice(-1)) + 3) % 10);
}

function checkDigit(digits: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, i) => total + weight * (digits.charCodeAt(i) - zero), 0);
  return String((sum % 11) % 10);
}

/** КПП of the non-existing inspections 0001 … 0099. */
export function kpp(serial: number): string {
  return `00${String(1 + (serial % 99)).padStart(2, '0')}01${String(1 + (Math.floor(serial / 99) % 9)).padStart(3, '0')}`;
}

export interface Phone {
  readonly area: string;
  readonly local: string;
}

/** A mobile number of the block +7 900 000-xx-xx; `serial` below 10,000. */
export function mobilePhone(serial: number): Phone {
  return { area: '900', local: `000${String(serial).padStart(4, '0')}` };
}

/** A city number whose local part begins with 0: no subscriber in Russia has one. */
export function cityPhone(areaCode: string, serial: number): Phone {
  return { area: areaCode, local: `0${String(serial).padStart(9 - areaCode.length, '0')}` };
}

/** One of ten ways in which a phone is typed. */
export function typedPhone({ area, local }: Phone, style: number): string {
  const grouped = `${local.slice(0, -4)}-${local.slice(-4, -2)}-${local.slice(-2)}`;
  return at(phoneStyles, style % phoneStyles.length)(area, local, grouped);
}

const phoneStyles: readonly ((area: string, local: string, grouped: string) => string)[] = [
  (area, _, grouped) => `+7 (${area}) ${grouped}`,
  (area, _, grouped) => `8 (${area}) ${grouped}`,
  (area, _, grouped) => `8-${area}-${grouped}`,
  (area, local) => `8${area}${local}`,
  (area, local) => `+7${area}${local}`,
  (area, local) => `7${area}${local}`,
  (area, local) => `${area}${local}`,
  (area, local) => `8 ${area} ${local}`,
  (area, _, grouped) => `тел. 8(${area})${grouped}`,
  (area, _, grouped) => `+7 ${area} ${grouped} доб. 12`,
];
