import type { Flaw } from '../../../src/domain/flaws.ts';
import type { Words } from '../language/words.ts';

/** What is wrong with a card, as the head of a list of those with it. */
export const flawWords = {
  innMissing: { ru: 'Нет ИНН', en: 'No ИНН' },
  innWrong: { ru: 'Неверный ИНН', en: 'Wrong ИНН' },
  kppMissing: { ru: 'Нет КПП', en: 'No КПП' },
  kppWrong: { ru: 'Неверный КПП', en: 'Wrong КПП' },
  ogrnWrong: { ru: 'Неверный ОГРН', en: 'Wrong ОГРН' },
  phoneMissing: { ru: 'Нет телефона', en: 'No phone' },
  phoneWrong: { ru: 'По телефону не позвонить', en: 'Phone cannot be dialled' },
  emailMissing: { ru: 'Нет электронной почты', en: 'No e-mail' },
  emailWrong: { ru: 'Неверная электронная почта', en: 'Wrong e-mail' },
  contactMissing: { ru: 'Нет контактного лица', en: 'No contact person' },
  contactsStale: { ru: 'Контакты старше года', en: 'Contacts older than a year' },
  addressMissing: { ru: 'Нет адреса', en: 'No address' },
  cityUnknown: { ru: 'Неизвестный город или регион', en: 'Unknown town or region' },
  typeMissing: { ru: 'Нет вида деятельности', en: 'No client type' },
  repMissing: { ru: 'Ни за кем не закреплены', en: 'In nobody’s charge' },
  pointMissing: { ru: 'Отгрузки без точки доставки', en: 'Shipments without a delivery point' },
} as const satisfies Record<Flaw, Words[string]>;
