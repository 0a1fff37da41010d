import type { MessageCatalogue } from './message.ts';

/** The commands for what a company defines for itself: methods, named АКБ, sets. */
export const cliDefinitionMessages = {
  'help.methods': {
    ru: 'Методики подсчёта: показать, сохранить следующую версию, выбрать, чьи ответы держать готовыми',
    en: 'Methods of counting: list them, store the next version, choose whose answers are kept ready',
  },
  'help.bases': {
    ru: 'Именованные АКБ рядом, каждая за свой период; добавить, убрать',
    en: 'The named active bases side by side, each of its own period; add one, remove one',
  },
  'help.sets': {
    ru: 'Наборы клиентов: показать, сохранить, заморозить, убрать; кто в наборе',
    en: 'Sets of customers: list, store, freeze and remove them; who is in one',
  },
  'arg.document': { ru: 'файл.json', en: 'file.json' },
  'arg.methodId': { ru: 'методика: показать её правила', en: 'the method to show' },
  'arg.id': { ru: 'номер', en: 'id' },
  'arg.day': { ru: 'день', en: 'day' },
  'arg.baseId': { ru: 'номер базы из akb bases', en: 'number of the base, from akb bases' },
  'arg.setId': {
    ru: 'номер набора из akb sets: показать, кто в нём',
    en: 'number of the set, from akb sets: list who is in it',
  },
  'option.saveMethod': {
    ru: 'сохранить методику следующей версией; - читает стандартный ввод',
    en: 'store a method as its next version; - reads standard input',
  },
  'option.keep': {
    ru: 'держать готовыми ответы этой методики, можно несколько раз; остальных — нет; none — ничьи',
    en: 'keep answers of this method ready, may be repeated; those of no other one; none keeps none',
  },
  'option.on': {
    ru: 'на какой день, например 2026-10-31; иначе последний загруженный',
    en: 'as of which day, for instance 2026-10-31; else the last loaded one',
  },
  'option.addBase': {
    ru: 'добавить именованную АКБ; - читает стандартный ввод',
    en: 'add a named active base; - reads standard input',
  },
  'option.removeBase': { ru: 'убрать эту базу', en: 'remove this base' },
  'option.saveSet': {
    ru: 'сохранить набор под названием --name; - читает стандартный ввод',
    en: 'store a set under the name of --name; - reads standard input',
  },
  'option.setName': { ru: 'название набора', en: 'name of the set' },
  'option.frozen': {
    ru: 'с --save: набор останется таким, какой он сейчас',
    en: 'with --save: the set stays who it is now',
  },
  'option.freeze': {
    ru: 'сохранить тех, кто в наборе сейчас, под названием --name',
    en: 'store who is in the set now, under the name of --name',
  },
  'option.removeSet': { ru: 'убрать этот набор', en: 'remove this set' },
  'option.sizeOfSet': {
    ru: 'сколько клиентов в наборе из файла, ничего не сохраняя; - читает стандартный ввод',
    en: 'how many are in the set of a file, keeping nothing; - reads standard input',
  },
  'option.setPeriod': {
    ru: 'за какой период столбцы покупок: 2026-10, 2026-Q4, last:30d…; иначе последний закрытый месяц',
    en: 'period of the columns of purchases: 2026-10, 2026-Q4, last:30d…; else the last closed month',
  },
  'examples.methods': {
    ru: '  akb methods\n  akb methods main --json > методика.json\n  akb methods --save методика.json\n  akb methods --keep main --keep gross',
    en: '  akb methods\n  akb methods main --json > method.json\n  akb methods --save method.json\n  akb methods --keep main --keep gross',
  },
  'examples.bases': {
    ru: '  akb bases\n  akb bases --on 2026-09-30 --csv > базы.csv\n  akb bases --add краны.json\n  akb bases 3 --remove',
    en: '  akb bases\n  akb bases --on 2026-09-30 --csv > bases.csv\n  akb bases --add taps.json\n  akb bases 3 --remove',
  },
  'examples.sets': {
    ru: '  akb sets\n  akb sets 2 --sort sales --xlsx список.xlsx\n  akb sets --size набор.json\n  akb sets --save набор.json --name "Купили сыр"\n  akb sets 2 --freeze --name "Купили сыр, октябрь"',
    en: '  akb sets\n  akb sets 2 --sort sales --xlsx list.xlsx\n  akb sets --size set.json\n  akb sets --save set.json --name "Bought cheese"\n  akb sets 2 --freeze --name "Bought cheese, October"',
  },

  standardInput: { ru: 'стандартный ввод', en: 'standard input' },
  optionNotDay: {
    ru: '«{value}» — не день. Ничего не сделано; для {option} пишите, например, 2026-10-31.',
    en: '“{value}” is no day. Nothing was done; for {option} write for instance 2026-10-31.',
  },
  optionNeeds: {
    ru: 'Параметру {option} нужно ещё {needs}. Ничего не сделано; как пишется команда, показывает --help.',
    en: 'The option {option} also needs {needs}. Nothing was done; --help shows how the command is written.',
  },
  setNameWrong: {
    ru: 'В названии набора должно быть от 1 до 120 знаков. Ничего не сохранено; назовите набор иначе: --name.',
    en: 'The name of a set has 1 to 120 characters. Nothing was stored; give another one: --name.',
  },

  'definition.id': { ru: '№', en: 'No' },
  'definition.name': { ru: 'Название', en: 'Name' },
  'definition.unit': { ru: 'Единица', en: 'Unit' },
  'definition.reading': { ru: 'Кто в нём', en: 'Who is in it' },
  'definition.yes': { ru: 'да', en: 'yes' },
  'definition.no': { ru: 'нет', en: 'no' },

  'methods.id': { ru: 'Код', en: 'Code' },
  'methods.version': { ru: 'Версия', en: 'Version' },
  'methods.rules': { ru: 'Чем отличается от основной', en: 'Unlike the main one' },
  'methods.kept': { ru: 'Ответы готовы', en: 'Kept ready' },
  'methods.sheet': { ru: 'Методики', en: 'Methods' },
  'methods.title': { ru: '{name} ({id}, версия {version})', en: '{name} ({id}, version {version})' },
  'methods.isKept': { ru: 'Ответы держатся готовыми.', en: 'Its answers are kept ready.' },
  'methods.notKept': {
    ru: 'Ответы считаются по строкам отгрузок.',
    en: 'It is answered from the lines of shipments.',
  },
  'methods.saved': {
    ru: 'Сохранено: методика {id}, версия {version}. Прежние версии остались.',
    en: 'Stored: method {id}, version {version}. Earlier versions stay.',
  },
  'methods.keeping': {
    ru: '{count, plural, =0 {Готовыми не держатся ответы ни одной методики.} other {Готовыми держатся ответы методик: {ids}. Готовит их akb start.}}',
    en: '{count, plural, =0 {Answers of no method are kept ready.} other {Answers are kept ready of: {ids}. akb start makes them.}}',
  },

  'bases.sheet': { ru: 'Именованные АКБ', en: 'Named bases' },
  'bases.period': { ru: 'Период', en: 'Period' },
  'bases.method': { ru: 'Методика', en: 'Method' },
  'bases.methodVersion': { ru: '{id}, версия {version}', en: '{id}, version {version}' },
  'bases.reading': { ru: 'Кто считается', en: 'Who counts' },
  'bases.none': {
    ru: 'Именованных АКБ ещё нет. Добавить: akb bases --add ФАЙЛ.',
    en: 'There are no named active bases yet. Add one: akb bases --add FILE.',
  },
  'bases.added': {
    ru: 'Добавлено: база {id} «{name}». Показать: akb bases.',
    en: 'Added: base {id}, “{name}”. See it: akb bases.',
  },
  'bases.removed': { ru: 'База {id} «{name}» убрана.', en: 'The base {id}, “{name}”, is gone.' },

  'sets.sheet': { ru: 'Наборы', en: 'Sets' },
  'sets.state': { ru: 'Состояние', en: 'State' },
  'sets.live': { ru: 'живой', en: 'live' },
  'sets.frozen': {
    ru: 'заморожен{day, select, none {} other { на {day}}}',
    en: 'frozen{day, select, none {} other { on {day}}}',
  },
  'sets.size': { ru: 'Сейчас', en: 'Now' },
  'sets.title': { ru: '{name} · покупки: {period}', en: '{name} · purchases: {period}' },
  'sets.none': {
    ru: 'Сохранённых наборов ещё нет. Сохранить: akb sets --save ФАЙЛ --name НАЗВАНИЕ.',
    en: 'There are no stored sets yet. Store one: akb sets --save FILE --name NAME.',
  },
  'sets.stored': {
    ru: 'Сохранено: набор {id} «{name}», {count}, {state}.',
    en: 'Stored: set {id}, “{name}”, {count}, {state}.',
  },
  'sets.removed': { ru: 'Набор {id} «{name}» убран.', en: 'The set {id}, “{name}”, is gone.' },
} as const satisfies MessageCatalogue;
