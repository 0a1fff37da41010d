import type { MessageCatalogue } from './message.ts';

/** What the demo company's generator refuses. */
export const demoMessages = {
  demoTooFewLines: {
    ru: 'Учебную компанию нельзя создать из {lines} строк: нужно целое число, не меньше {least, number}. Ничего не создано. Назовите число строк, например --lines 300k.',
    en: 'A demo company cannot be made of {lines} lines: a whole number of at least {least, number} is needed. Nothing was made. Name the number of lines, for example --lines 300k.',
  },
  demoUntilInvalid: {
    ru: 'Последний день учебных данных «{until}» не похож на дату. Ничего не создано. Напишите день как 2026-10-31.',
    en: 'The last day of the demo data, “{until}”, is no date. Nothing was made. Write the day as 2026-10-31.',
  },
} as const satisfies MessageCatalogue;
