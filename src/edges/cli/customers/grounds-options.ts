import type { Grounds } from '../../../domain/grounds.ts';
import type { OptionSpec } from '../command-spec.ts';

export interface GroundsFlags {
  readonly basis?: string;
  readonly purpose?: string;
}

export const groundsOptions: readonly OptionSpec[] = [
  { flag: '--basis', value: 'arg.text', help: 'option.handBasis' },
  { flag: '--purpose', value: 'arg.text', help: 'option.handPurpose' },
];

/** undefined where neither is named. */
export function groundsOf({ basis, purpose }: GroundsFlags): Grounds | undefined {
  if (basis === undefined && purpose === undefined) return undefined;
  return { ...(basis !== undefined && { basis }), ...(purpose !== undefined && { purpose }) };
}
