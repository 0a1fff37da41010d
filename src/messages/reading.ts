import type { MessageCatalogue } from './message.ts';

/** What the readers of users' files find. */
export const readingMessages = {
  fileMissing: {
    ru: 'Файл {file} не найден. Остальные файлы прочитаны. Проверьте имя и папку.',
    en: 'There is no file {file}. The other files were read. Check the name and the folder.',
  },
  fileUnreadable: {
    ru: 'Файл {file} не открывается ({reason}). Остальные файлы прочитаны. Проверьте права на файл и диск, на котором он лежит.',
    en: 'The file {file} cannot be opened ({reason}). The other files were read. Check the permissions of the file and the disk it lies on.',
  },
  notAFile: {
    ru: '{file} — не файл и не папка, поэтому пропущен. Остальное прочитано. Укажите обычный файл.',
    en: '{file} is neither a file nor a folder and was skipped. The rest was read. Name an ordinary file.',
  },
  emptyFolder: {
    ru: 'В папке {file} ничего нет. Остальное прочитано. Проверьте, туда ли сохранена выгрузка.',
    en: 'The folder {file} is empty. The rest was read. Check where the export was saved.',
  },
  hiddenFileSkipped: {
    ru: 'Скрытый или служебный файл {file} пропущен. Остальные файлы прочитаны. Если в нём данные, переименуйте его и загрузите отдельно.',
    en: 'The hidden or service file {file} was skipped. The other files were read. If it holds data, rename it and import it by itself.',
  },
  folderLinkSkipped: {
    ru: 'Ссылка на папку {file} пропущена, чтобы не ходить по кругу. Остальные файлы прочитаны. Если она нужна, укажите саму папку.',
    en: 'The link to a folder {file} was skipped so as not to run in a circle. The other files were read. If you need it, name the folder itself.',
  },
  sameFileTwice: {
    ru: 'Файл {file} указан второй раз. Он прочитан один раз. Ничего исправлять не нужно.',
    en: 'The file {file} was named a second time. It was read once. Nothing needs mending.',
  },
  fileChangesWhileRead: {
    ru: 'Файл {file} меняется во время чтения: похоже, программа ещё пишет его. Из него ничего не взято. Дождитесь конца выгрузки и загрузите файл снова.',
    en: 'The file {file} changes while it is read: some program seems to be still writing it. Nothing of it was used. Wait for the export to end and import the file again.',
  },
  diskFull: {
    ru: 'На диске кончилось место, пока читался файл {file}. Из него ничего не взято. Освободите место и загрузите файл снова.',
    en: 'The disk ran full while the file {file} was read. Nothing of it was used. Free some space and import the file again.',
  },
  emptyFile: {
    ru: 'В файле {file} нет ни одной заполненной ячейки. Загружать из него нечего. Проверьте отбор и период выгрузки.',
    en: 'The file {file} has not a single filled cell. There is nothing to import from it. Check the filter and the period of the export.',
  },
  notATable: {
    ru: 'Файл {file} — не таблица: внутри не текст, каким бы ни было его имя. Из него ничего не взято. Сохраните данные как XLSX или CSV.',
    en: 'The file {file} is no table: it holds no text, whatever its name says. Nothing of it was used. Save the data as XLSX or CSV.',
  },
  unsupportedFormat: {
    ru: 'Файл {file} в формате {format}, который АКБ не читает. Из него ничего не взято. Сохраните данные как XLSX или CSV.',
    en: 'The file {file} is in the format {format}, which АКБ does not read. Nothing of it was used. Save the data as XLSX or CSV.',
  },
  unsupportedArchive: {
    ru: 'Файл {file} упакован способом {format}, который АКБ не открывает. Из него ничего не взято. Распакуйте его или упакуйте обычным ZIP.',
    en: 'The file {file} is packed with {format}, which АКБ does not open. Nothing of it was used. Unpack it, or pack it as an ordinary ZIP.',
  },
  nestedArchive: {
    ru: 'Файл {file} — архив внутри архива. Такие не открываются: в них легко потерять или загрузить дважды. Остальное прочитано. Распакуйте внешний архив и загрузите внутренний отдельно.',
    en: 'The file {file} is an archive inside an archive. These are not opened: things are easily lost in them, or imported twice. The rest was read. Unpack the outer archive and import the inner one by itself.',
  },
  encryptedArchive: {
    ru: 'Архив или файл {file} закрыт паролем. Из него ничего не взято. Распакуйте его с паролем и загрузите то, что внутри.',
    en: 'The archive or file {file} is locked with a password. Nothing of it was used. Unpack it with the password and import what is inside.',
  },
  encryptedFile: {
    ru: 'Книга {file} закрыта паролем. Из неё ничего не взято. Откройте её в Excel, снимите пароль и сохраните.',
    en: 'The workbook {file} is locked with a password. Nothing of it was used. Open it in Excel, remove the password and save it.',
  },
  truncatedFile: {
    ru: 'Файл {file} обрывается: он скопирован или скачан не до конца. Из него ничего не взято. Получите его заново.',
    en: 'The file {file} breaks off: it was not copied or downloaded to its end. Nothing of it was used. Fetch it again.',
  },
  damagedFile: {
    ru: 'Файл {file} повреждён: его содержимое не сходится само с собой. Из него ничего не взято. Откройте его в своей программе и сохраните заново.',
    en: 'The file {file} is damaged: its content contradicts itself. Nothing of it was used. Open it in its own program and save it anew.',
  },
  zipBomb: {
    ru: 'Файл {file} распаковывается в непомерно большой объём (предел {limit} байт). Чтение остановлено, из него ничего не взято. Если это настоящие данные, распакуйте их и загрузите частями.',
    en: 'The file {file} unpacks to an enormous size (the limit is {limit} bytes). Reading was stopped, nothing of it was used. If these are real data, unpack them and import them in parts.',
  },
  tooManyEntries: {
    ru: 'В архиве {file} слишком много файлов: {entries} при пределе {limit}. Из него ничего не взято. Разделите архив.',
    en: 'The archive {file} holds too many files: {entries}, and the limit is {limit}. Nothing of it was used. Split the archive.',
  },
  lineTooLong: {
    ru: 'В файле {file} строка или ячейка длиннее {limit} байт: это не таблица, или в ней потеряны концы строк. Из него ничего не взято. Выгрузите файл заново, по строке на запись.',
    en: 'The file {file} has a line or cell of more than {limit} bytes: it is no table, or its line ends are lost. Nothing of it was used. Export it again with one line a record.',
  },
  tooManyColumns: {
    ru: 'В файле {file} слишком много столбцов: {columns} при пределе {limit}. Из него ничего не взято. Проверьте разделитель или уберите лишние столбцы.',
    en: 'The file {file} has too many columns: {columns}, and the limit is {limit}. Nothing of it was used. Check the delimiter, or remove columns that are not needed.',
  },
  tableTooWide: {
    ru: 'Одна строка растягивает таблицу файла {file} до {columns} столбцов, и пустые ячейки заняли бы весь диск. Из него ничего не взято. Уберите лишнее значение далеко справа.',
    en: 'One row stretches the table of the file {file} to {columns} columns, and empty cells would fill the disk. Nothing of it was used. Remove the stray value far to the right.',
  },
  xlsTooBig: {
    ru: 'Файл {file} старого формата Excel (XLS) слишком велик: такие читаются в память целиком. Из него ничего не взято. Сохраните его в Excel как XLSX или CSV.',
    en: 'The file {file} of the old Excel format (XLS) is too big: these have to be read into memory whole. Nothing of it was used. Save it in Excel as XLSX or CSV.',
  },
  xlsxTooBig: {
    ru: 'В книге {file} слишком много разных текстов (предел {limit} байт). Из неё ничего не взято. Сохраните лист как CSV.',
    en: 'The workbook {file} has too many different texts (the limit is {limit} bytes). Nothing of it was used. Save the sheet as CSV.',
  },
  readerFailed: {
    ru: 'Файл {file} не удалось разобрать: {detail}. Из него ничего не взято, остальные файлы прочитаны. Сохраните его как CSV и, если можно, сообщите разработчикам.',
    en: 'The file {file} could not be parsed: {detail}. Nothing of it was used, the other files were read. Save it as CSV and, if you can, tell the developers.',
  },
  sheetHidden: {
    ru: 'Скрытый лист «{sheet}» файла {file} пропущен. Видимые листы прочитаны. Если в нём данные, покажите его в Excel и загрузите файл снова.',
    en: 'The hidden sheet “{sheet}” of the file {file} was skipped. The visible sheets were read. If it holds data, unhide it in Excel and import the file again.',
  },
  hiddenRows: {
    ru: 'На листе «{sheet}» файла {file} {count, plural, one {# скрытая строка} few {# скрытые строки} many {# скрытых строк} other {# скрытой строки}}, первая — {row}. Они прочитаны как все. Если их не должно быть, удалите их: отбор в Excel только прячет строки.',
    en: 'The sheet “{sheet}” of the file {file} has {count, plural, one {# hidden row} other {# hidden rows}}, the first is {row}. They were read like all others. If they should not count, delete them: a filter in Excel only hides rows.',
  },
  errorCells: {
    ru: 'В файле {file} {count, plural, one {# ячейка} few {# ячейки} many {# ячеек} other {# ячейки}} с ошибкой вместо значения (#Н/Д, #ДЕЛ/0!, ***). Они прочитаны как пустые. Исправьте их в источнике, если значения нужны.',
    en: 'The file {file} has {count, plural, one {# cell} other {# cells}} with an error for a value (#N/A, #DIV/0!, ***). They were read as empty. Mend them in the source if the values matter.',
  },
  formulasWithoutValues: {
    ru: 'На листе «{sheet}» файла {file} {count, plural, one {# формула} few {# формулы} many {# формул} other {# формулы}} без посчитанного значения. Они прочитаны как пустые. Откройте файл в Excel и сохраните, чтобы он их посчитал.',
    en: 'The sheet “{sheet}” of the file {file} has {count, plural, one {# formula} other {# formulas}} without a computed value. They were read as empty. Open the file in Excel and save it, so that they are computed.',
  },
  raggedRows: {
    ru: 'В файле {file} {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} не с {usual} ячейками, как остальные; например, строка {row}. Они оставлены как есть, недостающие ячейки пусты. Проверьте, нет ли в значениях разделителя без кавычек.',
    en: 'The file {file} has {rows, plural, one {# row} other {# rows}} without the {usual} cells of the rest; row {row}, for example. They were kept as they are, missing cells are empty. Check for delimiters without quotes inside of values.',
  },
  quotesReadLiterally: {
    ru: 'В файле {file} {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} с незакрытой кавычкой, первая — {row}. Кавычка прочитана как обычный знак, строки сохранены. Проверьте эти строки или выгрузите файл с правильными кавычками.',
    en: 'The file {file} has {rows, plural, one {# line} other {# lines}} with a quote that is never closed, the first is {row}. The quote was read as an ordinary character, the lines were kept. Check these lines, or export the file with proper quotes.',
  },
  nulBytesRemoved: {
    ru: 'Из файла {file} {bytes, plural, one {выброшен # нулевой байт} few {выброшено # нулевых байта} many {выброшено # нулевых байт} other {выброшено # нулевого байта}}: в тексте их не бывает. Остальное прочитано. Сверьте итоги: файл мог пострадать при сбое.',
    en: '{bytes, plural, one {# zero byte was} other {# zero bytes were}} dropped from the file {file}: text has none. The rest was read. Check the totals: the file may have suffered in a crash.',
  },
  mixedEncodings: {
    ru: 'В файле {file} смешаны две кодировки: часть строк в UTF-8, часть в старой русской. Каждая прочитана в своей, ничего не потеряно. Проверьте русские буквы в примерах; надёжнее выгрузить файл в одной кодировке.',
    en: 'The file {file} mixes two encodings: some lines are UTF-8, some are in an old Russian one. Each was read in its own, nothing is lost. Check the Russian letters in the samples; an export in one encoding is safer.',
  },
  encodingDoubtful: {
    ru: 'Кодировка файла {file} не ясна; он прочитан как {encoding}. Все строки сохранены, но буквы могут быть неверны. Проверьте примеры и, если они испорчены, сохраните файл в UTF-8.',
    en: 'The encoding of the file {file} is unclear; it was read as {encoding}. All lines were kept, but letters may be wrong. Check the samples and, if they are garbled, save the file as UTF-8.',
  },
  deletedRecordsSkipped: {
    ru: 'В таблице {file} {count, plural, one {# запись помечена удалённой и пропущена} few {# записи помечены удалёнными и пропущены} many {# записей помечено удалёнными и пропущено} other {# записи помечено удалёнными и пропущено}}. Остальные прочитаны. Если удалённые нужны, снимите пометку в своей программе.',
    en: 'In the table {file} {count, plural, one {# record is marked as deleted and was skipped} other {# records are marked as deleted and were skipped}}. The others were read. If you need them, remove the mark in your program.',
  },
  memoFieldsEmpty: {
    ru: 'Поля-примечания таблицы {file} лежат в другом файле и прочитаны пустыми: {fields}. Остальные поля прочитаны. Если они нужны, выгрузите таблицу как CSV или XLSX.',
    en: 'The memo fields of the table {file} lie in another file and were read as empty: {fields}. The other fields were read. If you need them, export the table as CSV or XLSX.',
  },
} as const satisfies MessageCatalogue;
