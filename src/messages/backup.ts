import type { MessageCatalogue } from './message.ts';

/** Refusals of backup, restore and upgrade. Sizes are in megabytes. */
export const backupMessages = {
  backupFolderNotEmpty: {
    ru: 'Папка {folder} не пуста. Резервная копия не сделана, в папке ничего не изменено. Назовите новую папку.',
    en: 'The folder {folder} is not empty. No backup was made and nothing in the folder was changed. Name a new folder.',
  },
  backupFolderUnusable: {
    ru: 'В папку {folder} не удалось записать ({reason}). Резервная копия не сделана, данные не тронуты. Проверьте путь и права доступа или назовите другую папку.',
    en: 'The folder {folder} could not be written ({reason}). No backup was made and the data are untouched. Check the path and the access rights, or name another folder.',
  },
  backupFolderName: {
    ru: 'В пути {folder} есть знаки * ? [ ] или фигурные скобки: хранилище принимает их за шаблон имени. Ничего не изменено. Назовите папку без этих знаков.',
    en: 'The path {folder} contains * ? [ ] or braces, which the warehouse takes for wildcards. Nothing was changed. Use a folder without these characters.',
  },
  backupNoSpace: {
    ru: 'Для резервной копии в {folder} нужно до {needed, number} МБ, а свободно {free, number} МБ. Копия не сделана, данные не тронуты. Освободите место или назовите папку на другом диске.',
    en: 'A backup in {folder} needs up to {needed, number} MB and {free, number} MB are free. No backup was made and the data are untouched. Free some space or name a folder on another disk.',
  },
  backupUnfinished: {
    ru: 'Последняя загрузка или отмена применена, но её завершение прервалось. Резервная копия не сделана, данные целы. Запустите программу заново: она завершит начатое, после этого повторите.',
    en: 'The last import or undo was applied, but the work that follows it was interrupted. No backup was made and the data are safe. Start the program again: it finishes what was begun; then repeat.',
  },
  backupManifestMissing: {
    ru: 'В папке {folder} нет manifest.json: это не резервная копия АКБ, или её запись не закончилась. Ничего не изменено. Назовите папку целой копии.',
    en: 'The folder {folder} has no manifest.json: it is no АКБ backup, or its writing was never finished. Nothing was changed. Name the folder of a whole backup.',
  },
  backupManifestDamaged: {
    ru: 'Файл manifest.json в {folder} повреждён или исправлен вручную. Ничего не изменено. Возьмите другую резервную копию или верните файлу прежний вид.',
    en: 'The file manifest.json in {folder} is damaged or was edited. Nothing was changed. Take another backup, or bring the file back to what it was.',
  },
  backupNewer: {
    ru: 'Резервную копию {folder} сделала более новая программа (АКБ {product}, формат {found}; эта знает {known}). Ничего не изменено. Обновите программу и повторите.',
    en: 'The backup {folder} was made by a newer program (АКБ {product}, format {found}; this one knows {known}). Nothing was changed. Update the program and try again.',
  },
  backupFileMissing: {
    ru: 'В резервной копии {folder} нет файла {file}. Ничего не изменено. Верните файл на место или возьмите другую копию.',
    en: 'The backup {folder} lacks the file {file}. Nothing was changed. Put the file back, or take another backup.',
  },
  backupFileDamaged: {
    ru: 'Файл {file} в резервной копии {folder} не тот, что был записан: повреждён, обрезан или изменён. Ничего не изменено. Скопируйте его заново из источника или возьмите другую копию.',
    en: 'The file {file} in the backup {folder} is not what was written: damaged, cut off or changed. Nothing was changed. Copy it again from where it came, or take another backup.',
  },
  backupOtherSchema: {
    ru: 'Резервную копию сделала АКБ {product} с другой схемой данных, чем у этой программы ({own}). Ничего не изменено. Восстановите копию программой {product} (npx akb@{product} restore …), затем откройте ту папку этой: она обновит данные сама.',
    en: 'The backup was made by АКБ {product} with another data schema than this program’s ({own}). Nothing was changed. Restore it with program {product} (npx akb@{product} restore …), then open that folder with this one, which upgrades the data itself.',
  },
  restoreNotEmpty: {
    ru: 'В этой установке уже есть данные (таблица {table}). Восстановление идёт только в пустую, ничего не изменено. Назовите новую папку данных: --data ПАПКА, а для серверов – новые базы.',
    en: 'This installation already holds data (table {table}). A restore needs an empty one; nothing was changed. Name a new data folder: --data FOLDER, or new databases where servers are used.',
  },
  restoreUnlike: {
    ru: 'После восстановления не совпали с резервной копией {count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}: {months}. Записанное убрано, установка осталась пустой. Возьмите другую копию; если это единственная, сохраните её и сообщите разработчикам.',
    en: 'After the restore {count, plural, one {# month differs} other {# months differ}} from the backup: {months}. What was written was removed and the installation is empty again. Take another backup; if this is the only one, keep it and tell the developers.',
  },
  installationUnreadable: {
    ru: 'Файл {file} не читается, поэтому не ясно, какой версии данные. Ничего не изменено. Верните файл из копии папки или восстановите данные из резервной копии в новую папку.',
    en: 'The file {file} cannot be read, so the version of the data is not known. Nothing was changed. Bring the file back from a copy of the folder, or restore a backup to a new folder.',
  },
  dataNewerThanProgram: {
    ru: 'Данные в {folder} новее программы: с ними работала АКБ {found}, а это АКБ {own}. Ничего не изменено. Обновите программу.',
    en: 'The data in {folder} are newer than the program: АКБ {found} worked with them, and this is АКБ {own}. Nothing was changed. Update the program.',
  },
  upgradeFailed: {
    ru: 'Обновить данные в {folder} с версии {from} до {to} не удалось ({reason}). Программа не запущена; прежнее состояние сохранено в {backup}. Восстановите его программой {from} в новую папку (npx akb@{from} restore) и сообщите разработчикам.',
    en: 'The data in {folder} could not be upgraded from version {from} to {to} ({reason}). The program did not start; the former state is kept in {backup}. Restore it with program {from} to a new folder (npx akb@{from} restore) and tell the developers.',
  },
  upgradeUnlike: {
    ru: 'После обновления данных в {folder} с версии {from} до {to} изменились {count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}: {months}. Программа не запущена; прежнее состояние сохранено в {backup}. Восстановите его программой {from} в новую папку (npx akb@{from} restore) и сообщите разработчикам.',
    en: 'After the upgrade of the data in {folder} from version {from} to {to} {count, plural, one {# month has} other {# months have}} changed: {months}. The program did not start; the former state is kept in {backup}. Restore it with program {from} to a new folder (npx akb@{from} restore) and tell the developers.',
  },
} as const satisfies MessageCatalogue;
