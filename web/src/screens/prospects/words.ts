import type { Words } from '../../language/words.ts';

export const prospectsWords = {
  title: { ru: 'Потенциальные клиенты', en: 'Prospects' },
  under: {
    ru: 'Есть в базе и ни разу не покупали; целевой уровень говорит, кто нужнее.',
    en: 'In the base and have never bought; the target level says who is wanted most.',
  },
  neverOfBase: {
    ru: 'Потенциальные не входят ни в АКБ, ни в ОКБ: в ОКБ только те, кто хоть раз покупал.',
    en: 'Prospects are neither in АКБ nor in ОКБ: ОКБ holds those who have bought at least once.',
  },
  levels: { ru: 'Целевой уровень', en: 'Target level' },
  level: {
    ru: '{level, select, all {Все} none {Без уровня} other {Уровень {level}}}',
    en: '{level, select, all {All} none {No level} other {Level {level}}}',
  },
  none: { ru: 'Таких нет', en: 'There are none' },
  noneHelp: {
    ru: 'Смягчите правила или загрузите список клиентов, которым хотите продавать.',
    en: 'Widen the rules, or load a list of those whom you want to sell to.',
  },
  name: { ru: 'Клиент', en: 'Customer' },
  clientType: { ru: 'Вид деятельности', en: 'Client type' },
  industry: { ru: 'Отрасль', en: 'Industry' },
  city: { ru: 'Город', en: 'Town' },
  region: { ru: 'Регион', en: 'Region' },
  rep: { ru: 'Представитель', en: 'Rep' },
  more: { ru: 'Показать ещё из {n}', en: 'Show more of {n}' },
  rules: { ru: 'Правила уровней', en: 'Rules of levels' },
  rulesHelp: {
    ru: 'Правила смотрят по порядку: уровень говорит первое, в котором подходят все условия. Уровень 1 нужнее всех.',
    en: 'Rules are tried in order: the first one all of whose conditions hold says the level. Level 1 is wanted most.',
  },
  noRules: { ru: 'Правил ещё нет: у всех нет уровня.', en: 'There are no rules yet: nobody has a level.' },
  change: { ru: 'Изменить правила', en: 'Change the rules' },
  ruleNo: { ru: 'Правило {n}', en: 'Rule {n}' },
  up: { ru: 'Поднять правило {n}', en: 'Move rule {n} up' },
  drop: { ru: 'Убрать правило {n}', en: 'Take rule {n} away' },
  any: { ru: 'любой', en: 'any' },
  addRule: { ru: 'Добавить правило', en: 'Add a rule' },
  counting: { ru: 'Считаем…', en: 'Counting…' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Правила уровней сохранены', en: 'The rules of levels are saved' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
} satisfies Words;
