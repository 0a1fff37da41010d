import type { MessageCatalogue } from './message.ts';

/** What was found while a table, its columns and the spelling of its values were recognised. */
export const recognitionMessages = {
  emptyTable: {
    ru: 'Таблица пуста. Из неё ничего не взято. Проверьте, тот ли это файл или лист.',
    en: 'The table is empty. Nothing was taken from it. Check that it is the right file or sheet.',
  },
  noHeader: {
    ru: 'В таблице нет строки с названиями колонок, а по одним значениям колонки не угадываются. Из неё ничего не взято. Добавьте строку заголовков или назовите колонки по номерам.',
    en: 'The table has no row that names its columns, and columns are not guessed from values alone. Nothing was taken from it. Add a header row, or name the columns by their numbers.',
  },
  tableDoesNotFit: {
    ru: 'Таблица не похожа ни на отгрузки, ни на справочник: {missing, select, customer {не видно, кто купил} name {есть только коды, без имён} other {не видно ни клиентов, ни товаров, ни сумм}}. Из неё ничего не взято. Если это отгрузки, назовите колонки сами.',
    en: 'The table looks like neither shipments nor a list: {missing, select, customer {nothing says who bought} name {there are only codes, no names} other {there are no customers, products or amounts}}. Nothing was taken from it. If it holds shipments, name the columns yourself.',
  },
  valuesContradictHeader: {
    ru: 'Колонка «{column}» по заголовку узнана, но значения в ней другие (например, «{sample}»). Колонка не взята. Проверьте выгрузку или укажите, что это за колонка.',
    en: 'The header "{column}" was recognised, but its values say otherwise ("{sample}", for example). The column was not taken. Check the export, or say what the column is.',
  },
  duplicateMeaning: {
    ru: 'Колонки «{kept}» (№ {keptNumber}) и «{column}» (№ {number}) значат одно и то же. Взята «{kept}», вторая осталась только в исходном файле. Если нужна другая, назовите её сами.',
    en: 'The columns "{kept}" (no. {keptNumber}) and "{column}" (no. {number}) mean the same. "{kept}" was taken, the other stays in the source file only. If you need the other one, name it yourself.',
  },
  duplicateAsPointType: {
    ru: 'Колонка «{column}» встречается дважды: № {keptNumber} взята как тип клиента, № {number} как тип точки. Если это не так, назовите колонки по номерам.',
    en: 'The column "{column}" occurs twice: no. {keptNumber} was taken as the customer type, no. {number} as the outlet type. If that is wrong, name the columns by their numbers.',
  },
  repeatedHeader: {
    ru: 'Заголовок повторяется среди данных. Повторы не загружаются, данные взяты все. Делать ничего не нужно.',
    en: 'The header is repeated among the data. The repeats are not loaded, all of the data is. Nothing needs to be done.',
  },
  statedPeriodNotMonth: {
    ru: 'Отчёт без дат составлен за {from} – {to}, а это не один месяц: разнести суммы по месяцам точно нельзя. Из таблицы ничего не взято. Выгрузите отчёт по месяцам или с датой отгрузки.',
    en: 'The report has no dates and covers {from} to {to}, which is not one month: its sums cannot be divided exactly. Nothing was taken from the table. Export it month by month, or with the date of shipment.',
  },
  reportPeriodMissing: {
    ru: 'В отчёте нет ни дат, ни периода. Из таблицы ничего не взято. Назовите месяц отчёта или выгрузите его вместе с шапкой.',
    en: 'The report has neither dates nor a period. Nothing was taken from the table. Name the month of the report, or export it together with its heading.',
  },
  hierarchyUnclear: {
    ru: 'Уровни отчёта не различить: отступов нет, а суммы строк не складываются в итоги. Из таблицы ничего не взято. Сохраните отчёт в XLSX (отступы останутся) или выгрузите его списком.',
    en: 'The levels of the report cannot be told apart: it has no indents, and its rows do not add up to their totals. Nothing was taken from the table. Save the report as XLSX, which keeps the indents, or export it as a plain list.',
  },
  parentsDiffer: {
    ru: '{rows, plural, one {# строка группы не равна} few {# строки групп не равны} many {# строк групп не равны} other {# строки групп не равны}} сумме своих строк: например, в колонке «{column}» указано {stated}, а строки дают {counted}. Взяты строки, группы отложены. Проверьте отборы отчёта.',
    en: '{rows, plural, one {# group does} other {# groups do}} not equal the sum of its rows: in "{column}", for example, it states {stated} where the rows give {counted}. The rows were taken, the groups set aside. Check the filters of the report.',
  },
  leafWithoutProduct: {
    ru: '{rows, plural, one {# строка не раскрыта} few {# строки не раскрыты} many {# строк не раскрыты} other {# строки не раскрыты}} до товара. Суммы взяты на клиента, без товара. Чтобы видеть товары, раскройте все группировки перед сохранением.',
    en: '{rows, plural, one {# row is} other {# rows are}} not broken down to products. The amounts were taken for the customer, without a product. To see products, expand all groups before saving.',
  },
  clientFolders: {
    ru: 'Над клиентами в отчёте стоят папки ({levels, plural, one {# уровень} few {# уровня} many {# уровней} other {# уровня}}). Папки отложены, клиенты взяты. Делать ничего не нужно.',
    en: 'Folders stand above the customers of the report ({levels, plural, one {# level} other {# levels}}). The folders were set aside, the customers taken. Nothing needs to be done.',
  },
  filledDown: {
    ru: 'В колонке «{column}» {cells, plural, one {заполнена # пустая ячейка} few {заполнены # пустые ячейки} many {заполнено # пустых ячеек} other {заполнено # пустых ячеек}} значением сверху, как у объединённых ячеек. Если пустая ячейка значит «нет», впишите это в файл.',
    en: '{cells, plural, one {# empty cell} other {# empty cells}} of "{column}" took the value above, as merged cells do. If an empty cell means "none", write that into the file.',
  },
  separatorsConflict: {
    ru: 'В колонке «{column}» запятая и точка стоят в числах в разных ролях (запятая дробная в {commas}, точка в {points}). Ничего не угадано: ответьте на вопрос о колонке или исправьте её в файле.',
    en: 'In "{column}" comma and point play different parts in numbers (the comma is decimal in {commas}, the point in {points}). Nothing was guessed: answer the question about the column, or mend it in the file.',
  },
  currenciesMixed: {
    ru: 'В колонке «{column}» встречаются разные валюты: {currencies}. Числа взяты как есть, без пересчёта. Разделите файл по валютам, если это разные деньги.',
    en: 'The column "{column}" has several currencies: {currencies}. The numbers were taken as they are, without conversion. Split the file by currency if they are different money.',
  },
  dateOrderConflict: {
    ru: 'В колонке «{column}» в {dayFirst} ячейках сначала стоит день, в {monthFirst} сначала месяц. Ничего не угадано: ответьте на вопрос о колонке; даты другого порядка вернутся отклонёнными строками.',
    en: 'In "{column}" the day stands first in {dayFirst} cells and the month in {monthFirst}. Nothing was guessed: answer the question about the column; dates in the other order come back as rejected rows.',
  },
} as const satisfies MessageCatalogue;
