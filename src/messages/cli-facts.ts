import type { MessageCatalogue } from './message.ts';

/** Commands that say what a customer is: his terms, his status, his rep. */
export const cliFactMessages = {
  'help.terms': {
    ru: 'На каких условиях продаём клиенту; с --set договориться о других',
    en: 'On what terms a customer is sold to; with --set agree others',
  },
  'help.status': {
    ru: 'Что с клиентом: works (работает), left (ушёл), closed (закрылся), ended (прекращено нами)',
    en: 'What has become of a customer: works, left, closed, ended',
  },
  'help.hand-over': {
    ru: 'Передать клиентов представителя другим: навсегда или на время',
    en: 'Hand the customers of a rep over to others, for good or for a time',
  },
  'arg.termIs': { ru: 'вид=значение', en: 'kind=value' },
  'arg.status': { ru: 'статус', en: 'status' },
  'arg.statusHelp': { ru: 'works, left, closed или ended', en: 'works, left, closed or ended' },
  'arg.rep': { ru: 'от', en: 'from' },
  'arg.handOverFrom': { ru: 'чьи клиенты: имя или код', en: 'whose customers: name or code' },
  'arg.reps': { ru: 'кому', en: 'to' },
  'arg.handOverTo': {
    ru: 'кому: имена или коды; продажи делятся поровну',
    en: 'to whom: names or codes; sales are shared evenly',
  },
  'option.termSet': {
    ru: 'условие, можно несколько раз: {kinds}; пустое значение возвращает то, что в файлах',
    en: 'a term, may be repeated: {kinds}; an empty value brings back what files say',
  },
  'option.termSince': {
    ru: 'с какого дня, например 2026-12-01; иначе с сегодня',
    en: 'from which day, for instance 2026-12-01; else today',
  },
  'option.statusSince': {
    ru: 'с какого дня, не позже сегодня; иначе с сегодня',
    en: 'from which day, not after today; else today',
  },
  'option.reason': { ru: 'почему', en: 'why' },
  'option.handOverSince': {
    ru: 'с какого дня, например 2026-12-01; иначе с сегодня',
    en: 'from which day, for instance 2026-12-01; else today',
  },
  'option.handOverUntil': {
    ru: 'по какой день включительно; иначе навсегда',
    en: 'until which day, it included; else for good',
  },
  'option.handOverDryRun': {
    ru: 'показать, кому сколько достанется, ничего не меняя',
    en: 'show who gets how much, changing nothing',
  },
  'examples.terms': {
    ru: '  akb terms Ромашка\n  akb terms К-17 --set creditLimit=150000 --set deferralDays=14 --reason "договор 7"\n  akb terms К-17 --set discount=',
    en: '  akb terms Camomile\n  akb terms C-17 --set creditLimit=150000 --set deferralDays=14 --reason "contract 7"\n  akb terms C-17 --set discount=',
  },
  'examples.status': {
    ru: '  akb status К-17 closed --since 2026-10-01 --reason "Закрыли магазин"\n  akb status Ромашка works',
    en: '  akb status C-17 closed --since 2026-10-01 --reason "The shop was closed"\n  akb status Camomile works',
  },
  'examples.hand-over': {
    ru: '  akb hand-over "Анна Белова" "Борис Котов" "Вера Лис" --dry-run\n  akb hand-over Р-3 Р-5 --since 2026-12-01 --until 2026-12-14',
    en: '  akb hand-over "Anna Bell" "Boris Cole" "Vera Fox" --dry-run\n  akb hand-over R-3 R-5 --since 2026-12-01 --until 2026-12-14',
  },
  memberNotFound: {
    ru: '{kind, select, rep {Представителя} team {Команды} department {Отдела} branch {Филиала} other {Участника организации}} «{text}» нет среди тех, кого вы видите. Ничего не сделано; укажите имя или код, как в отчёте.',
    en: 'There is no {kind, select, any {member of the organisation} other {{kind}}} “{text}” among those whom you see. Nothing was done; give a name or a code as the report has it.',
  },
  memberAmbiguous: {
    ru: '«{text}» — это несколько участников организации. Ничего не сделано; укажите код{kind, select, any { или вид (--kind)} other {}}.',
    en: '“{text}” are several members of the organisation. Nothing was done; give the code{kind, select, any { or the kind (--kind)} other {}}.',
  },
  'help.organisation': {
    ru: 'Филиалы, отделы, команды и представители на день; добавить, переименовать, вывести, перевести',
    en: 'Branches, departments, teams and reps on a day; add, rename, retire, move one',
  },
  'arg.organisationErrand': { ru: 'дело', en: 'deed' },
  'arg.organisationErrandHelp': {
    ru: 'add (добавить), rename (переименовать), retire (вывести), restore (вернуть), move (перевести); без него показать дерево',
    en: 'add, rename, retire, restore (bring back), move; without one the tree is shown',
  },
  'arg.memberHelp': { ru: 'о ком: название, имя или код', en: 'about whom: name or code' },
  'arg.memberTo': { ru: 'куда', en: 'to' },
  'arg.memberToHelp': {
    ru: 'новое название для rename, к кому перевести для move',
    en: 'the new name for rename, whom it goes to for move',
  },
  'arg.memberKind': { ru: 'вид', en: 'kind' },
  'option.organisationDay': {
    ru: 'на какой день, например 2026-11-30; иначе на сегодня',
    en: 'on which day, for instance 2026-11-30; else today',
  },
  'option.memberKind': {
    ru: 'вид: branch, department, team, rep',
    en: 'kind: branch, department, team, rep',
  },
  'option.memberCode': {
    ru: 'код, под которым его назовут файлы',
    en: 'the code by which files will name it',
  },
  'option.memberUnder': { ru: 'кому подчиняется', en: 'whom it belongs to' },
  'option.memberSince': {
    ru: 'с какого дня, например 2026-12-01; иначе с сегодня',
    en: 'from which day, for instance 2026-12-01; else today',
  },
  'examples.organisation': {
    ru: '  akb organisation --day 2026-10-31\n  akb organisation add "Сети" --kind team --under Казань --since 2026-12-01\n  akb organisation rename Розница "Розница и HoReCa"\n  akb organisation move "Анна Белова" Сети --since 2026-12-01\n  akb organisation retire "Борис Котов" --since 2026-12-01',
    en: '  akb organisation --day 2026-10-31\n  akb organisation add "Chains" --kind team --under Kazan --since 2026-12-01\n  akb organisation rename Retail "Retail and HoReCa"\n  akb organisation move "Anna Bell" Chains --since 2026-12-01\n  akb organisation retire "Boris Cole" --since 2026-12-01',
  },
  'organisation.done': { ru: 'Записано: {name}.', en: 'Written down: {name}.' },
  'organisation.none': { ru: 'Организации ещё нет.', en: 'There is no organisation yet.' },
  'organisation.sheet': { ru: 'Организация', en: 'Organisation' },
  'organisation.name': { ru: 'Название', en: 'Name' },
  'organisation.kind': { ru: 'Вид', en: 'Kind' },
  'organisation.code': { ru: 'Код', en: 'Code' },
  'organisation.retired': { ru: 'Не работает с', en: 'Retired from' },
  'terms.done': { ru: 'Записано: {name}.', en: 'Written down: {name}.' },
  'terms.none': { ru: '{name}: условий нет.', en: '{name}: there are no terms.' },
  'terms.sheet': { ru: 'Условия', en: 'Terms' },
  'terms.kind': { ru: 'Условие', en: 'Term' },
  'terms.value': { ru: 'Значение', en: 'Value' },
  'terms.no': { ru: 'нет', en: 'none' },
  'terms.from': { ru: 'Откуда', en: 'From' },
  'terms.from.own': { ru: 'договорились', en: 'agreed' },
  'terms.from.client': { ru: 'договорились с клиентом', en: 'agreed with the client' },
  'terms.from.imported': { ru: 'из файла', en: 'from a file' },
  'terms.since': { ru: 'С какого дня', en: 'Since' },
  'status.done': {
    ru: 'Записано: {name}, {status, select, left {ушёл} closed {закрылся} ended {прекращено нами} other {работает}}.',
    en: 'Written down: {name}, {status}.',
  },
  'handOverCli.done': {
    ru: 'Передача № {id}: клиентов {clients, number}, от кого: {name}.',
    en: 'Hand-over {id}: {clients, number} customers of {name}.',
  },
  'handOverCli.none': { ru: 'Передавать нечего.', en: 'There is nothing to hand over.' },
  'handOverCli.sheet': { ru: 'Передача', en: 'Hand-over' },
  'handOverCli.rep': { ru: 'Кому', en: 'To' },
  'handOverCli.clients': { ru: 'Клиентов', en: 'Customers' },
  'handOverCli.activeBase': { ru: 'АКБ за 12 месяцев', en: 'Active base of 12 months' },
  'handOverCli.sales': { ru: 'Продажи за 12 месяцев', en: 'Sales of 12 months' },
} as const satisfies MessageCatalogue;
