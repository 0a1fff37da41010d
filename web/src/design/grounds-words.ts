import type { Words } from '../language/words.ts';

export const groundsWords = {
  grounds: { ru: 'Основание и цель', en: 'Legal basis and purpose' },
  basis: { ru: 'Основание', en: 'Legal basis' },
  purpose: { ru: 'Цель', en: 'Purpose' },
  notStated: { ru: 'не указано', en: 'not stated' },
  basisInterest: {
    ru: 'Законный интерес (152-ФЗ, ст. 6, ч. 1, п. 7)',
    en: 'Legitimate interest (152-ФЗ, art. 6.1.7)',
  },
  basisContract: { ru: 'Договор (152-ФЗ, ст. 6, ч. 1, п. 5)', en: 'Contract (152-ФЗ, art. 6.1.5)' },
  basisConsent: { ru: 'Согласие (152-ФЗ, ст. 6, ч. 1, п. 1)', en: 'Consent (152-ФЗ, art. 6.1.1)' },
  purposeSales: { ru: 'Продажи и исполнение договора', en: 'Sales and performance of the contract' },
} satisfies Words;
