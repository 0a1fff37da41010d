import type { MessageCatalogue } from './message.ts';

/** The commands for what happened with customers, and whom one knows there. */
export const cliTouchMessages = {
  'help.touch': {
    ru: 'Записать касание клиента: звонок, визит, жалобу, задачу…; с --file загрузить их из файла',
    en: 'Write down a touch of a customer: a call, a visit, a complaint, a task…; with --file load many',
  },
  'help.timeline': {
    ru: 'Всё, что было с клиентом: касания, отгрузки, возвраты, правки, ответственные; новое сверху',
    en: 'Everything that happened with a customer: touches, shipments, returns, edits, owners; newest first',
  },
  'help.contacts': {
    ru: 'Контактные лица клиента, свои и из файлов',
    en: 'Persons of a customer, one’s own and those of files',
  },
  'help.search': {
    ru: 'Найти клиентов, контакты и записи по словам в любой форме',
    en: 'Find customers, persons and entries by words in any form',
  },
  'arg.customer': { ru: 'клиент', en: 'customer' },
  'arg.customerHelp': {
    ru: 'код, ИНН или название клиента; если подходит несколько, akb спросит',
    en: 'code, ИНН or name of a customer; of several akb asks which',
  },
  'arg.kind': { ru: 'вид', en: 'kind' },
  'arg.time': { ru: 'время', en: 'time' },
  'arg.words': { ru: 'слова', en: 'words' },
  'arg.wordsHelp': {
    ru: 'одно или несколько слов: найдётся то, где есть все; последнее можно не дописывать',
    en: 'one or several words: what has all of them is found; the last may be a beginning',
  },
  'option.kind': { ru: 'вид касания: {kinds}; иначе note', en: 'kind of the touch: {kinds}; else note' },
  'option.kinds': {
    ru: 'только этого вида, можно несколько раз: {kinds}',
    en: 'only of this kind, may be repeated: {kinds}',
  },
  'option.touchText': { ru: 'что было', en: 'what happened' },
  'option.touchDay': {
    ru: 'день, например 2026-10-31; иначе сегодня',
    en: 'the day, for instance 2026-10-31; else today',
  },
  'option.touchTime': { ru: 'время, например 14:30', en: 'the time, for instance 14:30' },
  'option.touchOutcome': { ru: 'чем кончилось', en: 'how it ended' },
  'option.touchDue': {
    ru: 'срок задачи, например 2026-11-10',
    en: 'when a task is due, for instance 2026-11-10',
  },
  'option.touchFile': {
    ru: 'загрузить касания из CSV или XLSX: столбцы Дата, Клиент, Вид, Текст, Автор',
    en: 'load touches from CSV or XLSX: columns Day, Customer, Kind, Text, Author',
  },
  'option.timelineLimit': { ru: 'сколько строк, иначе 50', en: 'how many rows, else 50' },
  'examples.touch': {
    ru: '  akb touch К-17 --kind call --text "Просит отсрочку"\n  akb touch 7701234567 --kind task --text "Отправить прайс" --due 2026-11-10\n  akb touch --file касания.xlsx',
    en: '  akb touch C-17 --kind call --text "Asks for a deferral"\n  akb touch 7701234567 --kind task --text "Send the price list" --due 2026-11-10\n  akb touch --file touches.xlsx',
  },
  'examples.timeline': {
    ru: '  akb timeline Ромашка\n  akb timeline К-17 --kind complaint --kind call\n  akb timeline К-17 --limit 500 --csv > лента.csv',
    en: '  akb timeline Camomile\n  akb timeline C-17 --kind complaint --kind call\n  akb timeline C-17 --limit 500 --csv > timeline.csv',
  },
  'examples.contacts': {
    ru: '  akb contacts Ромашка\n  akb contacts К-17 --json',
    en: '  akb contacts Camomile\n  akb contacts C-17 --json',
  },
  'examples.search': {
    ru: '  akb search жалоба упаковка\n  akb search скидки --json',
    en: '  akb search complaint packaging\n  akb search discount --json',
  },

  customerNotFound: {
    ru: 'Клиента «{text}» нет среди тех, кого вы видите. Ничего не сделано; укажите код, ИНН или название, как в базе.',
    en: 'There is no customer “{text}” among those whom you see. Nothing was done; give a code, an ИНН or a name as the base has it.',
  },
  customerAmbiguous: {
    ru: '«{text}» подходит нескольким клиентам: {some}. Ничего не сделано; укажите код или ИНН.',
    en: '“{text}” fits several customers: {some}. Nothing was done; give a code or an ИНН.',
  },
  optionNotTime: {
    ru: '«{value}» — не время. Ничего не сделано; для {option} пишите, например, 14:30.',
    en: '“{value}” is no time. Nothing was done; for {option} write for instance 14:30.',
  },
  touchColumnsMissing: {
    ru: 'В таблице нет столбцов: {columns}. Ничего не загружено; в первой строке нужны Дата, Клиент и Текст, а Вид и Автор по желанию.',
    en: 'The table lacks columns: {columns}. Nothing of it was loaded; its first row needs Day, Customer and Text, with Kind and Author where you like.',
  },
  'customers.which': { ru: '«{text}»: который клиент?', en: '“{text}”: which customer?' },
  'touch.done': { ru: 'Записано: {name}, № {id}.', en: 'Written down: {name}, No {id}.' },
  'touch.rejected': { ru: 'строка {row}: {why}', en: 'row {row}: {why}' },
  'touch.loaded': {
    ru: 'Загружено строк: {loaded, number}, отклонено: {rejected, number}.',
    en: 'Rows loaded: {loaded, number}, rejected: {rejected, number}.',
  },
  'timeline.day': { ru: 'Когда', en: 'When' },
  'timeline.kind': { ru: 'Вид', en: 'Kind' },
  'timeline.what': { ru: 'Что', en: 'What' },
  'timeline.who': { ru: 'Кто', en: 'Who' },
  'timeline.whose': { ru: 'У кого', en: 'Where' },
  'timeline.none': { ru: '{name}: записей нет.', en: '{name}: there is nothing.' },
  'timeline.more': {
    ru: 'Показано строк: {count, number}; есть ещё, больше покажет --limit.',
    en: 'Rows shown: {count, number}; there are more, --limit shows them.',
  },
  'timeline.kind.call': { ru: 'Звонок', en: 'Call' },
  'timeline.kind.visit': { ru: 'Визит', en: 'Visit' },
  'timeline.kind.message': { ru: 'Сообщение', en: 'Message' },
  'timeline.kind.site': { ru: 'Сайт', en: 'Site' },
  'timeline.kind.complaint': { ru: 'Жалоба', en: 'Complaint' },
  'timeline.kind.wish': { ru: 'Пожелание', en: 'Wish' },
  'timeline.kind.task': { ru: 'Задача', en: 'Task' },
  'timeline.kind.note': { ru: 'Заметка', en: 'Note' },
  'timeline.kind.payment': { ru: 'Оплата', en: 'Payment' },
  'timeline.kind.shipment': { ru: 'Отгрузка', en: 'Shipment' },
  'timeline.kind.return': { ru: 'Возврат', en: 'Return' },
  'timeline.kind.edit': { ru: 'Правка', en: 'Edit' },
  'timeline.kind.terms': { ru: 'Условия', en: 'Terms' },
  'timeline.kind.merge': { ru: 'Объединение', en: 'Merge' },
  'timeline.kind.owner': { ru: 'Ответственный', en: 'Owner' },
  'contacts.name': { ru: 'Имя', en: 'Name' },
  'contacts.role': { ru: 'Роль', en: 'Role' },
  'contacts.position': { ru: 'Должность', en: 'Position' },
  'contacts.phones': { ru: 'Телефоны', en: 'Phones' },
  'contacts.emails': { ru: 'Почта', en: 'E-mail' },
  'contacts.origin': { ru: 'Откуда', en: 'From' },
  'contacts.fromFile': { ru: 'из файла', en: 'from a file' },
  'contacts.none': { ru: '{name}: контактов нет.', en: '{name}: there are no persons.' },
  'contacts.role.decisionMaker': { ru: 'ЛПР', en: 'Decision maker' },
  'contacts.role.influencer': { ru: 'ЛВР', en: 'Influencer' },
  'contacts.role.director': { ru: 'Директор', en: 'Director' },
  'contacts.role.accountant': { ru: 'Бухгалтер', en: 'Accountant' },
  'contacts.role.buyer': { ru: 'Закупщик', en: 'Buyer' },
  'contacts.role.other': { ru: 'Другое', en: 'Other' },
  'search.customer': { ru: 'Клиент', en: 'Customer' },
  'search.contact': { ru: 'Контакт', en: 'Person' },
  'search.none': {
    ru: 'По словам «{words}» ничего не найдено. Попробуйте меньше слов или их начало.',
    en: 'Nothing was found for “{words}”. Try fewer words, or their beginning.',
  },
} as const satisfies MessageCatalogue;
