import type { MessageCatalogue } from './message.ts';

/** The trail of who did what: `akb audit` and its refusals. */
export const auditMessages = {
  auditNotAllowed: {
    ru: 'Журнал действий вам не показывается: он открыт владельцу и ответственному за персональные данные. Ничего не изменено. Попросите владельца дать вам эту роль.',
    en: 'The audit trail is not shown to you: it is open to the owner and the data-protection officer. Nothing was changed. Ask the owner for that role.',
  },
  auditCursorUnreadable: {
    ru: 'Метка страницы журнала не распознана. Журнал не показан. Передайте её такой, какой пришла с предыдущей страницей, или начните с начала.',
    en: 'The mark of the page could not be read. The trail is not shown. Send it as it came with the page before, or start from the beginning.',
  },
  auditKeyWrong: {
    ru: 'Ключ журнала действий ({where}) не читается, или это не 32 байта в base64 или hex. Личные данные без него не записываются. Верните прежний ключ; новый делает openssl rand -base64 32, но прочесть записанное прежним он не даст.',
    en: 'The key of the audit trail ({where}) cannot be read, or is not 32 bytes in base64 or hex. No personal values are written without it. Bring the former key back; openssl rand -base64 32 makes a new one, which does not read what was written under the former.',
  },
  auditDay: {
    ru: '«{value}» для {option} — не день. Пишите 2026-11-22. Ничего не показано.',
    en: '“{value}” for {option} is no day. Write 2026-11-22. Nothing is shown.',
  },
  auditWho: {
    ru: '«{value}» для --who — не номер пользователя. Пишите номер или holder: тот, у кого папка данных. Ничего не показано.',
    en: '“{value}” for --who is no user’s number. Write a number, or holder: whoever has the data folder. Nothing is shown.',
  },
  auditSubject: {
    ru: '«{value}» для --subject не понято. Пишите вид и номер, например import:3, или только вид: import. Ничего не показано.',
    en: '“{value}” for --subject was not understood. Write a kind and an id such as import:3, or the kind alone: import. Nothing is shown.',
  },
  auditHead: {
    ru: '«{value}» для --head — не хеш: нужны 64 знака, как их печатает akb audit verify. Ничего не проверено.',
    en: '“{value}” for --head is no hash: it takes 64 characters as akb audit verify prints them. Nothing was verified.',
  },

  'help.audit': {
    ru: 'Журнал действий: кто, что и когда сделал; verify проверяет, что он цел',
    en: 'The audit trail: who did what and when; verify checks that it is whole',
  },
  'arg.auditErrand': { ru: 'verify', en: 'verify' },
  'arg.auditVerify': {
    ru: 'проверить всю цепочку вместо показа',
    en: 'verify the whole chain in place of showing it',
  },
  'arg.who': { ru: 'кто', en: 'who' },
  'arg.action': { ru: 'действие', en: 'action' },
  'arg.subject': { ru: 'вид:номер', en: 'kind:id' },
  'arg.hash': { ru: 'хеш', en: 'hash' },
  'arg.cursor': { ru: 'метка', en: 'mark' },
  'option.who': {
    ru: 'номер пользователя, или holder — у кого папка данных',
    en: 'number of a user, or holder: whoever has the data folder',
  },
  'option.action': { ru: 'только такие действия: {actions}', en: 'only such actions: {actions}' },
  'option.auditFrom': { ru: 'с этого дня', en: 'from this day on' },
  'option.auditTo': { ru: 'по этот день включительно', en: 'up to this day, included' },
  'option.subject': {
    ru: 'над чем: import:3, user:12; только вид — все такие',
    en: 'on what: import:3, user:12; the kind alone for all of them',
  },
  'option.head': {
    ru: 'записанный раньше хеш: так видно, что конец отрезан',
    en: 'a hash noted earlier: it shows when the end was cut off',
  },
  'option.auditLimit': { ru: 'сколько событий показать (50)', en: 'how many events to show (50)' },
  'option.auditAfter': {
    ru: 'продолжить с метки предыдущей страницы',
    en: 'go on from the mark of the page before',
  },
  'examples.audit': {
    ru: '  akb audit\n  akb audit --action exported --from 2026-11-01\n  akb audit --subject import:3 --json\n  akb audit verify\n  akb audit verify --head ХЕШ',
    en: '  akb audit\n  akb audit --action exported --from 2026-11-01\n  akb audit --subject import:3 --json\n  akb audit verify\n  akb audit verify --head HASH',
  },

  'audit.place': { ru: 'Место', en: 'Place' },
  'audit.at': { ru: 'Когда', en: 'When' },
  'audit.who': { ru: 'Кто', en: 'Who' },
  'audit.onBehalfOf': { ru: 'Глазами', en: 'Looking as' },
  'audit.key': { ru: 'Ключ', en: 'Key' },
  'audit.address': { ru: 'Откуда', en: 'From where' },
  'audit.action': { ru: 'Действие', en: 'Action' },
  'audit.outcome': { ru: 'Итог', en: 'Outcome' },
  'audit.subject': { ru: 'Над чем', en: 'On what' },
  'audit.details': { ru: 'Подробности', en: 'Details' },
  'audit.holder': { ru: 'владелец папки', en: 'holder of the folder' },
  'audit.user': { ru: 'пользователь {id, number, ::group-off}', en: 'user {id, number, ::group-off}' },
  'audit.none': { ru: 'Таких событий в журнале нет.', en: 'The trail has no such events.' },
  'audit.more': {
    ru: 'Есть более ранние события: добавьте --after {cursor}.',
    en: 'There are earlier events: add --after {cursor}.',
  },
  'audit.personal.masked': { ru: 'скрыто', en: 'masked' },
  'audit.personal.destroyed': { ru: 'уничтожено', en: 'destroyed' },
  'audit.personal.unreadable': { ru: 'другой ключ', en: 'another key' },
  'audit.whole': {
    ru: 'Журнал цел: {events, plural, one {# событие} few {# события} many {# событий} other {# события}} в {batches, plural, one {# пачке} other {# пачках}}.',
    en: 'The trail is whole: {events, plural, one {# event} other {# events}} in {batches, plural, one {# batch} other {# batches}}.',
  },
  'audit.head': {
    ru: 'Последний хеш: {head}. Запишите его отдельно: с ним (--head) видно, не отрезан ли конец журнала.',
    en: 'Newest hash: {head}. Note it elsewhere: with it (--head) a cut end of the trail shows.',
  },
  'audit.headFound': { ru: 'Записанный хеш в цепочке есть.', en: 'The noted hash is in the chain.' },
  'audit.headGone': {
    ru: 'Записанного хеша в цепочке нет: конец журнала отрезан, или журнал написан заново. Сравните с журналом в резервной копии.',
    en: 'The noted hash is not in the chain: the end of the trail was cut off, or it was written anew. Compare it with the trail of a backup.',
  },
  'audit.broken': {
    ru: 'Журнал нарушен: {what} {how, select, changed {содержит не то, что было записано} missing {в цепочке отсутствует} inserted {не из этой цепочки} other {стоит не на своём месте}}. До этого места цело {events, plural, one {# событие} few {# события} many {# событий} other {# события}}. Сравните с журналом в резервной копии.',
    en: 'The trail is broken: {what} {how, select, changed {is not what was written} missing {is missing} inserted {was inserted} other {is not in its place}}. Up to there {events, plural, one {# event is} other {# events are}} whole. Compare it with the trail of a backup.',
  },
  'audit.brokenBatch': { ru: 'пачка {batch, number, ::group-off}', en: 'batch {batch, number, ::group-off}' },
  'audit.brokenEvent': {
    ru: 'событие {batch, number, ::group-off}.{number, number, ::group-off}',
    en: 'event {batch, number, ::group-off}.{number, number, ::group-off}',
  },
} as const satisfies MessageCatalogue;
