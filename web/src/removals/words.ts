import type { Words } from '../language/words.ts';

export const removedWords = {
  title: { ru: 'Удалённые клиенты', en: 'Removed customers' },
  under: {
    ru: 'Их нет в списках, поиске и базе. Прошлых цифр это не меняет: удалить можно только того, кто не покупал.',
    en: 'They are in no list, search or base. No past figure changes: only those who never bought can be removed.',
  },
  noRight: { ru: 'Клиентов удаляют другие', en: 'Others remove customers' },
  noRightHelp: {
    ru: 'Для этого нужно право «править клиентов» и видеть всю компанию. Права даёт владелец.',
    en: 'It takes the right to edit customers and to see the whole company. An owner gives rights.',
  },
  none: { ru: 'Удалённых нет', en: 'Nobody is removed' },
  noneHelp: {
    ru: 'Удалить клиента без покупок можно из его карточки или из списка клиентов; отсюда его возвращают.',
    en: 'A customer without purchases is removed from his card or from the list; from here he is brought back.',
  },
  name: { ru: 'Клиент', en: 'Customer' },
  when: { ru: 'Когда', en: 'When' },
  who: { ru: 'Кто удалил', en: 'Who removed him' },
  reason: { ru: 'Причина', en: 'Reason' },
  action: { ru: 'Действие', en: 'Action' },
  holder: { ru: 'владелец папки данных', en: 'the owner of the data folder' },
  restore: { ru: 'Вернуть', en: 'Bring back' },
  restoreOf: { ru: 'Вернуть: {name}', en: 'Bring back: {name}' },
  restored: { ru: 'Возвращён: {name}', en: 'Back again: {name}' },
  menu: { ru: 'Ещё о клиенте', en: 'More of the customer' },
  remove: { ru: 'Удалить клиента…', en: 'Remove the customer…' },
  removeTitle: {
    ru: 'Удалить {n, plural, one {# клиента} few {# клиентов} many {# клиентов} other {# клиента}}',
    en: 'Remove {n, plural, one {# customer} other {# customers}}',
  },
  removeHelp: {
    ru: 'Из списков, поиска и базы он уйдёт, вернуть можно в «Удалённых клиентах». Кто покупал, остаётся в показателях: ему ставят статус «закрылся».',
    en: 'He goes from lists, search and base, and can be brought back under “Removed customers”. Whoever has bought stays in the figures: he is given the status “closed”.',
  },
  whyRemoved: { ru: 'Причина', en: 'Reason' },
  whyPlaceholder: { ru: 'Например: заведён по ошибке', en: 'For instance: made by mistake' },
  removeNow: { ru: 'Удалить', en: 'Remove' },
  removed: {
    ru: '{n, plural, one {Удалён # клиент} few {Удалены # клиента} many {Удалено # клиентов} other {Удалено # клиента}}',
    en: '{n, plural, one {# customer removed} other {# customers removed}}',
  },
  hadBought: {
    ru: 'Не удалены, потому что покупали: {n}. Поставьте им статус «закрылся»',
    en: 'Not removed, for they have bought: {n}. Give them the status “closed”',
  },
  destroy: { ru: 'Уничтожить персональные данные…', en: 'Destroy personal data…' },
  destroyShort: { ru: 'Уничтожить данные…', en: 'Destroy the data…' },
  destroyOf: { ru: 'Уничтожить данные: {name}', en: 'Destroy the data: {name}' },
  destroyTitle: { ru: 'Уничтожить персональные данные', en: 'Destroy personal data' },
  destroyWarning: {
    ru: 'Это навсегда, отмены нет. Резервные копии, сделанные раньше, ещё хранят эти данные.',
    en: 'This is for good, there is no way back. Backups made before still hold the data.',
  },
  goes: { ru: 'Исчезнет', en: 'Goes' },
  goesWhat: {
    ru: 'название и имя, ИНН, КПП, ОГРН, адреса, телефоны, почта, контактные лица, заметки, тексты записей и правок, причины условий; в журнале действий — значения, ключ к ним уничтожается.',
    en: 'name, tax numbers, addresses, phones, e-mails, contact persons, notes, texts of entries and edits, reasons of terms; of the audit trail the values, whose key is destroyed.',
  },
  stays: { ru: 'Останется', en: 'Stays' },
  staysWhat: {
    ru: 'отгрузки и суммы под номером «Удалён №{id}», тип, город и кто отвечал: АКБ и прошлые отчёты не меняются.',
    en: 'shipments and sums under the number “Удалён №{id}”, type, town and who was responsible: АКБ and past reports do not change.',
  },
  files: {
    ru: 'В загруженных файлах он остаётся, пока хранятся сами файлы; после уничтожения будет показано, в каких.',
    en: 'Imported files hold him as long as they are kept; which ones is shown afterwards.',
  },
  law: {
    ru: '152-ФЗ, статья 21: если человек отозвал согласие и хранить данные больше не нужно, их уничтожают не позднее 30 дней. Уничтожение записывается в журнал действий.',
    en: 'Law 152-FZ, article 21: where somebody takes his consent back and nothing asks for keeping the data, they are destroyed within 30 days. The destruction stands in the audit trail.',
  },
  confirm: { ru: 'Чтобы подтвердить, введите название: {name}', en: 'To confirm, type the name: {name}' },
  destroyNow: { ru: 'Уничтожить навсегда', en: 'Destroy for good' },
  destroyed: {
    ru: 'Персональные данные уничтожены. Теперь это «{name}».',
    en: 'The personal data are destroyed. It is “{name}” now.',
  },
  inFiles: { ru: 'Ещё есть в файлах загрузок:', en: 'Still in imported files:' },
  inFile: { ru: 'загрузка № {id}: {names}', en: 'import no. {id}: {names}' },
  inNoFiles: { ru: 'В загруженных файлах его нет.', en: 'No imported file holds him.' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  close: { ru: 'Закрыть', en: 'Close' },
} satisfies Words;
