import type { Words } from '../../language/words.ts';

/** Of the trend alone, which comes after the first picture. */
export const trendWords = {
  chart: { ru: 'График', en: 'Chart' },
  table: { ru: 'Таблица', en: 'Table' },
  running: { ru: 'месяц ещё идёт', en: 'the month is running' },
  planLegend: { ru: 'план', en: 'plan' },
  forecastLegend: { ru: 'прогноз с интервалом 80 %', en: 'forecast with its 80 % interval' },
  interval: { ru: '{low}–{high}', en: '{low} to {high}' },
} satisfies Words;
