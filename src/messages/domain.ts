import type { MessageCatalogue } from './message.ts';

/** Sentences for the problems of `src/domain`. */
export const domainMessages = {
  clockInvalid: {
    ru: 'Переменная AKB_TODAY содержит «{value}», а это не дата. Ничего не изменено. Укажите день в виде 2026-11-30 или уберите переменную.',
    en: 'The variable AKB_TODAY holds “{value}”, which is no date. Nothing was changed. Set a day such as 2026-11-30 or unset it.',
  },

  periodUnreadable: {
    ru: 'Период «{text}» не распознан. Ничего не изменено. Напишите, например, 2026-11, 2026-Q4, 2026-H2, 2026, 2026-09..2026-11, 2026-11-01..2026-11-15 или last:30d.',
    en: 'The period “{text}” could not be read. Nothing was changed. Write for example 2026-11, 2026-Q4, 2026-H2, 2026, 2026-09..2026-11, 2026-11-01..2026-11-15 or last:30d.',
  },
  periodReversed: {
    ru: 'В периоде «{text}» конец раньше начала. Ничего не изменено. Поменяйте границы местами.',
    en: 'The period “{text}” ends before it begins. Nothing was changed. Swap its ends.',
  },
  periodOutOfRange: {
    ru: 'Период «{text}» выходит за 1900–2199 годы. Ничего не изменено. Проверьте год.',
    en: 'The period “{text}” lies outside the years 1900 to 2199. Nothing was changed. Check the year.',
  },

  setUnreadable: {
    ru: 'Набор клиентов не прочитан: в поле «{where}» ошибка — {why}. Ничего не изменено. Исправьте это поле («.» — набор целиком) и отправьте набор ещё раз.',
    en: 'The set of customers could not be read: the field “{where}” is wrong: {why}. Nothing was changed. Correct the field (“.” is the whole set) and send the set again.',
  },
  setTooDeep: {
    ru: 'Условия набора клиентов вложены глубже {deepest, plural, one {# уровня} few {# уровней} many {# уровней} other {# уровня}}. Ничего не изменено. Объедините соседние «и» и «или» или сохраните часть условий отдельным набором и сошлитесь на него.',
    en: 'The conditions of the set of customers are nested deeper than {deepest, plural, one {# level} other {# levels}}. Nothing was changed. Join neighbouring “and” and “or”, or store a part of the conditions as a set of its own and refer to it.',
  },
  setNeedsAttribute: {
    ru: 'Условие attribute набора клиентов названо по измерению «{dimension}», а оно бывает только у строк отгрузок: без покупок клиент к нему не относится. Ничего не изменено. Возьмите измерение места или клиента (город, тип клиента) или условие bought с этим измерением в срезе (slice).',
    en: 'A condition “attribute” of the set of customers names the dimension “{dimension}”, which only lines of shipments have: without purchases nobody belongs to it. Nothing was changed. Take a dimension of places or clients (city, customer type), or a condition “bought” with this dimension in its slice.',
  },

  innLeadingZero: {
    ru: 'В ИНН {value} не хватало нуля впереди: так его сохраняет Excel. Принят {inn}, контрольная сумма сходится. Чтобы ноль не терялся, задайте столбцу текстовый формат.',
    en: 'ИНН {value} lacked its leading zero, as Excel leaves it. {inn} was taken, its checksum fits. Format the column as text to keep the zero.',
  },
  innChecksum: {
    ru: 'Контрольная сумма ИНН {value} не сходится. Строка учтена, но по этому ИНН клиент не опознаётся. Исправьте ИНН в источнике.',
    en: 'The checksum of ИНН {value} does not fit. The row was counted, but the client is not recognised by this ИНН. Correct it in the source.',
  },
  innZeros: {
    ru: 'ИНН состоит из одних нулей. Строка учтена, но по этому ИНН клиент не опознаётся. Укажите настоящий ИНН или оставьте поле пустым.',
    en: 'The ИНН is nothing but zeros. The row was counted, but the client is not recognised by it. Enter the real ИНН or leave it empty.',
  },
  innLength: {
    ru: 'В ИНН {value} должно быть 10 или 12 цифр. Строка учтена, но по этому ИНН клиент не опознаётся. Исправьте ИНН в источнике.',
    en: 'ИНН {value} should have 10 or 12 digits. The row was counted, but the client is not recognised by this ИНН. Correct it in the source.',
  },
  innScientific: {
    ru: 'ИНН записан как {value}: Excel потерял часть цифр. Строка учтена без ИНН. Задайте столбцу текстовый формат и выгрузите файл заново.',
    en: 'The ИНН is written as {value}: Excel has lost digits of it. The row was counted without an ИНН. Format the column as text and export the file again.',
  },
  innUnreadable: {
    ru: 'В поле ИНН стоит «{value}». Строка учтена без ИНН. Укажите 10 или 12 цифр или оставьте поле пустым.',
    en: 'The ИНН field holds “{value}”. The row was counted without an ИНН. Enter 10 or 12 digits or leave it empty.',
  },
  kppFormat: {
    ru: 'КПП «{value}» не похож на КПП из девяти знаков. Строка учтена без КПП. Исправьте его в источнике; потерянный в Excel ноль проверить нечем, поэтому он не дописан.',
    en: 'КПП “{value}” does not look like the nine characters of a КПП. The row was counted without it. Correct it in the source; a zero lost in Excel cannot be verified and was not put back.',
  },
  kppOfPerson: {
    ru: 'КПП {value} стоит рядом с ИНН из 12 цифр, а у предпринимателя КПП не бывает. Строка учтена без КПП. Проверьте ИНН и КПП в источнике.',
    en: 'КПП {value} stands beside an ИНН of 12 digits, but a sole trader has no КПП. The row was counted without it. Check both in the source.',
  },
  ogrnChecksum: {
    ru: 'Контрольная сумма ОГРН {value} не сходится. Строка учтена без ОГРН. Исправьте его в источнике.',
    en: 'The checksum of ОГРН {value} does not fit. The row was counted without it. Correct it in the source.',
  },
  ogrnLength: {
    ru: 'В ОГРН {value} должно быть 13 цифр, в ОГРНИП — 15. Строка учтена без ОГРН. Исправьте его в источнике.',
    en: 'ОГРН {value} should have 13 digits, ОГРНИП 15. The row was counted without it. Correct it in the source.',
  },
  ogrnScientific: {
    ru: 'ОГРН записан как {value}: Excel потерял часть цифр. Строка учтена без ОГРН. Задайте столбцу текстовый формат и выгрузите файл заново.',
    en: 'The ОГРН is written as {value}: Excel has lost digits of it. The row was counted without it. Format the column as text and export the file again.',
  },

  phoneLocal: {
    ru: 'Телефон {value} записан без кода города. Он сохранён как есть, но для звонков и поиска дублей не годится. Добавьте код.',
    en: 'Phone {value} has no city code. It was kept as it is but serves neither calls nor the search for duplicates. Add the code.',
  },
  phoneUnreadable: {
    ru: 'Телефон «{value}» не распознан. Он сохранён как есть. Исправьте номер в источнике.',
    en: 'Phone “{value}” could not be read. It was kept as it is. Correct the number in the source.',
  },
  emailUnreadable: {
    ru: 'Адрес почты «{value}» не распознан. Он сохранён как есть. Исправьте его в источнике.',
    en: 'E-mail “{value}” could not be read. It was kept as it is. Correct it in the source.',
  },

  cityAmbiguous: {
    ru: 'Город {city} есть в нескольких регионах: {regions}. Клиент учтён, регион — «Не определён». Добавьте столбец «Регион» или выберите регион в справочнике городов.',
    en: 'There is a {city} in several regions: {regions}. The client was counted, its region stays undefined. Add a column with the region or choose one in the list of towns.',
  },
  regionUnknown: {
    ru: 'Региона «{region}» нет в справочнике. Он сохранён как есть, федеральный округ — «Не определён». Добавьте регион или другое его название в справочник.',
    en: 'The region “{region}” is not in the list. It was kept as it is, its federal district stays undefined. Add the region or a spelling of it to the list.',
  },
  grainDoesNotFill: {
    ru: 'Период {period} не делится на такие части ({grain}) без остатка. Выберите целые месяцы, кварталы или годы либо другой шаг.',
    en: 'The period {period} cannot be cut into such parts ({grain}) without a rest. Choose whole months, quarters or years, or another step.',
  },
  sameWorkingDayOfDay: {
    ru: 'Период {period} — один день, у него нет «того же рабочего дня» в предыдущем периоде. Выберите неделю, месяц или более длинный период либо сравнение с предыдущим периодом.',
    en: 'The period {period} is a single day, which has no “same working day” in the period before. Choose a week, a month or longer, or the comparison with the period before.',
  },
  storedSetUnknown: {
    ru: 'Сохранённого набора {id} нет: он удалён или никогда не существовал. Выберите набор из списка.',
    en: 'There is no stored set {id}: it was removed or never existed. Choose a set of the list.',
  },
  branchUnknown: {
    ru: 'Филиала с номером {branch} нет. Ничего не изменено. Номера филиалов показывает список рабочих дней, 0 — вся компания.',
    en: 'There is no branch numbered {branch}. Nothing was changed. The list of working days shows the numbers of branches; 0 is the whole company.',
  },
  calendarYearOutOfRange: {
    ru: 'Рабочий календарь на {year} год задать нельзя: годы — от 1990 до 2148. Ничего не изменено. Проверьте год.',
    en: 'A working calendar cannot be stated for {year}: years go from 1990 to 2148. Nothing was changed. Check the year.',
  },
  calendarDayUnknown: {
    ru: 'В {year} году нет дня «{day}» (месяц-день). Календарь не изменён. Исправьте день, например 05-09 — 9 мая.',
    en: 'The year {year} has no day “{day}” (month-day). The calendar was not changed. Correct the day; 05-09 is 9 May.',
  },
  calendarDayTwice: {
    ru: 'День «{day}» {year} года назван и рабочим, и выходным. Календарь не изменён. Оставьте его в одном из списков.',
    en: 'The day “{day}” of {year} is named both as worked and as off. The calendar was not changed. Leave it in one of the lists.',
  },
  calendarFileTooLarge: {
    ru: 'Файл календаря больше 1 МБ. Календарь не изменён. Выберите файл производственного календаря: XML, JSON или CSV.',
    en: 'The calendar file is larger than 1 MB. The calendar was not changed. Choose a file of the production calendar: XML, JSON or CSV.',
  },
  calendarFileUnreadable: {
    ru: 'Это не производственный календарь, или файл повреждён. Календарь не изменён. Подходят XML, JSON и CSV с xmlcalendar.ru и CSV с data.gov.ru.',
    en: 'This is no production calendar, or the file is damaged. The calendar was not changed. XML, JSON and CSV of xmlcalendar.ru and CSV of data.gov.ru are read.',
  },
  calendarFileYearWrong: {
    ru: 'Вместо года в файле календаря стоит «{year}». Календарь не изменён. Исправьте год: четыре цифры.',
    en: 'In place of a year the calendar file says “{year}”. The calendar was not changed. Correct the year: four digits.',
  },
  calendarFileYearTwice: {
    ru: 'Год {year} стоит в файле календаря дважды. Календарь не изменён. Оставьте одну строку.',
    en: 'The year {year} stands twice in the calendar file. The calendar was not changed. Leave one row.',
  },
  calendarFileMonthMissing: {
    ru: 'В файле календаря у месяца «{month}» {year} года нет выходных: похоже, он не заполнен. Календарь не изменён. Перечислите выходные дни.',
    en: 'In the calendar file the month “{month}” of {year} has no days off: it seems not to be filled in. The calendar was not changed. List its days off.',
  },
  calendarFileDayWrong: {
    ru: 'День «{day}» в файле календаря на {year} год не распознан. Календарь не изменён. Исправьте день.',
    en: 'The day “{day}” in the calendar file for {year} was not understood. The calendar was not changed. Correct the day.',
  },
  calendarNotStated: {
    ru: 'Своего рабочего календаря на этот год нет, снимать нечего: действует то, что показывают отгрузки и производственный календарь.',
    en: 'No working calendar was stated for this year, so there is nothing to take back: what shipments show and decrees say holds.',
  },
  placeUnknown: {
    ru: '«{name}» и «{within}»: нужны город и его регион или регион и его федеральный округ, например: akb places Киров "Калужская область". Ничего не изменено.',
    en: '“{name}” and “{within}”: a town and its region are needed, or a region and its federal district. Nothing was changed.',
  },
  placeNotSet: {
    ru: 'Своего уточнения «{name}» нет. Список: akb places.',
    en: 'There is no correction of your own named “{name}”. See: akb places.',
  },
  districtConflict: {
    ru: 'В файле у региона «{region}» указан округ «{stated}», в справочнике — «{district}». Взят округ из справочника. Если верен файл, исправьте справочник.',
    en: 'The file puts “{region}” into the district “{stated}”, the list into “{district}”. The list was followed. If the file is right, correct the list.',
  },

  sameInn: {
    ru: 'Одинаковый ИНН. Карточки считаются отдельно. Если это одно юридическое лицо, объедините их.',
    en: 'The ИНН is the same. The cards are counted apart. Merge them if they are one legal entity.',
  },
  samePhone: {
    ru: 'Одинаковые телефон и фамилия. Карточки считаются отдельно. Если это один человек, объедините их.',
    en: 'Phone and surname are the same. The cards are counted apart. Merge them if they are one person.',
  },
  sameName: {
    ru: 'Одинаковые название и город. Карточки считаются отдельно. Если это один клиент, объедините их.',
    en: 'Name and city are the same. The cards are counted apart. Merge them if they are one client.',
  },
  similarName: {
    ru: 'Названия отличаются только пометкой в скобках или словами «не исп». Карточки считаются отдельно. Если это один клиент, объедините их.',
    en: 'The names differ only by what stands in brackets or by an archive mark. The cards are counted apart. Merge them if they are one client.',
  },
} as const satisfies MessageCatalogue;
