import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import type { PlannedCustomer } from '../server/customer-plans.ts';
import { customerMetricWords } from './customer-metric-words.ts';

/** In words, from what a forecast is known or why there is none; of several customers nothing. */
export function useHowForeseen(): (
  forecast: PlannedCustomer['forecast'],
  isOfMany?: boolean,
) => string | undefined {
  const say = useWords(customerMetricWords);
  const formats = useFormats();
  return ({ by, why }, isOfMany = false) => {
    if (isOfMany) return undefined;
    if (why !== null || by === null) return say('unforeseen', { why: why ?? 'over' });
    const cheque = by.cheque === null ? 'none' : formats.roubles(by.cheque);
    return say('foreseenBy', { ...by, purchases: formats.number(by.purchases, 1), cheque });
  };
}
