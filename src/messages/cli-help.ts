import type { MessageCatalogue } from './message.ts';

/** `--help`: commands, arguments, options, examples. */
export const cliHelpMessages = {
  'help.program': {
    ru: 'Активная клиентская база (АКБ): кто покупал, сколько их и кого не хватает, из выгрузок как они есть.',
    en: 'The active customer base: who bought, how many they are and who is missing, from exports as they are.',
  },
  'help.usage': { ru: '<команда> [параметры]', en: '<command> [options]' },
  'help.usageOptions': { ru: '[параметры]', en: '[options]' },
  'help.version': { ru: 'показать версию', en: 'show the version' },
  'help.help': { ru: 'показать справку', en: 'show help' },
  'help.examples': { ru: 'Примеры:', en: 'Examples:' },
  'help.epilogue': {
    ru: 'Примеры:\n  akb import отгрузки.xlsx клиенты.csv   загрузить, посмотрев, что изменится\n  akb report                             АКБ последнего закрытого месяца\n  akb report отгрузки.csv                отчёт по файлу, ничего не сохраняя\n  akb customers --set lost --xlsx a.xlsx список потерянных клиентов\n  akb demo && akb report                 посмотреть на учебной компании\n\nКоды выхода: 0 готово, 1 отказано, 2 нужен ответ, 3 папка данных занята,\n70 внутренняя ошибка, 130 остановлено.\nПодробнее о команде: akb <команда> --help',
    en: 'Examples:\n  akb import shipments.xlsx clients.csv  import, after a look at what it changes\n  akb report                             the active base of the last closed month\n  akb report shipments.csv               report on a file, keeping nothing\n  akb customers --set lost --xlsx a.xlsx the customers that were lost\n  akb demo && akb report                 try the demo company\n\nExit codes: 0 done, 1 refused, 2 needs an answer, 3 data folder busy,\n70 internal error, 130 interrupted.\nMore about a command: akb <command> --help',
  },

  'help.import': {
    ru: 'Загрузить файлы отгрузок и справочников: показать, что изменится, и применить',
    en: 'Import shipments and reference files: show what would change, and apply it',
  },
  'help.imports': { ru: 'Показать загрузки', en: 'List the imports' },
  'help.undo': {
    ru: 'Отменить загрузку: данные станут такими, будто её не было',
    en: 'Undo an import: the data become as if it had never been',
  },
  'help.report': {
    ru: 'Отчёт об АКБ за период, целиком или в разрезе; с файлами — по ним, ничего не сохраняя',
    en: 'Report on the active base of a period, whole or by a dimension; with files, on them, keeping nothing',
  },
  'help.customers': { ru: 'Клиенты, стоящие за цифрой', en: 'The customers behind a figure' },
  'help.demo': {
    ru: 'Создать учебную компанию в ./data-demo (свои данные не затрагиваются)',
    en: 'Make the demo company in ./data-demo (your own data are not touched)',
  },
  'help.start': {
    ru: 'Запустить сервер: браузер и API на этом компьютере; другие команды akb работают через него',
    en: 'Start the server: browser and API on this computer; other akb commands go through it',
  },
  'help.open': {
    ru: 'Новая ссылка для входа в браузере (один раз, десять минут)',
    en: 'A new link to sign in with a browser (once, within ten minutes)',
  },
  'help.backup': { ru: 'Сохранить все данные в папку', en: 'Save all data to a folder' },
  'help.restore': {
    ru: 'Восстановить данные из резервной копии в пустую папку данных',
    en: 'Restore data from a backup to an empty data folder',
  },
  'help.places': {
    ru: 'Свои уточнения справочника: город и его регион, регион и его федеральный округ',
    en: 'Own corrections of the places: a town and its region, a region and its federal district',
  },
  'help.doctor': { ru: 'Проверить установку и данные', en: 'Check the installation and the data' },

  'arg.address': { ru: 'адрес', en: 'address' },
  'arg.command': { ru: 'команда', en: 'command' },
  'arg.file': { ru: 'файл', en: 'file' },
  'arg.folder': { ru: 'папка', en: 'folder' },
  'arg.name': { ru: 'имя', en: 'name' },
  'arg.mapping': { ru: 'Заголовок=поле', en: 'Header=field' },
  'arg.answer': { ru: 'ключ=значение', en: 'key=value' },
  'arg.text': { ru: 'текст', en: 'text' },
  'arg.period': { ru: 'период', en: 'period' },
  'arg.range': { ru: 'А..Б', en: 'A..B' },
  'arg.dimension': { ru: 'разрез', en: 'dimension' },
  'arg.code': { ru: 'код', en: 'code' },
  'arg.unit': { ru: 'единица', en: 'unit' },
  'arg.method': { ru: 'методика', en: 'method' },
  'arg.mode': { ru: 'режим', en: 'mode' },
  'arg.scope': { ru: 'охват', en: 'scope' },
  'arg.set': { ru: 'кто', en: 'set' },
  'arg.sort': { ru: 'порядок', en: 'order' },
  'arg.direction': { ru: 'направление', en: 'direction' },
  'arg.search': { ru: 'текст', en: 'text' },
  'arg.listReport': { ru: 'вид', en: 'kind' },
  'arg.number': { ru: 'число', en: 'number' },
  'arg.importId': { ru: 'номер', en: 'id' },
  'arg.place': { ru: 'место', en: 'place' },
  'arg.within': { ru: 'где', en: 'within' },
  'arg.placeName': { ru: 'город или регион', en: 'a town or a region' },
  'arg.placeWithin': {
    ru: 'регион города или округ региона',
    en: 'the region of the town, the district of the region',
  },
  'arg.importFiles': {
    ru: 'файлы или папки: CSV, XLSX, XLS, HTML, DBF, Parquet, их архивы; - читает стандартный ввод',
    en: 'files or folders: CSV, XLSX, XLS, HTML, DBF, Parquet, archives of them; - reads standard input',
  },
  'arg.reportFiles': {
    ru: 'файлы для отчёта без сохранения; без них отчёт по папке данных',
    en: 'files to report on without keeping them; without them, on the data folder',
  },
  'arg.undoImport': {
    ru: 'номер загрузки из akb imports',
    en: 'number of the import, from akb imports',
  },
  'arg.backupFolder': {
    ru: 'куда сохранить; без неё — в backups папки данных, где хранятся три последние копии',
    en: 'where to save; without it backups of the data folder, where the newest three are kept',
  },
  'arg.restoreFolder': { ru: 'резервная копия', en: 'the backup' },

  'option.data': {
    ru: 'папка данных (иначе AKB_DATA, иначе ./data)',
    en: 'data folder (else AKB_DATA, else ./data)',
  },
  'option.viewAs': {
    ru: 'смотреть глазами этого пользователя, ничего не меняя',
    en: 'look with the eyes of this user, changing nothing',
  },
  'option.lang': { ru: 'язык: ru или en', en: 'language: ru or en' },
  'option.removePlace': { ru: 'вернуть как во встроенном справочнике', en: 'back to the built-in table' },
  'option.json': { ru: 'вывести JSON (описан в docs/cli.md)', en: 'print JSON (described in docs/cli.md)' },
  'option.csv': { ru: 'вывести CSV для Excel', en: 'print CSV for Excel' },
  'option.xlsx': { ru: 'записать книгу Excel', en: 'write an Excel workbook' },
  'option.port': {
    ru: 'порт (по умолчанию 8765; 0 — любой свободный)',
    en: 'port (8765 by default; 0 takes a free one)',
  },
  'option.open': {
    ru: 'показать в браузере этого компьютера',
    en: 'show it in the browser of this computer',
  },
  'option.host': {
    ru: 'на каком адресе слушать (по умолчанию 127.0.0.1); вне этого компьютера нужен TLS или AKB_TRUSTED_PROXY',
    en: 'address to listen on (127.0.0.1 by default); beyond this computer it takes TLS or AKB_TRUSTED_PROXY',
  },
  'option.tlsCert': { ru: 'сертификат TLS, PEM', en: 'TLS certificate, PEM' },
  'option.tlsKey': { ru: 'ключ сертификата, PEM', en: 'key of the certificate, PEM' },
  'option.watch': {
    ru: 'следить за папкой и загружать файлы по мере появления, ни о чём не спрашивая',
    en: 'watch the folder and import files as they appear, asking nothing',
  },
  'option.source': {
    ru: 'из какой системы файлы; иначе по виду файлов',
    en: 'which system the files come from; else by their looks',
  },
  'option.map': {
    ru: "что означает столбец; можно несколько раз; ''Заголовок=-'' не берёт столбец",
    en: "what a column means; may be repeated; ''Header=-'' leaves it out",
  },
  'option.answer': {
    ru: 'ответ на вопрос загрузки заранее; можно несколько раз',
    en: 'answers a question of the import beforehand; may be repeated',
  },
  'option.purpose': {
    ru: 'для чего обрабатываются персональные данные в файлах',
    en: 'what the personal data in the files are processed for',
  },
  'option.basis': {
    ru: 'основание обработки персональных данных (152-ФЗ, ст. 6)',
    en: 'legal basis for the personal data in the files',
  },
  'option.handBasis': {
    ru: 'основание, на котором хранится записанное (152-ФЗ, ст. 6); иначе обычное для компании',
    en: 'legal basis of what is written down; else what is usual in the company',
  },
  'option.handPurpose': {
    ru: 'для чего хранится записанное; иначе обычное для компании',
    en: 'what it is kept for; else what is usual in the company',
  },
  'option.acceptShrunk': {
    ru: 'заменить и документы, ставшие меньше наполовину',
    en: 'also replace documents that lost half or more',
  },
  'option.dryRun': { ru: 'только показать, что изменится', en: 'only show what would change' },
  'option.yes': {
    ru: 'ни о чём не спрашивать; где вопрос неизбежен, отказать с кодом 2',
    en: 'ask nothing; where a question cannot be avoided, refuse with code 2',
  },
  'option.period': {
    ru: '2026-10, 2026-Q4, 2026-H2, 2026, 2026-08..2026-10, 2026-10-01..2026-10-15, last:30d, last:3m; иначе последний закрытый месяц',
    en: '2026-10, 2026-Q4, 2026-H2, 2026, 2026-08..2026-10, 2026-10-01..2026-10-15, last:30d, last:3m; else the last closed month',
  },
  'option.periods': {
    ru: 'несколько периодов подряд: 2026-01..2026-10, 2025-Q1..2026-Q3',
    en: 'several periods in a row: 2026-01..2026-10, 2025-Q1..2026-Q3',
  },
  'option.by': { ru: 'разрез: {dimensions}', en: 'dimension: {dimensions}' },
  'option.key': {
    ru: 'код строки разреза --by; пустой код — «Не определён»',
    en: 'code of a member of --by; the empty code is “not known”',
  },
  'option.unit': {
    ru: 'что считать: client (клиенты), legalEntity (юрлица), deliveryPoint (точки)',
    en: 'what to count: client, legalEntity, deliveryPoint',
  },
  'option.method': {
    ru: 'методика: main (возвраты месяца вычтены) или gross (без учёта возвратов)',
    en: 'method: main (returns of the month settled) or gross (returns ignored)',
  },
  'option.totalBase': {
    ru: 'что такое ОКБ: everBought (кто хоть раз покупал), assigned (кто закреплён на конец периода) или allRegistered (все заведённые)',
    en: 'what the total base is: everBought, allRegistered or assigned',
  },
  'option.attribution': {
    ru: 'чьи клиенты по участникам организации: document (кто в документе) или assigned (кто закреплён на конец периода)',
    en: 'whose customers are by members of the organisation: document (as on it) or assigned (whoever is responsible at the end of the period)',
  },
  'option.scope': {
    ru: 'новые и вернувшиеся в разрезе: slice (для строки) или company (для компании)',
    en: 'new and reactivated in a slice: for the slice or for the company',
  },
  'option.customers': {
    ru: 'добавить список клиентов, которые сработали',
    en: 'add the list of the active customers',
  },
  'option.set': { ru: 'кого показать: {sets}; иначе active', en: 'whom to list: {sets}; else active' },
  'option.sort': {
    ru: 'по какому столбцу упорядочить: {sorts}; иначе sales',
    en: 'column to sort by: {sorts}; else sales',
  },
  'option.order': {
    ru: 'ascending (по возрастанию) или descending (по убыванию); иначе суммы и даты — по убыванию, тексты — по возрастанию',
    en: 'ascending or descending; else amounts and dates descending, texts ascending',
  },
  'option.search': {
    ru: 'только найденные по части названия, коду, телефону или ИНН',
    en: 'only those found by a part of the name, the code, the phone number or the tax number',
  },
  'option.listReport': {
    ru: 'столбцы: akb («База клиентов по АКБ») или full (все)',
    en: 'columns: akb (the classic list) or full (all)',
  },
  'option.lines': { ru: 'сколько строк отгрузок: 300k, 10m', en: 'how many lines of shipments: 300k, 10m' },
  'option.until': {
    ru: 'последний месяц истории; иначе прошлый месяц',
    en: 'last month of the history; else the month before this one',
  },
  'option.seed': {
    ru: 'зерно: одно и то же даёт одну и ту же компанию',
    en: 'seed: the same one gives the same company',
  },

  'examples.import': {
    ru: "  akb import отгрузки.xlsx\n  akb import продажи.csv клиенты.csv товары.csv --source 1c\n  akb import отгрузки.csv --map 'Контрагент=clientName' --yes\n  zcat старые.csv.gz | akb import - --dry-run\n  akb import --watch ./выгрузки",
    en: "  akb import shipments.xlsx\n  akb import sales.csv clients.csv products.csv --source 1c\n  akb import shipments.csv --map 'Customer=clientName' --yes\n  zcat old.csv.gz | akb import - --dry-run\n  akb import --watch ./exports",
  },
  'examples.imports': {
    ru: '  akb imports\n  akb imports --json',
    en: '  akb imports\n  akb imports --json',
  },
  'examples.undo': { ru: '  akb undo 7', en: '  akb undo 7' },
  'examples.report': {
    ru: '  akb report --period 2026-10 --by rep\n  akb report --periods 2025-11..2026-10 --csv > год.csv\n  akb report отгрузки.xlsx --unit deliveryPoint\n  akb report --period 2026-Q3 --by category --xlsx квартал.xlsx',
    en: '  akb report --period 2026-10 --by rep\n  akb report --periods 2025-11..2026-10 --csv > year.csv\n  akb report shipments.xlsx --unit deliveryPoint\n  akb report --period 2026-Q3 --by category --xlsx quarter.xlsx',
  },
  'examples.customers': {
    ru: '  akb customers --report akb --period 2026-10\n  akb customers --set lost --period 2026-10 --xlsx потерянные.xlsx\n  akb customers --set new --by rep --key 17',
    en: '  akb customers --report akb --period 2026-10\n  akb customers --set lost --period 2026-10 --xlsx lost.xlsx\n  akb customers --set new --by rep --key 17',
  },
  'examples.demo': {
    ru: '  akb demo\n  akb demo --lines 10m --until 2026-10 --seed 7 --data ./data-big',
    en: '  akb demo\n  akb demo --lines 10m --until 2026-10 --seed 7 --data ./data-big',
  },
  'examples.start': {
    ru: '  akb start\n  akb start --port 0\n  akb start --host 0.0.0.0 --tls-cert akb.pem --tls-key akb.key',
    en: '  akb start\n  akb start --port 0\n  akb start --host 0.0.0.0 --tls-cert akb.pem --tls-key akb.key',
  },
  'examples.open': { ru: '  akb open', en: '  akb open' },
  'examples.backup': { ru: '  akb backup ./копия-2026-11-01', en: '  akb backup ./backup-2026-11-01' },
  'examples.restore': {
    ru: '  akb restore ./копия-2026-11-01 --data ./data-new',
    en: '  akb restore ./backup-2026-11-01 --data ./data-new',
  },
  'examples.places': {
    ru: '  akb places\n  akb places Киров "Калужская область"\n  akb places Киров --remove',
    en: '  akb places\n  akb places TOWN REGION\n  akb places TOWN --remove',
  },
  'examples.doctor': { ru: '  akb doctor', en: '  akb doctor' },
} as const satisfies MessageCatalogue;
