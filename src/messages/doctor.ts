import type { MessageCatalogue } from './message.ts';

/** Names of the checks of `akb doctor` (`doctor.<check>`) and what they find. */
export const doctorMessages = {
  'doctor.node': { ru: 'Версия Node.js', en: 'Node.js version' },
  'doctor.threads': {
    ru: 'Потоки для запросов (UV_THREADPOOL_SIZE)',
    en: 'Threads for queries (UV_THREADPOOL_SIZE)',
  },
  'doctor.dataFolder': { ru: 'Доступ к папке данных', en: 'Access to the data folder' },
  'doctor.disk': { ru: 'Свободное место на диске', en: 'Free disk space' },
  'doctor.warehouse': { ru: 'Хранилище отгрузок', en: 'Warehouse engine' },
  'doctor.records': { ru: 'База записей', en: 'Records engine' },
  'doctor.durability': { ru: 'Записи переживут отключение питания', en: 'Records survive a power cut' },
  'doctor.schemas': { ru: 'Версии схем данных', en: 'Versions of the data schemas' },
  'doctor.orphans': { ru: 'В хранилище нет ничьих данных', en: 'The warehouse holds no orphaned data' },
  'doctor.staging': { ru: 'Временные данные загрузок убраны', en: 'Temporary data of imports are gone' },
  'doctor.ledger': { ru: 'Месяцы совпадают с журналом', en: 'The months agree with the journal' },
  'doctor.commit': {
    ru: 'Месяцы совпадают с последней версией',
    en: 'The months agree with the last version',
  },
  'doctor.personalData': {
    ru: 'Персональных данных в хранилище нет',
    en: 'No personal data in the warehouse',
  },
  'doctor.backup': { ru: 'Последняя резервная копия', en: 'Last backup' },
  'doctor.trail': { ru: 'Журнал действий цел', en: 'The audit trail is whole' },
  'doctor.secrets': { ru: 'Ключ папки данных', en: 'Key of the data folder' },
  'doctor.owners': { ru: 'Владельцы', en: 'Owners' },
  'doctor.keys': { ru: 'Ключи API', en: 'API keys' },
  'doctor.handGrounds': {
    ru: 'Основание того, что записано вручную',
    en: 'Legal basis of what is written by hand',
  },
  'doctor.basis': { ru: 'Основание обработки персональных данных', en: 'Legal basis of personal data' },

  trailBroken: {
    ru: 'Журнал действий изменён в обход программы: цепочка нарушена в пачке {batch, number, ::group-off}. Остальные данные это не трогает. Где именно, скажет akb audit verify; сравните с журналом в резервной копии.',
    en: 'The audit trail was changed past the program: its chain is broken in batch {batch, number, ::group-off}. The other data are not touched by it. akb audit verify says where; compare it with the trail of a backup.',
  },
  trailKeyOther: {
    ru: 'Личные данные {count, plural, one {# лица} other {# лиц}} записаны в журнале действий под другим ключом и не читаются. Сам журнал цел. Верните прежний файл audit-key или прежнее значение AKB_AUDIT_KEY.',
    en: 'Values of {count, plural, one {# person} other {# persons}} in the audit trail were written under another key and cannot be read. The trail itself is whole. Bring the former file audit-key or the former AKB_AUDIT_KEY back.',
  },
  checkFailed: {
    ru: 'Проверка не выполнилась ({reason}). Данные не тронуты. Повторите; если не поможет, сообщите разработчикам.',
    en: 'The check could not be made ({reason}). The data are untouched. Try again; if that does not help, tell the developers.',
  },
  nodeTooOld: {
    ru: 'Работает Node.js {version}, а нужна не ниже {needed}. Запускайте программу командой akb: она сама возьмёт подходящую.',
    en: 'Node.js {version} is running, and {needed} or later is needed. Start the program with the akb command: it takes a suitable one by itself.',
  },
  dataFolderOpen: {
    ru: 'Папка {folder} открыта другим пользователям компьютера (права {mode}), а в ней имена и телефоны. Закройте её: chmod go-rwx "{folder}".',
    en: 'The folder {folder} is open to other users of the computer (mode {mode}), and it holds names and phones. Close it: chmod go-rwx "{folder}".',
  },
  dataFolderLocked: {
    ru: 'В папку данных {folder} нельзя писать. Данные целы. Верните владельцу программы права на неё.',
    en: 'The data folder {folder} cannot be written. The data are safe. Give the program’s user the rights to it.',
  },
  diskSpaceLow: {
    ru: 'На диске с папкой {folder} свободно {free, number} МБ, а для следующей загрузки может понадобиться {needed, number} МБ. Освободите место: без него загрузка остановится, прежние данные останутся.',
    en: 'The disk of the folder {folder} has {free, number} MB free, and the next import may need {needed, number} MB. Free some space: without it an import stops and the former data stay.',
  },
  recordsNotDurable: {
    ru: 'База записей настроена быстрой, но не надёжной ({settings}): отключение питания может её испортить. Включите эти настройки на сервере PostgreSQL и чаще делайте резервные копии.',
    en: 'The records are set to be fast and not safe ({settings}): a power cut may damage them. Switch these settings on at the PostgreSQL server, and back up often.',
  },
  schemasDiffer: {
    ru: 'Версии схем данных – {found}, программа знает {known} (записи, хранилище). Данные не тронуты. Запустите программу той версии, что работала с этой папкой, или обновите её.',
    en: 'The data schemas have the versions {found}, and the program knows {known} (records, warehouse). The data are untouched. Run the version of the program that worked with this folder, or update it.',
  },
  orphanPartitions: {
    ru: 'В хранилище {count, plural, one {# раздел, который} few {# раздела, которые} many {# разделов, которые} other {# раздела, которые}} не нужен ни одной версии данных ({tables}). Цифры верны, занято лишнее место. Запустите программу заново: она их уберёт.',
    en: 'The warehouse holds {count, plural, one {# partition} other {# partitions}} that no version of the data needs ({tables}). Every figure is right, some space is wasted. Start the program again: it removes them.',
  },
  stagingLeft: {
    ru: 'От прерванной загрузки остались временные таблицы ({count, number}), в них могут быть имена и телефоны. Цифры верны. Запустите программу заново: она их уберёт.',
    en: 'An interrupted import has left temporary tables ({count, number}), which may hold names and phones. Every figure is right. Start the program again: it removes them.',
  },
  ledgerUnlikeJournal: {
    ru: '{count, plural, one {# месяц не совпадает} few {# месяца не совпадают} many {# месяцев не совпадают} other {# месяца не совпадают}} с журналом загрузок: {months}. Цифрам этих месяцев верить нельзя, журнал цел. Сделайте akb backup и восстановите последнюю копию, сделанную до сбоя, в новую папку; сообщите разработчикам.',
    en: '{count, plural, one {# month differs} other {# months differ}} from the journal of imports: {months}. Do not trust the figures of these months; the journal is safe. Make an akb backup, restore the last backup from before the fault to a new folder, and tell the developers.',
  },
  commitUnlikeLedger: {
    ru: 'Месяцы в хранилище не те, что записаны в последней версии данных: {months}. Цифрам верить нельзя, журнал цел. Восстановите последнюю копию, сделанную до сбоя, в новую папку и сообщите разработчикам.',
    en: 'The months in the warehouse are not those that the last version of the data names: {months}. Do not trust the figures; the journal is safe. Restore the last backup from before the fault to a new folder and tell the developers.',
  },
  personalDataInWarehouse: {
    ru: 'В хранилище отгрузок нашлись имена или телефоны клиентов ({count, plural, one {# место} few {# места} many {# мест} other {# места}}: {places}), а там им быть нельзя: удаление человека их не достанет. Цифры верны. Проверьте, не подставлены ли имена в код документа или справочник, и сообщите разработчикам.',
    en: 'Names or phones of customers were found in the warehouse ({count, plural, one {# place} other {# places}}: {places}), where they must not be: erasing a person would not reach them. Every figure is right. See whether names stand in document numbers or categories, and tell the developers.',
  },
  backupNone: {
    ru: 'Резервных копий в {folder} нет. Сделайте первую: akb backup ПАПКА, лучше на другой диск.',
    en: 'There is no backup in {folder}. Make the first one: akb backup FOLDER, best on another disk.',
  },
  backupOld: {
    ru: 'Последней резервной копии {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}. Сделайте новую: akb backup ПАПКА, лучше на другой диск.',
    en: 'The last backup is {days, plural, one {# day} other {# days}} old. Make a new one: akb backup FOLDER, best on another disk.',
  },
  handWithoutGrounds: {
    ru: 'Основание или цель обработки не указаны у {count, number} из {total, number} записей и правок вручную. Назовите обычные для компании в настройках (вкладка «Журнал») или указывайте их при записи.',
    en: 'The basis or the purpose of processing is not stated for {count, number} of {total, number} entries and edits by hand. Name the usual ones of the company in the settings (tab “Audit”), or say them with what you write.',
  },
  importsWithoutBasis: {
    ru: 'Основание или цель обработки не указаны у {count, number} из {total, number} загрузок. Считать это не мешает; называйте их при загрузке: --basis "договор" --purpose "поставка".',
    en: 'The basis or the purpose of processing is not stated for {count, number} of {total, number} imports. Counting goes on; state them when importing: --basis "contract" --purpose "supply".',
  },
} as const satisfies MessageCatalogue;
