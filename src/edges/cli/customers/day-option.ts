import { isIsoDate } from '../../../domain/iso-date.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { IsoDate } from '../../../domain/units.ts';

/** A day that an option names; undefined where it is not given. */
export function dayOption(option: string, value: string | undefined): IsoDate | undefined {
  if (value !== undefined && !isIsoDate(value))
    throw new Refusal({ code: 'optionNotDay', params: { option, value } });
  return value;
}
