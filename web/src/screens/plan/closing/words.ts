import type { Words } from '../../../language/words.ts';

export const closingWords = {
  close: { ru: 'Закрыть период', en: 'Close the period' },
  closeTitle: { ru: 'Закрыть {period}?', en: 'Close {period}?' },
  closeHelp: {
    ru: 'План-факт и премии за этот месяц останутся такими, как сейчас. Поздние документы загрузятся как обычно, а расхождение будет показано рядом с цифрой. Открыть месяц снова смогут только двое.',
    en: 'Plan and fact and bonuses of this month stay as they are now. Late documents load as usual, and the difference is shown beside the figure. It takes two people to open the month again.',
  },
  cancel: { ru: 'Не закрывать', en: 'Do not close' },
  didClose: { ru: 'Месяц закрыт: {period}', en: 'The month is closed: {period}' },
  closed: {
    ru: 'Месяц закрыт {at}{by, select, none {} other {, {by}}}. Факт взят на день закрытия.',
    en: 'The month was closed on {at}{by, select, none {} other { by {by}}}. Facts are those of that day.',
  },
  same: { ru: 'С тех пор ничего не изменилось.', en: 'Nothing has changed since.' },
  drifted: {
    ru: '{n, plural, one {# показатель сейчас был бы другим} few {# показателя сейчас были бы другими} other {# показателей сейчас были бы другими}}. Почему:',
    en: '{n, plural, one {# figure would be another today} other {# figures would be others today}}. Why:',
  },
  customersDrifted: {
    ru: '{n, plural, one {У # клиента с планом факт сейчас был бы другим} other {У # клиентов с планом факт сейчас был бы другим}}. Почему:',
    en: '{n, plural, one {The fact of # customer with a plan would be another today} other {The facts of # customers with a plan would be others today}}. Why:',
  },
  closedWithoutCustomers: {
    ru: 'Месяц закрыт {at}{by, select, none {} other {, {by}}}, но тогда факты отдельных клиентов ещё не сохранялись: здесь они сегодняшние.',
    en: 'The month was closed on {at}{by, select, none {} other { by {by}}} before facts of single customers were kept: here they are those of today.',
  },
  who: { ru: 'Кто добавился и кто выпал', en: 'Who came in and who fell out' },
  entered: { ru: 'Добавились после закрытия', en: 'Came in after the closing' },
  left: { ru: 'Выпали после закрытия', en: 'Fell out after the closing' },
  nobody: { ru: 'Те же клиенты: изменились суммы.', en: 'The same customers: sums have changed.' },
  ask: { ru: 'Открыть месяц снова', en: 'Open the month again' },
  askTitle: { ru: 'Открыть {period} снова', en: 'Open {period} again' },
  askHelp: {
    ru: 'Назовите причину: подтвердить открытие должен другой человек. То, с чем месяц закрыт, сохранится.',
    en: 'Give the reason: another person has to confirm it. What the month was closed with is kept.',
  },
  reason: { ru: 'Причина', en: 'Reason' },
  asked: {
    ru: '{by, select, none {Владелец папки} other {{by}}} просит открыть месяц: «{reason}». Подтверждает другой человек.',
    en: '{by, select, none {The owner of the folder} other {{by}}} asks to open the month: “{reason}”. Another person confirms it.',
  },
  didAsk: {
    ru: 'Запрос записан, нужен второй человек',
    en: 'The request is recorded, a second person is needed',
  },
  reopen: { ru: 'Подтвердить открытие', en: 'Confirm and open' },
  didReopen: { ru: 'Месяц снова открыт: {period}', en: 'The month is open again: {period}' },
  send: { ru: 'Попросить', en: 'Ask' },
  cancelAsk: { ru: 'Отмена', en: 'Cancel' },
  closeDialog: { ru: 'Закрыть окно', en: 'Close the dialog' },
} satisfies Words;
