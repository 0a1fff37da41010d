import type { MessageCatalogue } from './message.ts';

/** How people are paid, and what for a month. */
export const bonusMessages = {
  'help.bonus': {
    ru: 'Премии месяца по схемам мотивации; с именем расчёт одного человека по строкам',
    en: 'Premiums of a month by the schemes; with a name those of one person line by line',
  },
  'examples.bonus': {
    ru: '  akb bonus 2026-11\n  akb bonus 2026-11 "Петров П.П."\n  akb bonus 2026-11 --xlsx premiums.xlsx\n  akb bonus --schemes --json',
    en: '  akb bonus 2026-11\n  akb bonus 2026-11 "Peter"\n  akb bonus 2026-11 --xlsx premiums.xlsx\n  akb bonus --schemes --json',
  },
  'arg.bonusMember': { ru: 'кто', en: 'who' },
  'arg.bonusMemberHelp': {
    ru: 'имя или код участника организации: его расчёт по строкам',
    en: 'name or code of a member of the organisation: what he is paid, line by line',
  },
  'option.bonusSchemes': { ru: 'Схемы мотивации вместо премий', en: 'The schemes instead of premiums' },
  'bonus.sheet': { ru: 'Премии {month}', en: 'Premiums {month}' },
  'bonus.linesSheet': { ru: 'Расчёт', en: 'Lines' },
  'bonus.schemesSheet': { ru: 'Схемы', en: 'Schemes' },
  'bonus.none': {
    ru: 'За {month} премий нет: никому не назначена схема мотивации.',
    en: 'There are no premiums of {month}: nobody is paid by a scheme.',
  },
  'bonus.noSchemes': { ru: 'Схем мотивации нет.', en: 'There are no schemes.' },
  'bonus.sum': {
    ru: 'Итого за {month}: {total}, удержано {heldBack}.{kept, select, yes { Зафиксировано, пересчёта нет.} other {}}',
    en: 'In all of {month}: {total}, held back {heldBack}.{kept, select, yes { Kept as it is.} other {}}',
  },
  'bonus.who': { ru: 'Кто', en: 'Who' },
  'bonus.scheme': { ru: 'Схема', en: 'Scheme' },
  'bonus.from': { ru: 'С месяца', en: 'From' },
  'bonus.version': { ru: 'Версия', en: 'Version' },
  'bonus.base': { ru: 'База', en: 'Base' },
  'bonus.earned': { ru: 'Начислено', en: 'Earned' },
  'bonus.stopFactor': { ru: 'Стоп-фактор', en: 'Stop factor' },
  'bonus.total': { ru: 'К выплате', en: 'To be paid' },
  'bonus.heldBack': { ru: 'Удержано', en: 'Held back' },
  'bonus.what': { ru: 'За что', en: 'What for' },
  'bonus.fulfilment': { ru: 'Выполнение', en: 'Fulfilment' },
  'bonus.formula': { ru: 'Расчёт', en: 'Formula' },
  'bonus.amount': { ru: 'Сумма', en: 'Amount' },
  'bonus.remark': { ru: 'Примечание', en: 'Remark' },
  'bonus.unknown': { ru: 'неизвестно, не применён', en: 'unknown, not applied' },
  'bonus.line.part': { ru: '{metric}', en: '{metric}' },
  'bonus.line.points': {
    ru: 'Активные точки{grade, select, none {, без категории} other {, категория {grade}}}',
    en: 'Active points{grade, select, none {, without a grade} other {, grade {grade}}}',
  },
  'bonus.line.pointsReleased': {
    ru: 'Выплата удержанного за точки{grade, select, none {, без категории} other {, категория {grade}}}',
    en: 'Released for points{grade, select, none {, without a grade} other {, grade {grade}}}',
  },
  'bonus.line.pointsHeld': {
    ru: 'Удержано за точки{grade, select, none {, без категории} other {, категория {grade}}}',
    en: 'Held back for points{grade, select, none {, without a grade} other {, grade {grade}}}',
  },
  'bonus.line.newClients': { ru: 'Новые клиенты, прожившие срок', en: 'New customers who stayed' },
  'bonus.line.pool': { ru: 'Доля в фонде команды: {metric}', en: 'Share of the team’s pool: {metric}' },
  'bonus.gate.overdueShare': { ru: 'Доля просроченного долга', en: 'Share of overdue debt' },
  'bonus.gate.returnsShare': { ru: 'Доля возвратов', en: 'Share of returns' },
  'bonus.gate.unresolvedSignals': { ru: 'Неразобранные сигналы', en: 'Signals not looked into' },
  'bonus.why.capped': { ru: 'потолок', en: 'the cap' },
  'bonus.why.belowThreshold': { ru: 'ниже порога', en: 'below the threshold' },
  'bonus.why.noPlan': { ru: 'плана нет', en: 'nothing was planned' },
  'bonus.why.noFact': { ru: 'факта нет', en: 'the fact is unknown' },

  bonusUnknown: {
    ru: 'За {month} премии для № {member} нет: он не платится ни по одной схеме или вам не виден.',
    en: 'There is no premium of {month} for no. {member}: no scheme pays him, or you may not see him.',
  },
  bonusSchemeStale: {
    ru: 'Пока вы правили схему, её изменили. Ничего не записано. Откройте версию {version} и повторите правку.',
    en: 'The scheme was changed while you were editing it. Nothing was written. Open version {version} and repeat your change.',
  },
  bonusMemberUnknown: {
    ru: 'Нет такого участника организации: № {member}. Схема не записана. Выберите его из списка.',
    en: 'There is no such member of the organisation: no. {member}. The scheme was not written. Choose one from the list.',
  },
  bonusKept: {
    ru: 'Премии за {month} уже зафиксированы.',
    en: 'The premiums of {month} are kept already.',
  },
  bonusNotKept: {
    ru: 'Премии за {month} не зафиксированы: они и так считаются заново.',
    en: 'The premiums of {month} are not kept: they are worked out anew anyway.',
  },
} as const satisfies MessageCatalogue;
