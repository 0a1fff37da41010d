import type { MessageCatalogue } from './message.ts';

/** What the command line says while it works. */
export const cliMessages = {
  // The command line itself.
  commandMissing: {
    ru: 'Не указана команда. Список команд: akb --help.',
    en: 'No command was given. The commands: akb --help.',
  },
  commandUnknown: {
    ru: 'Нет команды «{command}».{suggestion, select, none {} other { Возможно, нужна akb {suggestion}.}} Список команд: akb --help.',
    en: 'There is no command “{command}”.{suggestion, select, none {} other { Did you mean akb {suggestion}?}} The commands: akb --help.',
  },
  optionUnknown: {
    ru: 'Нет параметра {option}.{suggestion, select, none {} other { Возможно, нужен {suggestion}.}} Ничего не сделано; параметры команды показывает --help.',
    en: 'There is no option {option}.{suggestion, select, none {} other { Did you mean {suggestion}?}} Nothing was done; --help after the command shows its options.',
  },
  optionWithoutValue: {
    ru: 'У параметра {option} нет значения. Ничего не сделано; какое нужно, показывает --help.',
    en: 'The option {option} has no value. Nothing was done; --help shows which one it takes.',
  },
  optionValueUnknown: {
    ru: 'Параметр {option} не знает значения «{value}».{suggestion, select, none {} other { Возможно, нужно {suggestion}.}} Подходят: {allowed}.',
    en: 'The option {option} does not know the value “{value}”.{suggestion, select, none {} other { Did you mean {suggestion}?}} It takes: {allowed}.',
  },
  optionNotNumber: {
    ru: '«{value}» — не целое число для {option}. Пишите, например, 5000, 300k или 10m.',
    en: '“{value}” is not a whole number for {option}. Write for instance 5000, 300k or 10m.',
  },
  notViewedAs: {
    ru: '--view-as не для команды {command}: она не показывает, что видит пользователь. Ничего не сделано.',
    en: '--view-as is not for the command {command}: it does not show what a user sees. Nothing was done.',
  },
  optionsExclude: {
    ru: 'Параметры {first} и {second} вместе не работают. Ничего не сделано; оставьте один из них.',
    en: 'The options {first} and {second} do not go together. Nothing was done; keep one of them.',
  },
  argumentMissing: {
    ru: 'Не хватает аргумента. Ничего не сделано; что нужно команде, показывает --help.',
    en: 'An argument is missing. Nothing was done; --help shows what the command needs.',
  },
  argumentsTooMany: {
    ru: 'Лишние аргументы. Ничего не сделано; что нужно команде, показывает --help. Имя с пробелами берите в кавычки.',
    en: 'There are too many arguments. Nothing was done; --help shows what the command needs. Put a name with blanks in quotes.',
  },
  commandLineWrong: {
    ru: 'Командная строка не понята ({detail}). Ничего не сделано; смотрите --help.',
    en: 'The command line was not understood ({detail}). Nothing was done; see --help.',
  },
  languageUnknown: {
    ru: 'Языка «{value}» нет. Подходят: ru, en.',
    en: 'There is no language “{value}”. It can be ru or en.',
  },
  mappingWrong: {
    ru: "«{value}» не похоже на сопоставление. Пишите --map ''Заголовок=поле'', например --map ''Контрагент=clientName''.",
    en: "“{value}” is no mapping. Write --map ''Header=field'', for instance --map ''Customer=clientName''.",
  },
  fieldUnknown: {
    ru: "Поля «{field}» нет.{suggestion, select, none {} other { Возможно, нужно {suggestion}.}} Все поля перечислены в docs/cli.md; чтобы не брать столбец, пишите --map ''Заголовок=-''.",
    en: "There is no field “{field}”.{suggestion, select, none {} other { Did you mean {suggestion}?}} docs/cli.md lists them all; to leave a column out, write --map ''Header=-''.",
  },
  answerWrong: {
    ru: '«{value}» не похоже на ответ. Пишите --answer ключ=значение; ключ называет сам вопрос.',
    en: '“{value}” is no answer. Write --answer key=value; the question names its key.',
  },
  keyWithoutBy: {
    ru: 'Параметр --key выбирает строку разреза, а разрез не назван. Добавьте --by, например --by rep.',
    en: 'The option --key chooses a member of a dimension, and no dimension is named. Add --by, for instance --by rep.',
  },
  byWithoutKey: {
    ru: 'Чей список нужен? Добавьте --key с кодом строки разреза {by}; коды показывает akb report --by {by} --csv.',
    en: 'Whose list do you need? Add --key with the code of a member of {by}; akb report --by {by} --csv shows the codes.',
  },

  // Folders and data.
  noDataFolder: {
    ru: 'Папки данных {folder} нет. Загрузите отгрузки: akb import ФАЙЛ, или посмотрите на учебной компании: akb demo. Другую папку называет --data или AKB_DATA.',
    en: 'There is no data folder {folder}. Import shipments: akb import FILE, or try the demo company: akb demo. --data or AKB_DATA names another folder.',
  },
  noData: {
    ru: 'Отгрузок ещё нет, считать нечего. Загрузите их: akb import ФАЙЛ, или посмотрите на учебной компании: akb demo.',
    en: 'There are no shipments yet, so there is nothing to count. Import some: akb import FILE, or try the demo company: akb demo.',
  },
  demoDataUsed: {
    ru: 'Своих данных в этой папке нет: показана учебная компания из {folder}.',
    en: 'There are no data of yours in this folder: this is the demo company of {folder}.',
  },
  demoFolderInUse: {
    ru: 'В папке учебной компании уже есть данные, ничего не изменено. Посмотрите её: akb report. Чтобы создать заново, удалите эту папку (./data-demo) или назовите другую: akb demo --data ПАПКА.',
    en: 'The folder of the demo company holds data already; nothing was changed. See it: akb report. To make it anew, remove that folder (./data-demo) or name another one: akb demo --data FOLDER.',
  },
  backupNotFound: {
    ru: 'Папки с резервной копией {folder} нет. Ничего не изменено; проверьте путь.',
    en: 'There is no backup folder {folder}. Nothing was changed; check the path.',
  },

  // Interruption and failure.
  interruptedImport: {
    ru: 'Остановлено. Ничего не загружено, данные прежние.',
    en: 'Stopped. Nothing was imported, the data are as they were.',
  },
  interrupted: {
    ru: 'Остановлено. Данные целы: они либо прежние, либо уже новые; что применено, показывает akb imports.',
    en: 'Stopped. The data are whole: either as before or already new; akb imports shows what was applied.',
  },
  internalError: {
    ru: 'Внутренняя ошибка: {message}. Данные целы: каждое изменение применяется целиком или никак. Повторите с AKB_DEBUG=1 и пришлите вывод разработчикам.',
    en: 'Internal error: {message}. The data are whole: a change is applied entirely or not at all. Repeat with AKB_DEBUG=1 and send the output to the developers.',
  },

  // Questions, and what is said where nobody can be asked.
  'prompt.keys': {
    ru: '↑↓ выбрать, ⏎ подтвердить, Ctrl-C остановить',
    en: '↑↓ choose, ⏎ confirm, Ctrl-C stop',
  },
  columnNotAnswered: {
    ru: "{question} Ответьте параметром: --map ''{header}={example}'' (или --map ''{header}=-'', чтобы не брать столбец). Ничего не загружено.",
    en: "{question} Answer with the option: --map ''{header}={example}'' (or --map ''{header}=-'' to leave the column out). Nothing was imported.",
  },
  monthUnreadable: {
    ru: '«{value}» — не месяц. Напишите, например, 2026-10.',
    en: '“{value}” is no month. Write for instance 2026-10.',
  },
  questionNotAnswered: {
    ru: "{question} Ответьте параметром: --answer ''{key}={example}''{options, select, none {} other {; варианты: {options}}}. Ничего не загружено.",
    en: "{question} Answer with the option: --answer ''{key}={example}''{options, select, none {} other {; it can be {options}}}. Nothing was imported.",
  },
  applyNotAnswered: {
    ru: 'Применить? Спросить некого, поэтому ничего не загружено. Повторите с --yes, чтобы применить, или с --dry-run, чтобы только посмотреть.',
    en: 'Apply? There is nobody to ask, so nothing was imported. Repeat with --yes to apply, or with --dry-run just to look.',
  },
  'question.columnMeaning': {
    ru: 'Что в столбце «{column}» (№ {number}, например {sample})?',
    en: 'What does the column “{column}” hold (no. {number}, for instance {sample})?',
  },
  'answer.columnMeaning.ignore': { ru: 'не использовать столбец', en: 'leave the column out' },
  'question.dayMonthOrder': {
    ru: 'В столбце «{column}» даты вроде {sample}: что стоит первым?',
    en: 'The column “{column}” has dates like {sample}: what comes first?',
  },
  'answer.dayMonthOrder.dmy': { ru: 'день', en: 'the day' },
  'answer.dayMonthOrder.mdy': { ru: 'месяц', en: 'the month' },
  'question.decimalSeparator': {
    ru: 'В столбце «{column}» числа вроде {sample}: чем отделены копейки?',
    en: 'The column “{column}” has numbers like {sample}: what separates the decimals?',
  },
  'answer.decimalSeparator.,': { ru: 'запятой', en: 'the comma' },
  'answer.decimalSeparator..': { ru: 'точкой', en: 'the point' },
  'question.companionJoin': {
    ru: 'В справочнике {file} есть {found} из {total} кодов отгрузок ({percent} %). Присоединить его?',
    en: 'The list {file} has {found} of the {total} codes of the shipments ({percent}%). Join it?',
  },
  'answer.companionJoin.join': { ru: 'присоединить', en: 'join it' },
  'answer.companionJoin.skip': { ru: 'не присоединять', en: 'leave it out' },
  'question.daysReplaceOrAdd': {
    ru: 'В {file} нет номеров документов, а часть его дней ({days}) уже загружена. Эти дни заменить или дополнить?',
    en: '{file} has no document numbers, and some of its days ({days}) are loaded already. Replace those days or add to them?',
  },
  'answer.daysReplaceOrAdd.replace': { ru: 'заменить эти дни', en: 'replace those days' },
  'answer.daysReplaceOrAdd.add': { ru: 'дополнить', en: 'add to them' },
  'question.reportMonth': {
    ru: 'За какой месяц отчёт {file}? (например, 2026-10)',
    en: 'Which month is the report {file} of? (2026-10, for instance)',
  },
  'decision.question': { ru: 'Применить?', en: 'Apply?' },
  'decision.apply': { ru: 'Применить', en: 'Apply' },
  'decision.acceptShrunk': {
    ru: 'Применить и заменить уменьшенные документы',
    en: 'Apply and replace the shrunk documents too',
  },
  'decision.cancel': { ru: 'Не загружать', en: 'Do not import' },

  // Progress.
  'progress.turn': { ru: 'Жду очереди', en: 'Waiting for my turn' },
  'progress.read': { ru: 'Читаю', en: 'Reading' },
  'progress.stage': { ru: 'Разбираю', en: 'Parsing' },
  'progress.resolve': { ru: 'Узнаю клиентов и товары', en: 'Matching customers and products' },
  'progress.journal': { ru: 'Записываю', en: 'Writing' },
  'progress.ledger': { ru: 'Собираю месяцы', en: 'Building months' },
  'progress.figures': { ru: 'Считаю', en: 'Counting' },
  'progress.rows': {
    ru: '{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
    en: '{count, plural, one {# row} other {# rows}}',
  },
  'progress.months': {
    ru: '{count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
    en: '{count, plural, one {# month} other {# months}}',
  },
  'progress.customers': {
    ru: '{count, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента}}',
    en: '{count, plural, one {# customer} other {# customers}}',
  },
  'progress.jobs': {
    ru: 'впереди {count, plural, one {# задание} few {# задания} many {# заданий} other {# задания}}',
    en: '{count, plural, one {# job} other {# jobs}} ahead',
  },
  'progress.of.jobs': { ru: '{done} из {total}', en: '{done} of {total}' },
  'progress.of.rows': {
    ru: '{done} из {count, plural, one {# строки} other {# строк}}',
    en: '{done} of {count, plural, one {# row} other {# rows}}',
  },
  'progress.of.months': {
    ru: '{done} из {count, plural, one {# месяца} other {# месяцев}}',
    en: '{done} of {count, plural, one {# month} other {# months}}',
  },
  'progress.of.customers': {
    ru: '{done} из {count, plural, one {# клиента} other {# клиентов}}',
    en: '{done} of {count, plural, one {# customer} other {# customers}}',
  },
  'progress.of.bytes': { ru: '{done} из {total}', en: '{done} of {total}' },
  'progress.rate': { ru: '{amount} в секунду', en: '{amount} a second' },
  'progress.left': { ru: 'осталось {time}', en: '{time} left' },

  // Tables.
  'table.total': { ru: 'Итого', en: 'Total' },
  'table.notKnown': { ru: 'Не определён', en: 'Not known' },
  'table.hidden': {
    ru: 'Не поместились столбцы: {columns}. Все столбцы дают --csv, --json или окно шире.',
    en: 'Columns that did not fit: {columns}. --csv, --json or a wider window show them all.',
  },
  'file.written': { ru: 'Записано: {file} ({rows})', en: 'Written: {file} ({rows})' },
  'column.period': { ru: 'Период', en: 'Period' },
  'column.from': { ru: 'С', en: 'From' },
  'column.to': { ru: 'По', en: 'To' },
  'column.code': { ru: 'Код', en: 'Code' },

  // Import.
  'import.title': {
    ru: 'Что изменит загрузка · источник {source}',
    en: 'What the import would change · source {source}',
  },
  'import.file': { ru: 'Файл', en: 'File' },
  'import.kind': { ru: 'Что это', en: 'What it is' },
  'import.rows': { ru: 'Строк', en: 'Rows' },
  'import.loaded': { ru: 'Новых', en: 'New' },
  'import.unchanged': { ru: 'Без изменений', en: 'Unchanged' },
  'import.rejected': { ru: 'Отклонено', en: 'Rejected' },
  'import.setAside': { ru: 'Не факты', en: 'Not facts' },
  'import.format': { ru: 'Формат', en: 'Format' },
  'import.columns': { ru: 'Столбцы: {table}', en: 'Columns: {table}' },
  'import.samples': { ru: 'например: {samples}', en: 'for instance: {samples}' },
  'import.unused': { ru: '  Не используются: {columns}', en: '  Not used: {columns}' },
  'import.lines': {
    ru: 'Строк отгрузок к загрузке: {count, number}',
    en: 'Lines of shipments to load: {count, number}',
  },
  'import.documents': {
    ru: 'Документы: новых {new, number}, изменённых {changed, number}, прежних {same, number}, уменьшенных {shrunk, number}',
    en: 'Documents: {new, number} new, {changed, number} changed, {same, number} the same, {shrunk, number} shrunk',
  },
  'import.customers': {
    ru: 'Клиенты: новых {new, number}, известных {known, number}',
    en: 'Customers: {new, number} new, {known, number} known',
  },
  'import.points': {
    ru: 'точки: новых {new, number}, известных {known, number}',
    en: 'delivery points: {new, number} new, {known, number} known',
  },
  'import.products': {
    ru: 'товары: новых {new, number}, известных {known, number}',
    en: 'products: {new, number} new, {known, number} known',
  },
  'import.contacts': {
    ru: 'Контактов: {contacts, number}\u00a0· предложений объединить дубли: {duplicates, number}',
    en: 'Contacts: {contacts, number}\u00a0· proposals to merge duplicates: {duplicates, number}',
  },
  'import.period': { ru: 'Период отгрузок: {from}–{to}', en: 'Shipments from {from} to {to}' },
  'import.noPeriod': { ru: 'Отгрузок с датами в файлах нет', en: 'The files hold no dated shipments' },
  'import.basis': {
    ru: 'Основание обработки персональных данных: {basis}',
    en: 'Legal basis for personal data: {basis}',
  },
  'import.purpose': { ru: 'Цель обработки: {purpose}', en: 'Purpose of processing: {purpose}' },
  'import.noPurpose': {
    ru: 'Цель обработки: не указана (--purpose)',
    en: 'Purpose of processing: not stated (--purpose)',
  },
  'import.noBasis': {
    ru: 'Основание обработки персональных данных: не указано (--basis)',
    en: 'Legal basis for personal data: not stated (--basis)',
  },
  'import.shrunk': {
    ru: 'Стали меньше наполовину или больше: {count, plural, one {# документ} few {# документа} many {# документов} other {# документа}}. Без вашего согласия (--accept-shrunk) загрузка не применяется.',
    en: '{count, plural, one {# document has} other {# documents have}} lost half or more. Without your consent (--accept-shrunk) the import is not applied.',
  },
  'import.document': { ru: 'Документ', en: 'Document' },
  'import.date': { ru: 'Дата', en: 'Date' },
  'import.documentLines': { ru: 'Строк', en: 'Lines' },
  'import.documentAmount': { ru: 'Сумма', en: 'Amount' },
  'import.rejects': { ru: 'Отклонённые строки', en: 'Rejected rows' },
  'import.reason': { ru: 'Причина', en: 'Reason' },
  'import.amount': { ru: 'На сумму', en: 'Amount' },
  'import.rejectedFile': {
    ru: 'Отклонённые строки с причинами: {file}. Исправьте их и загрузите этот файл.',
    en: 'The rejected rows with their reasons: {file}. Mend them and import that file.',
  },
  'import.rejectedLater': {
    ru: 'При загрузке эти строки с причинами вернутся файлом.',
    en: 'The import gives these rows back as a file, with their reasons.',
  },
  'import.effect': { ru: 'АКБ по месяцам', en: 'Active base by month' },
  'import.month': { ru: 'Месяц', en: 'Month' },
  'import.before': { ru: 'было', en: 'before' },
  'import.after': { ru: 'стало', en: 'after' },
  'import.dryRun': {
    ru: 'Это был просмотр: ничего не изменено.',
    en: 'This was a look only: nothing was changed.',
  },
  'import.nothingNew': {
    ru: 'Нового в файлах нет: ничего не изменено.',
    en: 'There is nothing new in the files: nothing was changed.',
  },
  'import.cancelled': { ru: 'Не загружено, данные прежние.', en: 'Not imported, the data are as they were.' },
  'import.applied': {
    ru: 'Загружено: загрузка {importId}, версия данных {dataVersion}. Отчёт: akb report. Отменить: akb undo {importId}.',
    en: 'Imported: import {importId}, data version {dataVersion}. Report: akb report. Undo: akb undo {importId}.',
  },

  // Why a column was taken for what it is.
  'reason.given': { ru: 'задано вами', en: 'given by you' },
  'reason.remembered': { ru: 'как в прошлый раз', en: 'as last time' },
  'reason.synonym': { ru: 'по названию', en: 'by its name' },
  'reason.dotted': { ru: 'по названию с точкой', en: 'by its dotted name' },
  'reason.tokens': { ru: 'по словам названия', en: 'by the words of its name' },
  'reason.fuzzy': { ru: 'похожее название', en: 'by a similar name' },
  'reason.values': { ru: 'по значениям', en: 'by its values' },
  'reason.context': { ru: 'по соседним столбцам', en: 'by its neighbours' },
  'reason.none': { ru: 'не узнан', en: 'not recognised' },

  // Imports and undo.
  'places.name': { ru: 'Место', en: 'Place' },
  'places.within': { ru: 'Где', en: 'Within' },
  'places.none': {
    ru: 'Своих уточнений нет: города и регионы берутся из встроенного справочника.',
    en: 'No corrections of your own: towns and regions are those of the built-in table.',
  },
  'places.set': {
    ru: 'Записано: {name} — {within}. Действует для следующих загрузок; прежние можно загрузить заново.',
    en: 'Kept: {name} is in {within}. It holds for later imports; earlier files can be imported again.',
  },
  'places.removed': { ru: 'Уточнение «{name}» убрано.', en: 'The correction of “{name}” is gone.' },
  'imports.none': { ru: 'Загрузок ещё не было.', en: 'Nothing has been imported yet.' },
  'imports.id': { ru: '№', en: 'No' },
  'imports.appliedAt': { ru: 'Когда', en: 'When' },
  'imports.status': { ru: 'Состояние', en: 'State' },
  'imports.applied': { ru: 'применена', en: 'applied' },
  'imports.undone': { ru: 'отменена', en: 'undone' },
  'imports.files': { ru: 'Файлы', en: 'Files' },
  'imports.source': { ru: 'Источник', en: 'Source' },
  'imports.lines': { ru: 'Строк', en: 'Lines' },
  'imports.rejected': { ru: 'Отклонено', en: 'Rejected' },
  'imports.version': { ru: 'Версия данных', en: 'Data version' },
  'imports.basis': { ru: 'Основание', en: 'Legal basis' },
  'imports.noBasis': { ru: 'не указано', en: 'not stated' },
  'undo.done': {
    ru: 'Загрузка {importId} отменена, версия данных {dataVersion}.',
    en: 'Import {importId} is undone, data version {dataVersion}.',
  },

  // Report.
  'report.title': {
    ru: 'Активная клиентская база (АКБ) · {period}',
    en: 'Active customer base · {period}',
  },
  'report.counting': { ru: 'Считаем: {unit}', en: 'Counted: {unit}' },
  'report.method': {
    ru: 'методика «{name}» ({id}, версия {version})',
    en: 'method “{name}” ({id}, version {version})',
  },
  'report.asOf': { ru: 'данные по {date}', en: 'data up to {date}' },
  'report.since': { ru: 'история с {date}', en: 'history since {date}' },
  'report.rejected': { ru: 'отклонено строк: {count, number}', en: 'rejected rows: {count, number}' },
  'report.rejectedNow': {
    ru: 'Отклонено строк: {count, number}. Чтобы получить их файлом с причинами, загрузите: akb import.',
    en: 'Rejected rows: {count, number}. To get them as a file with the reasons, import the files: akb import.',
  },
  'report.change': {
    ru: '{difference} к прошлому периоду',
    en: '{difference} on the period before',
  },
  'report.units': { ru: 'По чему считать', en: 'Counted by' },
  'report.shortHistory': {
    ru: '{of, plural, =1 {До этого периода} other {До {periods, plural, one {# периода} few {# периодов} many {# периодов} other {# периодов}} (отмечены *)}} история короче 12 месяцев: часть новых могла покупать и раньше, а ОКБ занижена.',
    en: '{of, plural, =1 {The history before this period is} other {The history before {periods, plural, one {# period} other {# periods}} (marked *) is}} shorter than 12 months: some of the new may have bought before, and the total base is too low.',
  },
  'report.open': {
    ru: 'Период не закончен, данные по {date}: кто ещё не купил, тот не потерян, а «ещё не сработал».',
    en: 'The period is not over, data up to {date}: who has not bought is not lost but “not yet”.',
  },
  'report.noDataInClosedMonth': {
    ru: 'За последний закрытый месяц ({closed}) отгрузок нет: показан {last}, последний с данными.',
    en: 'There are no shipments in the last closed month ({closed}): this is {last}, the last one with data.',
  },
  'report.notAdditive': {
    ru: 'Строки не складываются: сумма АКБ по строкам {sum}, разных клиентов {total}. Кто покупал в нескольких строках, в «Итого» посчитан один раз.',
    en: 'The rows do not add up: the sum over the rows is {sum}, distinct customers are {total}. Who bought in several rows counts once in the total.',
  },
  'report.sheet': { ru: 'Отчёт', en: 'Report' },
  'report.howSheet': { ru: 'Как посчитано', en: 'How it was counted' },
  'how.name': { ru: 'Что', en: 'What' },
  'how.value': { ru: 'Значение', en: 'Value' },
  'how.unit': { ru: 'Единица учёта', en: 'Counting unit' },
  'how.method': { ru: 'Методика', en: 'Method' },
  'how.asOf': { ru: 'Данные по', en: 'Data up to' },
  'how.since': { ru: 'История с', en: 'History since' },
  'how.version': { ru: 'Версия данных', en: 'Data version' },
  'how.open': { ru: 'Не закончены', en: 'Not over yet' },
  'how.shortHistory': {
    ru: 'История до них короче 12 месяцев: новые и ОКБ неточны',
    en: 'History before them shorter than 12 months: new and total base are unreliable',
  },
  'bridge.was': { ru: 'было, {period}', en: 'was, {period}' },
  'bridge.new': { ru: 'новые', en: 'new' },
  'bridge.reactivated': { ru: 'вернувшиеся', en: 'reactivated' },
  'bridge.lost': { ru: 'потерянные', en: 'lost' },
  'bridge.notYet': { ru: 'ещё не сработали', en: 'not yet' },
  'bridge.is': { ru: 'стало, {period}', en: 'is, {period}' },
  'bridge.now': { ru: 'сейчас, {period}', en: 'now, {period}' },
  'bridge.retained': { ru: 'из них повторные', en: 'of them retained' },
  'report.everBoughtByLines': {
    ru: 'В этом разрезе ОКБ строк — кто хоть раз покупал: клиент без отгрузок не принадлежит ни одной строке. Все заведённые учтены в итоге.',
    en: 'By this dimension the total base of a row is everyone who ever bought: a customer without shipments belongs to no row. All registered ones are in the total.',
  },
  'base.coverage': { ru: 'Покрытие базы', en: 'Base coverage' },
  'base.formula': { ru: 'АКБ ÷ ОКБ', en: 'active ÷ total' },
  'base.rest': {
    ru: 'неактивные {inactive}\u00a0· потенциальные {prospects}',
    en: 'inactive {inactive}\u00a0· prospects {prospects}',
  },
  'sales.exVat': { ru: 'без НДС {amount}', en: 'ex VAT {amount}' },
  'sales.documents': { ru: 'документов {count}', en: 'documents {count}' },
  'sales.perClient': { ru: 'на клиента {amount}', en: 'per customer {amount}' },
  'sales.sku': { ru: 'SKU на клиента {count}', en: 'SKU per customer {count}' },
  'sales.noDocuments': {
    ru: 'Документов в источнике нет, поэтому частота и средний чек неизвестны.',
    en: 'The source has no documents, so frequency and average check are unknown.',
  },

  // Customers.
  'customers.active': { ru: 'База клиентов по АКБ · {period}', en: 'Active customers · {period}' },
  'customers.title': { ru: 'Клиенты: {set} · {period}', en: 'Customers: {set} · {period}' },
  'customers.sheet': { ru: 'Клиенты', en: 'Customers' },

  // Demo, backup, doctor.
  'demo.done': {
    ru: 'Учебная компания готова: {folder}, строк {lines}, по {until}.',
    en: 'The demo company is ready: {folder}, {lines} lines, up to {until}.',
  },
  'demo.next': { ru: 'Дальше: akb report, akb customers.', en: 'Next: akb report, akb customers.' },
  'backup.done': { ru: 'Резервная копия: {folder}, {size}.', en: 'Backup: {folder}, {size}.' },
  'restore.done': {
    ru: 'Восстановлено в {folder}, версия данных {dataVersion}.',
    en: 'Restored to {folder}, data version {dataVersion}.',
  },
  'doctor.check': { ru: 'Проверка', en: 'Check' },
  'doctor.state': { ru: 'Итог', en: 'Result' },
  'doctor.remark': { ru: 'Замечание', en: 'Remark' },
  'doctor.ok': { ru: 'в порядке', en: 'ok' },
  'doctor.failed': { ru: 'не в порядке', en: 'failed' },
  'doctor.open': { ru: 'Папка данных открывается', en: 'The data folder opens' },
} as const satisfies MessageCatalogue;
