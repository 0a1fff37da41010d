import type { MessageCatalogue } from './message.ts';

export const storesMessages = {
  warehouseBusy: {
    ru: 'Папка данных {folder} уже открыта другим процессом АКБ, поэтому этот не запущен. Данные не тронуты. Закройте тот процесс и повторите.',
    en: 'The data folder {folder} is already open in another АКБ process, so this one did not start. The data are untouched. Close that process and try again.',
  },
  dataFolderName: {
    ru: 'В пути к папке данных {folder} есть знаки * ? [ ] или фигурные скобки: хранилище принимает их за шаблон имени. Ничего не создано. Выберите папку без этих знаков.',
    en: 'The path of the data folder {folder} contains * ? [ ] or braces, which the warehouse takes for wildcards. Nothing was created. Choose a folder without these characters.',
  },
  warehouseUnreachable: {
    ru: 'Сервер ClickHouse {address} не отвечает. Данные не тронуты. Проверьте, что он запущен, и адрес в AKB_CLICKHOUSE_URL.',
    en: 'The ClickHouse server {address} does not answer. The data are untouched. Check that it is running, and the address in AKB_CLICKHOUSE_URL.',
  },
  warehouseLogin: {
    ru: 'Сервер ClickHouse {address} не принял имя или пароль. Данные не тронуты. Проверьте имя и пароль в AKB_CLICKHOUSE_URL или в AKB_CLICKHOUSE_USER и AKB_CLICKHOUSE_PASSWORD.',
    en: 'The ClickHouse server {address} refused the user name or password. The data are untouched. Check them in AKB_CLICKHOUSE_URL, or in AKB_CLICKHOUSE_USER and AKB_CLICKHOUSE_PASSWORD.',
  },
  memorySetting: {
    ru: 'AKB_MEMORY_MB задано как «{value}», а нужно целое число мегабайт больше нуля, например 2048. Данные не тронуты. Исправьте значение или уберите его: тогда возьмётся четверть памяти машины.',
    en: 'AKB_MEMORY_MB is set to “{value}”; it must be a whole number of megabytes above zero, such as 2048. The data are untouched. Correct the value, or remove it to take a quarter of the machine’s memory.',
  },
  threadPoolTooSmall: {
    ru: 'У процесса {threads, plural, one {# поток} few {# потока} many {# потоков} other {# потока}} для фоновой работы, а нужно не меньше {needed}. Всё считается верно, но запросы ждут друг друга. Запустите АКБ командой akb или задайте UV_THREADPOOL_SIZE=16 до запуска Node.',
    en: 'The process has {threads, plural, one {# thread} other {# threads}} for background work and needs at least {needed}. Every figure is right, but queries wait for each other. Start АКБ with the akb command, or set UV_THREADPOOL_SIZE=16 before Node starts.',
  },
} as const satisfies MessageCatalogue;
