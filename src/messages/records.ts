import type { MessageCatalogue } from './message.ts';

export const recordsMessages = {
  dataFolderBusy: {
    ru: 'Папка данных {folder} уже открыта другой программой АКБ (процесс {pid}, компьютер {host}). Ничего не изменено. Закройте ту программу или обратитесь к ней через браузер; если она завершилась аварийно на другом компьютере или в другом контейнере, подождите минуту и повторите.',
    en: 'The data folder {folder} is already open in another running АКБ (process {pid}, computer {host}). Nothing was changed. Close that program or use it through the browser; if it crashed on another computer or in another container, wait a minute and try again.',
  },
  dataFolderUnusable: {
    ru: 'Папку данных {folder} не удалось создать или открыть для записи ({reason}). Ничего не изменено. Проверьте путь, права доступа и свободное место или укажите другую папку.',
    en: 'The data folder {folder} could not be created or opened for writing ({reason}). Nothing was changed. Check the path, the access rights and the free space, or give another folder.',
  },
  recordsNotInitialised: {
    ru: 'Не удалось создать новую базу записей в папке {folder} ({reason}). Прежние данные не тронуты. Проверьте свободное место на диске и память (нужно около 1 ГБ) и запустите программу ещё раз.',
    en: 'A new records database could not be created in {folder} ({reason}). Existing data was not touched. Check free disk space and memory (about 1 GB is needed) and start the program again.',
  },
  recordsNotStarted: {
    ru: 'База записей в папке {folder} не открылась ({reason}). Файлы остались как были. Запустите программу ещё раз; если не поможет, восстановите папку из последней резервной копии.',
    en: 'The records database in {folder} did not open ({reason}). Its files were left as they were. Start the program again; if that does not help, restore the folder from the latest backup.',
  },
  recordsServerUnreachable: {
    ru: 'Сервер PostgreSQL {server} не ответил или не принял подключение ({reason}). Ничего не изменено. Проверьте адрес, имя, пароль и базу в AKB_POSTGRES_URL и доступность сервера.',
    en: 'The PostgreSQL server {server} did not answer or refused the connection ({reason}). Nothing was changed. Check the address, user, password and database in AKB_POSTGRES_URL and whether the server can be reached.',
  },
  recordsNewerThanProgram: {
    ru: 'База записей новее программы: версия схемы {found}, программа знает версии до {known}. Ничего не изменено. Обновите программу или восстановите резервную копию, сделанную этой версией.',
    en: 'The records database is newer than the program: its schema version is {found}, the program knows versions up to {known}. Nothing was changed. Update the program or restore a backup made by this version.',
  },
  recordsSchemaDiffers: {
    ru: 'Схема базы записей не совпадает со схемой программы: шаг {version} ({name}) был применён в другом виде. Ничего не изменено. Запустите ту сборку программы, которая работала с этой базой, или восстановите резервную копию.',
    en: 'The schema of the records database differs from the program: step {version} ({name}) was applied in another form. Nothing was changed. Run the build of the program that worked with this database, or restore a backup.',
  },
} as const satisfies MessageCatalogue;
