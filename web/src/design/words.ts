import type { Words } from '../language/words.ts';

export const designWords = {
  failed: { ru: 'Не получилось', en: 'It did not work' },
  failedUnknown: {
    ru: 'Сервер не ответил. Данные не изменились; проверьте, что программа запущена, и повторите.',
    en: 'The server did not answer. The data have not changed; check that the program is running, and try again.',
  },
  failedHere: {
    ru: 'Ошибка в самой странице. Данные не изменились; обновите страницу, а если повторится, сообщите разработчикам, что вы делали.',
    en: 'The page itself has failed. The data have not changed; reload the page, and if it happens again tell the developers what you did.',
  },
  reference: {
    ru: 'Номер для журнала программы: {reference}',
    en: 'Reference in the output of the program: {reference}',
  },
  retry: { ru: 'Повторить', en: 'Try again' },
  close: { ru: 'Закрыть', en: 'Close' },
  new: { ru: 'Новые', en: 'New' },
  retained: { ru: 'Повторные', en: 'Retained' },
  reactivated: { ru: 'Вернувшиеся', en: 'Reactivated' },
  lost: { ru: 'Потерянные', en: 'Lost' },
  notYet: { ru: 'Ещё не сработали', en: 'Not yet' },
  active: { ru: 'АКБ', en: 'Active' },
  transferredIn: { ru: 'Принятые от других', en: 'Transferred in' },
  transferredOut: { ru: 'Переданные другим', en: 'Transferred out' },
  axisFrom: { ru: 'ось с {from}', en: 'axis from {from}' },
  remove: { ru: 'Убрать', en: 'Remove' },
  noRight: { ru: 'Нет прав', en: 'No right to see it' },
  stop: { ru: 'Остановить', en: 'Stop' },
  ofAll: { ru: '{done} из {all}', en: '{done} of {all}' },
  savePicture: { ru: 'Сохранить картинку', en: 'Save the picture' },
  saveAs: { ru: 'Сохранить как {format}', en: 'Save as {format}' },
  printed: { ru: 'АКБ, напечатано {at}', en: 'АКБ, printed {at}' },
  loading: { ru: 'Загружаем', en: 'Loading' },
} satisfies Words;
