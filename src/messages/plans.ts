import type { MessageCatalogue } from './message.ts';

/** What is to be reached, and what is. */
export const planMessages = {
  'help.plan': {
    ru: 'План месяца, квартала, полугодия или года рядом с фактом; с --set новая версия плана',
    en: 'The plan of a month, quarter, half-year or year beside the fact; with --set a new version of the plan',
  },
  'examples.plan': {
    ru: '  akb plan\n  akb plan 2026-11\n  akb plan 2026-11 --set company:sales=1200000 --set "rep:Петров П.П.:activeBase=920" --comment "решение 28.10"\n  akb plan 2026-11 --approve\n  akb plan 2026-Q4 --set company:activeBase=1500\n  akb plan 2026-11 --customers --of "rep:Петров П.П." --propose rhythm --adopt',
    en: '  akb plan\n  akb plan 2026-11\n  akb plan 2026-11 --set company:sales=1200000 --set "rep:Peter:activeBase=920" --comment "decision of 28 Oct"\n  akb plan 2026-11 --approve\n  akb plan 2026-Q4 --set company:activeBase=1500\n  akb plan 2026-11 --customers --of "rep:Peter" --propose rhythm --adopt',
  },
  'arg.month': { ru: 'месяц', en: 'month' },
  'arg.monthHelp': {
    ru: 'например 2026-11; если не назван, этот',
    en: 'such as 2026-11; this one when left out',
  },
  'arg.target': { ru: 'цель', en: 'target' },
  'option.planSet': {
    ru: 'Цель УРОВЕНЬ:ИМЯ:ПОКАЗАТЕЛЬ=ЧИСЛО (уровни: {levels}; показатели: {metrics}); без числа цель снимается; можно несколько раз',
    en: 'A target LEVEL:NAME:METRIC=NUMBER (levels: {levels}; metrics: {metrics}); without a number it is dropped; may be repeated',
  },
  'option.planComment': { ru: 'Почему план такой', en: 'Why the plan is so' },
  'option.planApprove': { ru: 'Утвердить последнюю версию', en: 'Approve the latest version' },
  'option.planFile': {
    ru: 'Взять цели из файла плана (CSV, XLSX и другие), новой версией',
    en: 'Take targets from a file of plans (CSV, XLSX and others), as a new version',
  },
  'option.planForm': {
    ru: 'План таблицей, которую можно заполнить и отдать в --file (с --xlsx или --csv)',
    en: 'The plan as a table to fill in and to give to --file (with --xlsx or --csv)',
  },
  'option.planCompare': {
    ru: 'Чем одна версия плана отличается от другой: 1..2',
    en: 'What one version of the plan states otherwise than another: 1..2',
  },
  'arg.versions': { ru: 'ВЕРСИИ', en: 'VERSIONS' },
  'plan.savedFile': {
    ru: 'План на {period}: из файла взято {targets, plural, one {# цель} few {# цели} other {# целей}}, сохранена версия {version}.',
    en: 'Plan of {period}: {targets, plural, one {# target} other {# targets}} taken from the file, saved as version {version}.',
  },
  'plan.unchanged': { ru: 'Версии {from} и {to} одинаковы.', en: 'Versions {from} and {to} are the same.' },
  'plan.goods': { ru: 'Товары', en: 'Goods' },
  'plan.versionOf': { ru: 'Версия {version}', en: 'Version {version}' },
  'option.planClose': {
    ru: 'Закрыть месяц: план-факт и премии останутся такими',
    en: 'Close the month: plan-fact and bonus stay as they are',
  },
  'option.planAskReopening': {
    ru: 'Попросить открыть закрытый месяц, с причиной',
    en: 'Ask to open a closed month again, with the reason',
  },
  'option.planReopen': {
    ru: 'Открыть месяц, о котором попросил другой человек',
    en: 'Open the month that another person has asked for',
  },
  'plan.none': { ru: 'На {period} плана нет.', en: 'There is no plan of {period}.' },
  'plan.sheet': { ru: 'План-факт', en: 'Plan and fact' },
  'plan.who': { ru: 'Кто', en: 'Who' },
  'plan.company': { ru: 'Компания', en: 'Company' },
  'plan.metric': { ru: 'Показатель', en: 'Metric' },
  'plan.plan': { ru: 'План', en: 'Plan' },
  'plan.fact': { ru: 'Факт', en: 'Fact' },
  'plan.deviation': { ru: 'Отклонение', en: 'Deviation' },
  'plan.deviationShare': { ru: 'Отклонение, %', en: 'Deviation, %' },
  'plan.fulfilment': { ru: 'Выполнение', en: 'Fulfilment' },
  'plan.pace': { ru: 'Нужно в день', en: 'Needed a day' },
  'plan.forecast': { ru: 'Прогноз', en: 'Forecast' },
  'plan.forecastShare': { ru: 'Прогноз, %', en: 'Forecast, %' },
  'plan.interval': { ru: 'Прогноз, 80 %', en: 'Forecast, 80 %' },
  'plan.probability': { ru: 'Вероятность', en: 'Probability' },
  'predictor.curve': { ru: 'кривая набора', en: 'curve' },
  'predictor.linear': { ru: 'по темпу', en: 'at the pace so far' },
  'predictor.lastYear': { ru: 'как год назад', en: 'as a year ago' },
  'predictor.mean': { ru: 'среднее прогнозов', en: 'mean of all' },
  'forecastMark.shortHistory': {
    ru: 'мало истории, без интервала',
    en: 'little is known, without an interval',
  },
  'forecastMark.fewCustomers': {
    ru: 'мало клиентов, без интервала',
    en: 'few customers, without an interval',
  },
  'forecastMark.thresholds': {
    ru: 'методика с порогами, без интервала',
    en: 'a method with thresholds, without an interval',
  },
  'arg.planWhat': { ru: 'срок|forecast', en: 'period|forecast' },
  'arg.planOf': { ru: 'срок', en: 'period' },
  'arg.planWhatHelp': {
    ru: '2026-11, 2026-Q4, 2026-H2 или 2026; если не назван, этот месяц; forecast: прогноз АКБ и ошибки прогнозов',
    en: '2026-11, 2026-Q4, 2026-H2 or 2026; this month when left out; forecast: the АКБ to come and how wrong its predictors were',
  },
  'arg.forecastPeriodHelp': { ru: 'после forecast: период', en: 'after forecast: the period' },
  'arg.forecastWhoHelp': {
    ru: 'после forecast: имя или код участника организации; если не назван, компания',
    en: 'after forecast: name or code of a member of the organisation; the company when left out',
  },
  'forecast.said': {
    ru: 'АКБ за {period}{name, select, none {} other {, {name}}}: факт {fact}, прогноз {value}{low, select, none {} other { ({low}–{high} в четырёх случаях из пяти)}}, {predictor}{mark, select, none {} other { ({mark})}}. Проверено периодов: {tested}.',
    en: 'АКБ of {period}{name, select, none {} other {, {name}}}: fact {fact}, forecast {value}{low, select, none {} other { ({low} to {high} in four cases of five)}}, {predictor}{mark, select, none {} other { ({mark})}}. Periods tested: {tested}.',
  },
  'forecast.notYet': {
    ru: 'За {period} не прошло ни одного рабочего дня: прогноза ещё нет.',
    en: 'No working day of {period} has passed: there is no forecast yet.',
  },
  'forecast.unknown': {
    ru: 'Прогноза АКБ за {period} нет: нужны хотя бы три таких периода до него или такой же год назад. Прямая здесь врёт: кто покупает каждый месяц, один клиент.',
    en: 'There is no forecast of the АКБ of {period}: it takes three such periods before it, or the same one a year ago. A straight line would be wrong: whoever buys every month is one customer.',
  },
  'forecast.sheet': { ru: 'Прогноз АКБ', en: 'Forecast' },
  'forecast.day': { ru: 'Рабочий день', en: 'Working day' },
  'forecast.date': { ru: 'Дата', en: 'Date' },
  'forecast.share': { ru: 'Обычно набрано', en: 'Usually reached' },
  'forecast.error': { ru: 'Ошибка: {predictor}', en: 'Error: {predictor}' },
  'extrapolation.sheet': { ru: 'Экстраполяция', en: 'Extrapolation' },
  'extrapolation.title': { ru: 'Экстраполяция, {period}', en: 'Extrapolation, {period}' },
  'extrapolation.note': {
    ru: 'Отгрузки по {asOf, select, none {—} other {{asOf}}}. Прогноз = факт / прошло дней × дней всего; у клиентов факт / доля, которая обычно набрана к этому дню. Формулы живые: поменяйте факт, план или дни.',
    en: 'Shipments up to {asOf, select, none {—} other {{asOf}}}. Forecast = fact / days passed × days in all; of customers fact / the share that is usually reached by this day. Formulas are live: change fact, plan or days.',
  },
  'extrapolation.who': { ru: 'Кто', en: 'Who' },
  'extrapolation.metric': { ru: 'Показатель', en: 'Metric' },
  'extrapolation.plan': { ru: 'План', en: 'Plan' },
  'extrapolation.fact': { ru: 'Факт', en: 'Fact' },
  'extrapolation.fulfilment': { ru: 'Выполнение', en: 'Fulfilment' },
  'extrapolation.passed': { ru: 'Прошло рабочих дней', en: 'Working days passed' },
  'extrapolation.days': { ru: 'Рабочих дней всего', en: 'Working days in all' },
  'extrapolation.share': { ru: 'Доля периода', en: 'Share of the period' },
  'extrapolation.forecast': { ru: 'Прогноз', en: 'Forecast' },
  'extrapolation.forecastShare': { ru: 'Прогноз к плану', en: 'Forecast to plan' },
  'extrapolation.pace': { ru: 'Нужно в день', en: 'Needed a day' },
  'extrapolation.predictor': { ru: 'Чем предсказано', en: 'Predicted by' },
  'plan.saved': {
    ru: 'Записана версия {version} плана на {period}.',
    en: 'Version {version} of the plan of {period} is written.',
  },
  'plan.approved': {
    ru: 'Версия {version} плана на {period} утверждена.',
    en: 'Version {version} of the plan of {period} is approved.',
  },
  'plan.said': {
    ru: 'План на {period}, версия {version}{author, select, none {} other {, {author}}}, {stated, select, during {изменён, когда период уже шёл} after {изменён после конца периода} other {поставлен до начала периода}}{approved, select, yes {, утверждён} other {, не утверждён}}.',
    en: 'Plan of {period}, version {version}{author, select, none {} other {, {author}}}, {stated, select, during {changed while the period ran} after {changed after the period} other {stated before the period}}{approved, select, yes {, approved} other {, not approved}}.',
  },
  'plan.uneven': {
    ru: '{name}: по частям запланировано {sum}, а целиком {plan}.{mayDiffer, select, yes { Общих клиентов каждый считает своими, поэтому сумма может быть больше.} other {}}',
    en: '{name}: the parts are planned {sum}, the whole {plan}.{mayDiffer, select, yes { Shared customers are counted by each, so the sum may be more.} other {}}',
  },

  'plan.within': {
    ru: '{name}, {metric}: {grain, select, month {планы месяцев} quarter {планы кварталов} other {планы полугодий}} вместе {sum} ({planned} из {of}), план целиком {plan}.',
    en: '{name}, {metric}: the plans of {grain, select, month {months} quarter {quarters} other {half-years}} are {sum} together ({planned} of {of}), that of the whole is {plan}.',
  },

  'plan.live': { ru: 'Сейчас', en: 'Today' },
  'plan.qualified': { ru: 'Качественная', en: 'Qualified' },
  'plan.didClose': { ru: 'Месяц {month} закрыт.', en: 'The month {month} is closed.' },
  'plan.didAskReopening': {
    ru: 'Запрос на открытие месяца {month} записан. Подтвердить его должен другой человек: akb plan {month} --reopen.',
    en: 'The request to open {month} is recorded. Another person has to confirm it: akb plan {month} --reopen.',
  },
  'plan.didReopen': { ru: 'Месяц {month} снова открыт.', en: 'The month {month} is open again.' },
  'plan.isClosed': {
    ru: 'Месяц {month} закрыт {at}{by, select, none {} other {, {by}}}: факт взят на день закрытия. {drifted, plural, =0 {Сейчас всё так же.} one {Сейчас # показатель был бы другим.} few {Сейчас # показателя были бы другими.} other {Сейчас # показателей были бы другими.}}',
    en: 'The month {month} was closed on {at}{by, select, none {} other { by {by}}}: facts are those of that day. {drifted, plural, =0 {They would be the same today.} one {# of them would be another today.} other {# of them would be others today.}}',
  },

  planUnknown: {
    ru: 'На {period} такого плана нет. Поставьте план или выберите другую версию.',
    en: 'There is no such plan of {period}. Set one, or choose another version.',
  },
  planStale: {
    ru: 'Пока вы правили план на {period}, его изменили. Ничего не записано. Откройте версию {version} и повторите правку.',
    en: 'The plan of {period} was changed while you were editing it. Nothing was written. Open version {version} and repeat your change.',
  },
  planMemberUnknown: {
    ru: 'Нет такого участника организации: {level} № {member}. План не записан. Выберите его из списка.',
    en: 'There is no such member of the organisation: {level} no. {member}. The plan was not written. Choose one from the list.',
  },
  planTargetTwice: {
    ru: 'Показатель «{metric}» дважды в плане{name, select, none {} other {: {name}}}. План не записан. Оставьте одну цель.',
    en: 'The metric “{metric}” stands twice in the plan{name, select, none {} other {: {name}}}. The plan was not written. Leave one target.',
  },
  planApproved: {
    ru: 'Версия {version} плана на {period} уже утверждена.',
    en: 'Version {version} of the plan of {period} is approved already.',
  },
  planBaseUnfit: {
    ru: 'Показатель «{metric}» так не складывается: {base, select, customers {по клиентам складывают продажи, АКБ и качественную АКБ} parts {по частям складывают продажи, АКБ и новых клиентов} other {по времени складывают продажи и новых клиентов, а кто покупает каждый месяц, в квартале один клиент}}. Выберите другой показатель или начните от прошлых периодов.',
    en: 'The metric “{metric}” does not add up so: {base, select, customers {of customers sales, the active base and the qualified one do} parts {of parts sales, the active base and new customers do} other {over time sales and new customers do, while whoever buys every month is one customer of the quarter}}. Choose another metric, or start from past periods.',
  },
  planTargetUnread: {
    ru: '«{text}» не понято как цель. Ничего не записано. Пишите так: rep:Петров П.П.:activeBase=920 или company:sales=1200000.',
    en: '“{text}” is not understood as a target. Nothing was written. Write rep:Peter:activeBase=920 or company:sales=1200000.',
  },
  planNameUnknown: {
    ru: '{found, plural, =0 {Нет участника организации с именем «{name}»} other {Участников организации с именем «{name}» несколько: {found}}}. Ничего не записано. Имена есть в akb report --by rep.',
    en: '{found, plural, =0 {Nobody in the organisation is named “{name}”} other {Several in the organisation are named “{name}”: {found}}}. Nothing was written. Names are in akb report --by rep.',
  },

  planFileWithoutPlan: {
    ru: 'В файле не найдено таблицы плана. Нужны колонки «Торговый представитель» (или филиал, отдел, команда), «Месяц» и «План АКБ», «План продаж» или другие планы. Ничего не записано.',
    en: 'No table of a plan was found in the file. It needs columns such as “Sales rep” (or branch, department, team), “Month” and “План АКБ”, “План продаж” or other plans. Nothing was written.',
  },
  planFileTooLarge: {
    ru: 'Файл плана больше пяти мегабайт. Ничего не прочитано. Оставьте в нём строки одного плана.',
    en: 'The file of plans is larger than five megabytes. Nothing was read. Leave the rows of one plan in it.',
  },
  planFileEmpty: {
    ru: 'Из файла не прочитано ни одной цели. Ничего не записано.',
    en: 'Not a single target could be read from the file. Nothing was written.',
  },
  planRowPeriodUnread: {
    ru: '«{text}» не понято как период, строка пропущена. Пишите так: 10.2026, IV кв. 2026, II полугодие 2026 или 2026.',
    en: '“{text}” is not understood as a period, the row was left out. Write it like 10.2026, 2026-Q4, 2026-H2 or 2026.',
  },
  planRowMemberUnknown: {
    ru: '«{name}»: такого участника организации нет, или их несколько ({level, select, rep {торговый представитель} team {команда} department {отдел} other {филиал}}). Строка пропущена.',
    en: '“{name}”: there is no such member of the organisation, or there are several ({level}). The row was left out.',
  },
  planRowOfCustomer: {
    ru: '«{name}»: это план клиента, строка пропущена. Загрузите файл на вкладке «По клиентам».',
    en: '“{name}” is the plan of a customer, the row was left out. Load the file under “By customers”.',
  },
  planCellUnread: {
    ru: '«{text}» не понято как число, ячейка пропущена.',
    en: '“{text}” is not understood as a number, the cell was left out.',
  },
  planColumnUnknown: {
    ru: 'Непонятно, что планирует эта колонка: такой категории нет или подходят несколько. Колонка пропущена; назовите её, например, «План АКБ Молочное».',
    en: 'It is not clear what this column plans: there is no such category, or several fit. The column was left out; name it like “План АКБ Dairy”.',
  },
  planTwiceInFile: {
    ru: 'Цель для «{name}» стоит в файле дважды, взята последняя.',
    en: 'The target of “{name}” stands in the file twice, the last one is taken.',
  },
  planTotalIsSum: {
    ru: 'Итог {value} это сумма строк. Общего клиента считает своим каждый, кто с ним работает, поэтому план целого из неё не взят: поставьте его отдельно.',
    en: 'The total {value} is the sum of the rows. A customer whom several serve is counted by each of them, so it is not taken as the plan of the whole: set that by itself.',
  },

  monthNotOver: {
    ru: 'Месяц {month} ещё идёт. Закрыть можно месяц, который кончился.',
    en: 'The month {month} is not over. A month can be closed when it has ended.',
  },
  monthWithoutData: {
    ru: 'За {month} ничего не загружено, закрывать нечего. Загрузите отгрузки.',
    en: 'Nothing of {month} is loaded, there is nothing to close. Load the shipments.',
  },
  monthClosed: {
    ru: 'Месяц {month} уже закрыт.',
    en: 'The month {month} is closed already.',
  },
  monthNotClosed: {
    ru: 'Месяц {month} не закрыт.',
    en: 'The month {month} is not closed.',
  },
  reopenReasonNeeded: {
    ru: 'Чтобы открыть {month} снова, напишите причину. Ничего не изменено.',
    en: 'Say why {month} should be opened again. Nothing was changed.',
  },
  reopenNotAsked: {
    ru: 'Открыть {month} ещё никто не просил. Сначала один человек называет причину, потом другой подтверждает.',
    en: 'Nobody has asked to open {month} yet. One person gives the reason first, another one confirms.',
  },
  reopenByAnother: {
    ru: 'Открыть {month} снова должен другой человек, не тот, кто об этом попросил. Ничего не изменено.',
    en: 'Another person has to open {month}, not the one who asked for it. Nothing was changed.',
  },
  closedMonthTouched: {
    ru: 'Месяц {month} закрыт: АКБ при закрытии была посчитана без этих данных. План-факт и премии останутся прежними, расхождение будет показано рядом (АКБ сейчас {before}, станет {after}).',
    en: 'The month {month} is closed: it was counted without these data. Plan-fact and bonus stay as they are, the difference is shown beside them (active base now {before}, then {after}).',
  },
} as const satisfies MessageCatalogue;
