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
  assignmentMemberRetired: {
    ru: 'Участник организации № {member} не работает с {retired}: закреплять за ним на эти дни нельзя. Ничего не изменено. Выберите другого или верните его в структуру организации.',
    en: 'The member of the organisation no. {member} is retired from {retired}: nobody can be assigned to it on these days. Nothing was changed. Choose another one or bring it back.',
  },
  memberNotThere: {
    ru: 'Филиала, отдела, команды или представителя с номером {id} нет. Ничего не изменено. Обновите структуру организации.',
    en: 'There is no branch, department, team or rep with the number {id}. Nothing was changed. Load the organisation again.',
  },
  memberTaken: {
    ru: 'Это имя или код уже у другого: «{name}» (№ {id}), сейчас или раньше. Ничего не изменено. Назовите иначе, а если это тёзки, дайте каждому свой код.',
    en: 'Another one has this name or code, or had it: “{name}” (no. {id}). Nothing was changed. Choose another name; namesakes need a code each.',
  },
  memberNotAbove: {
    ru: '{kind, select, rep {Представитель} team {Команда} department {Отдел} other {Филиал}} не может подчиняться такому участнику: {above, select, rep {представитель} team {команда} department {отдел} other {филиал}} ниже или наравне. Ничего не изменено. Порядок такой: филиал, отдел, команда, представитель.',
    en: 'A {kind} cannot belong to a {above}. Nothing was changed. The order is branch, department, team, rep.',
  },
  memberStale: {
    ru: 'Пока вы правили, это изменил кто-то другой. Ничего не записано. Посмотрите, что стало (версия {version}), и повторите правку.',
    en: 'Somebody else changed it while you were editing. Nothing was written. Look at it as it is now (version {version}) and repeat your change.',
  },
  memberInCharge: {
    ru: 'Вывести с {day} нельзя: в этот день или позже {below, plural, =0 {} one {подчиняется # участник} few {подчиняются # участника} other {подчиняются # участников}}{below, plural, =0 {} other {{clients, plural, =0 {} other { и }}}}{clients, plural, =0 {} one {закреплён # клиент} few {закреплены # клиента} other {закреплено # клиентов}}. Ничего не изменено. Переведите подчинённых и передайте клиентов с этого дня, затем повторите.',
    en: 'It cannot be retired from {day}: on that day or later it has {below, plural, =0 {} one {# member below} other {# members below}}{below, plural, =0 {} other {{clients, plural, =0 {} other { and }}}}{clients, plural, =0 {} one {# customer} other {# customers}}. Nothing was changed. Move those below and hand the customers over from that day, then repeat.',
  },
  memberRetiredDay: {
    ru: 'День «{day}» не подходит. Ничего не изменено. Нужна дата вида 2026-11-30 не раньше 1970 года.',
    en: 'The day “{day}” will not do. Nothing was changed. A date such as 2026-11-30 from 1970 on is needed.',
  },
  memberNothingToUndo: {
    ru: 'Отменять нечего: этого участника организации вручную не меняли, или всё уже отменено. Ничего не изменено.',
    en: 'There is nothing to undo: this member was not changed by hand, or everything has been taken back. Nothing was changed.',
  },
} as const satisfies MessageCatalogue;
