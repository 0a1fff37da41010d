import type { MessageCatalogue } from './message.ts';

/** Sentences for who is responsible for whom. */
export const organisationMessages = {
  assignmentOfNobody: {
    ru: 'В закреплении не назван ни один клиент и ни один участник организации. Ничего не изменено. Передайте хотя бы один номер (ids).',
    en: 'The assignment names no customer and no member of the organisation. Nothing was changed. Send at least one id (ids).',
  },
  assignmentDates: {
    ru: 'Срок закрепления с «{from}» по «{to}» не годится: нужны даты вида 2026-11-30 от 1970-01-01 до 2149-06-06, и начало не позже конца. Ничего не изменено. Исправьте даты; без последней закрепление действует до отмены.',
    en: 'The assignment from “{from}” to “{to}” cannot be: dates such as 2026-11-30 between 1970-01-01 and 2149-06-06 are needed, and the first must not be later than the last. Nothing was changed. Correct the dates; without the last one the assignment holds until further notice.',
  },
  assignmentMemberUnknown: {
    ru: 'Участника организации с номером {member} и видом «{kind, select, rep {торговый представитель} team {команда} department {отдел} other {филиал}}» нет. Ничего не изменено. Возьмите номер и вид из структуры организации.',
    en: 'There is no {kind, select, rep {sales rep} team {team} department {department} other {branch}} with the id {member}. Nothing was changed. Take id and kind from the organisation.',
  },
  assignmentUnitsUnknown: {
    ru: '{level, select, client {Клиента} legalEntity {Юрлица} deliveryPoint {Точки доставки} other {Участника организации, который подчиняется такому,}} с номером {first} нет{count, plural, one {} other { (всего неизвестных номеров: #)}}. Ничего не изменено. Обновите список и повторите: загрузку, из которой этот номер известен, могли отменить.',
    en: 'There is no {level, select, client {client} legalEntity {legal entity} deliveryPoint {delivery point} other {member of the organisation below that kind}} with the id {first}{count, plural, one {} other { (unknown ids: #)}}. Nothing was changed. Load the list again and repeat: the import that brought it may have been undone.',
  },
} as const satisfies MessageCatalogue;
