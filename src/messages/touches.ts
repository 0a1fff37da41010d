import type { MessageCatalogue } from './message.ts';

/** What happened with customers, and whom one knows there. */
export const touchMessages = {
  entryUnknown: {
    ru: 'Записи с номером {id} нет: её удалили, или она о клиенте, которого вы не видите. Ничего не изменено; обновите ленту.',
    en: 'There is no entry with the id {id}: it was removed, or it is of a customer whom you do not see. Nothing was changed; load the timeline again.',
  },
  entryOfAnother: {
    ru: 'Запись сделал другой человек. Ничего не изменено: правит и удаляет её автор или тот, кто правит карточки клиентов.',
    en: 'Somebody else wrote this entry. Nothing was changed: its author changes and removes it, or whoever may edit customers.',
  },
  entryStale: {
    ru: 'Пока вы правили запись, её изменили. Ваше не сохранено; сейчас в ней: «{now}». Откройте запись заново и повторите.',
    en: 'While you were changing the entry, somebody else did. Yours was not stored; now it says: “{now}”. Open it again and repeat.',
  },
  entryEmpty: {
    ru: 'В записи нет текста. Ничего не сохранено; напишите хотя бы слово.',
    en: 'The entry has no text. Nothing was stored; write a word at least.',
  },
  entryTooLong: {
    ru: 'Запись слишком длинная: в тексте помещается {most, number} знаков, в итоге {mostOutcome, number}. Ничего не сохранено; разделите её на две.',
    en: 'The entry is too long: its text takes {most, number} characters, its outcome {mostOutcome, number}. Nothing was stored; make two of it.',
  },
  entryDayWrong: {
    ru: '«{day}» не годится как день записи: нужен день вида 2026-11-30 или 30.11.2026, с 1900 года и не позже сегодняшнего. Ничего не сохранено; исправьте день.',
    en: '“{day}” cannot be the day of an entry: a day such as 2026-11-30 or 30.11.2026 is needed, from 1900 on and not after today. Nothing was stored; correct the day.',
  },
  contactUnknown: {
    ru: 'Контакта с номером {id} нет: его удалили, или он у клиента, которого вы не видите. Ничего не изменено; обновите карточку.',
    en: 'There is no contact with the id {id}: it was removed, or belongs to a customer whom you do not see. Nothing was changed; load the card again.',
  },
  contactStale: {
    ru: 'Пока вы правили контакт «{name}», его изменили. Ваше не сохранено; откройте контакт заново и повторите.',
    en: 'While you were changing the contact “{name}”, somebody else did. Yours was not stored; open it again and repeat.',
  },
  contactWithoutName: {
    ru: 'У контакта нет имени. Ничего не сохранено; напишите имя или хотя бы должность вместо него.',
    en: 'The contact has no name. Nothing was stored; write a name, or at least the position instead of it.',
  },
  contactWithoutOrigin: {
    ru: 'Не сказано, откуда персональные данные. Ничего не сохранено; нужны источник, правовое основание, цель и день не позже сегодняшнего (152-ФЗ, статьи 5 и 6).',
    en: 'It is not said where the personal data are from. Nothing was stored; a source, a legal basis, a purpose and a day not after today are needed (Federal Law 152-FZ, articles 5 and 6).',
  },
  contactEmailWrong: {
    ru: '«{email}» не похоже на адрес почты. Ничего не сохранено; исправьте его или уберите.',
    en: '“{email}” is no e-mail address. Nothing was stored; correct it or take it away.',
  },
  contactBirthdayWrong: {
    ru: '«{birthday}» не годится как день рождения: нужна дата вида 1980-03-08 не позже сегодняшней, без года --03-08. Ничего не сохранено; исправьте её.',
    en: '“{birthday}” cannot be a birthday: a day such as 1980-03-08 not after today is needed, without a year --03-08. Nothing was stored; correct it.',
  },
  importedContactUnknown: {
    ru: 'В загруженных файлах такого контакта у этого клиента нет: {from, select, decisionMaker {ЛПР} influencer {ЛВР} other {контактное лицо}}. Ничего не сохранено; обновите карточку.',
    en: 'The imported files name no such person of this customer: {from, select, decisionMaker {decision maker} influencer {influencer} other {contact person}}. Nothing was stored; load the card again.',
  },
  importedContactsSeveral: {
    ru: 'В загруженных файлах таких контактов у этого клиента несколько: {names}. Ничего не сохранено; укажите, который из них.',
    en: 'The imported files name several such persons of this customer: {names}. Nothing was stored; say which one.',
  },
  specialOff: {
    ru: 'Компания не ведёт сведений о семье, увлечениях и детях контактов. Ничего не сохранено; включает их, назвав цель, ответственный за персональные данные.',
    en: 'The company keeps nothing of the family, hobbies and children of contacts. Nothing was stored; the data-protection officer turns it on by saying what for.',
  },
  specialCategory: {
    ru: 'Слово «{word}» похоже на сведения {category, select, health {о здоровье} religion {о религии} other {о политических взглядах}}. Ничего не сохранено: такие данные нельзя вести без письменного согласия (152-ФЗ, статья 10). Уберите их или скажите иначе.',
    en: 'The word “{word}” looks like information on {category, select, health {health} religion {religion} other {political views}}. Nothing was stored: such data may not be kept without a written consent (Federal Law 152-FZ, article 10). Take it away or say it otherwise.',
  },
  touchKindUnknown: {
    ru: 'Вид «{kind}» не знаком. Строка не загружена; виды: звонок, визит, сообщение, сайт, жалоба, пожелание, задача, заметка, оплата.',
    en: 'The kind “{kind}” is not known. The row was not loaded; kinds are call, visit, message, site, complaint, wish, task, note, payment.',
  },
  touchOfNobody: {
    ru: 'Клиента «{customer}» нет среди тех, кого вы видите. Строка не загружена; укажите код, ИНН или название, как в базе.',
    en: 'There is no customer “{customer}” among those whom you see. The row was not loaded; give a code, an ИНН or a name as the base has it.',
  },
  touchOfSeveral: {
    ru: '«{customer}» подходит нескольким клиентам: {first}, {second} и, возможно, другим. Строка не загружена; укажите код или ИНН.',
    en: '“{customer}” fits several customers: {first}, {second} and perhaps others. The row was not loaded; give a code or an ИНН.',
  },
  touchOfAnother: {
    ru: 'Автор строки «{author}», а не вы. Строка не загружена: чужие касания загружает тот, кто правит карточки клиентов.',
    en: 'The author of the row is “{author}”, not you. The row was not loaded: touches of others are loaded by whoever may edit customers.',
  },
  touchRepeated: {
    ru: 'Такая запись уже есть: тот же клиент, вид, день и текст. Строка не загружена второй раз.',
    en: 'There is such an entry already: the same customer, kind, day and text. The row was not loaded a second time.',
  },
} as const satisfies MessageCatalogue;
