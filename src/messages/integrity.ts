import type { MessageCatalogue } from './message.ts';

/** Signals on the command line, and what reviews of them are refused for. */
export const integrityMessages = {
  'help.integrity': {
    ru: 'Что в активной базе требует проверки; с номером сигнала — его свидетельства',
    en: 'What in the active base needs a look; with the number of a signal its evidence',
  },
  'examples.integrity': {
    ru: '  akb integrity\n  akb integrity --state new --month 2026-10\n  akb integrity 8-38-2026-10\n  akb integrity 8-38-2026-10 --verdict explained --comment "акция поставщика"\n  akb integrity 8-38-2026-10 --agree',
    en: '  akb integrity\n  akb integrity --state new --month 2026-10\n  akb integrity 8-38-2026-10\n  akb integrity 8-38-2026-10 --verdict explained --comment "the supplier’s promotion"\n  akb integrity 8-38-2026-10 --agree',
  },
  'arg.signal': { ru: 'сигнал', en: 'signal' },
  'arg.signalHelp': {
    ru: 'номер из списка, например 8-38-2026-10',
    en: 'a number of the list, such as 8-38-2026-10',
  },
  'arg.scheme': { ru: 'схема', en: 'scheme' },
  'arg.state': { ru: 'состояние', en: 'state' },
  'arg.verdict': { ru: 'решение', en: 'verdict' },
  'option.signalScheme': { ru: 'только одна схема: {schemes}', en: 'one scheme only: {schemes}' },
  'option.signalRep': { ru: 'только один представитель: имя или код', en: 'one rep only: name or code' },
  'option.signalMonth': { ru: 'только один месяц, например 2026-10', en: 'one month only, such as 2026-10' },
  'option.signalState': { ru: 'только в этом состоянии: {states}', en: 'in this state only: {states}' },
  'option.verdict': {
    ru: 'Записать, что показала проверка: {verdicts}; нужен --comment',
    en: 'Write down what the look has shown: {verdicts}; takes --comment',
  },
  'option.verdictComment': { ru: 'Почему решение такое', en: 'Why the verdict is so' },
  'option.agree': {
    ru: 'Согласиться с последним решением: его принял кто-то другой',
    en: 'Agree to the last verdict, which is another person’s',
  },
  'integrity.sheet': { ru: 'Проверка АКБ', en: 'Base check' },
  'integrity.none': { ru: 'Ничего не требует проверки.', en: 'Nothing needs a look.' },
  'integrity.id': { ru: 'Сигнал', en: 'Signal' },
  'integrity.severity': { ru: 'Важность', en: 'Severity' },
  'integrity.what': { ru: 'Что требует проверки', en: 'What needs a look' },
  'integrity.rep': { ru: 'Представитель', en: 'Rep' },
  'integrity.month': { ru: 'Месяц', en: 'Month' },
  'integrity.marked': { ru: 'Клиентов', en: 'Customers' },
  'integrity.active': { ru: 'Из купивших', en: 'Of those who bought' },
  'integrity.state': { ru: 'Состояние', en: 'State' },
  'integrity.customer': { ru: 'Клиент', en: 'Customer' },
  'integrity.code': { ru: 'Код', en: 'Code' },
  'integrity.document': { ru: 'Документ', en: 'Document' },
  'integrity.date': { ru: 'Дата', en: 'Date' },
  'integrity.amount': { ru: 'Сумма', en: 'Amount' },
  'integrity.usual': { ru: 'Для сравнения', en: 'Compared with' },
  'integrity.more': { ru: 'Ещё', en: 'More' },
  'integrity.hidden': { ru: 'клиент вне вашей области', en: 'a customer outside your scope' },
  'integrity.reviewed': {
    ru: '{verdict}{by, select, none {} other {, {by}}}: {comment} ({agreed, select, no {ждёт согласия второго} other {второй согласен}})',
    en: '{verdict}{by, select, none {} other {, {by}}}: {comment} ({agreed, select, no {waits for a second person} other {a second person agrees}})',
  },

  signalUnknown: {
    ru: 'Сигнала {signal} нет, или он о представителе, которого вы не видите. Номера есть в списке «Проверки АКБ».',
    en: 'There is no signal {signal}, or it is about a rep whom you do not see. Numbers are in the list of the base check.',
  },
  signalStale: {
    ru: 'Пока вы смотрели сигнал {signal}, по нему приняли другое решение. Ничего не записано. Откройте его снова.',
    en: 'While you were looking at signal {signal}, another verdict was given on it. Nothing was written. Open it again.',
  },
  signalOwn: {
    ru: 'Сигнал о вас самих разбирает кто-то другой. Ничего не записано.',
    en: 'Somebody else reviews a signal that is about yourself. Nothing was written.',
  },
  signalSamePerson: {
    ru: 'Это ваше решение: согласиться с ним должен кто-то другой. Ничего не записано.',
    en: 'The verdict is your own: another person has to agree to it. Nothing was written.',
  },
  signalCommentMissing: {
    ru: 'Решению нужна причина: добавьте --comment. Ничего не записано.',
    en: 'A verdict needs a reason: add --comment. Nothing was written.',
  },
} as const satisfies MessageCatalogue;
