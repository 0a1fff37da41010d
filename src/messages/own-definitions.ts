import type { MessageCatalogue } from './message.ts';

/** What is wrong with methods, named АКБ and sets that a company makes for itself. */
export const ownDefinitionMessages = {
  nameTaken: {
    ru: 'Название «{name}» уже занято. Ничего не сохранено; назовите иначе.',
    en: 'The name "{name}" is taken. Nothing was saved; choose another one.',
  },
  namedBaseUnknown: {
    ru: 'Именованной базы {id} нет: она удалена или никогда не существовала. Выберите базу из списка.',
    en: 'There is no named base {id}: it was removed or never existed. Choose one of the list.',
  },
  storedSetInUse: {
    ru: 'На наборе «{name}» держится набор «{user}», поэтому удалить его нельзя. Сначала удалите «{user}» или заморозьте его.',
    en: 'The set "{user}" is made of the set "{name}", so this one cannot be removed. Remove "{user}" first, or freeze it.',
  },
  storedSetOfOtherUnit: {
    ru: 'Набор «{name}» состоит не из тех, кого вы считаете: в нём {has, select, client {клиенты} legalEntity {юридические лица} other {точки доставки}}, а нужны {wanted, select, client {клиенты} legalEntity {юридические лица} other {точки доставки}}.',
    en: 'The set "{name}" is not of what you count: it has {has, select, client {clients} legalEntity {legal entities} other {delivery points}}, and {wanted, select, client {clients} legalEntity {legal entities} other {delivery points}} are wanted.',
  },
  tooManyKept: {
    ru: 'Держать готовыми можно ответы не больше чем {most} методик, а отмечено {count}. Ничего не изменено; снимите отметку с лишних: по ним ответы считаются по строкам.',
    en: 'Answers of at most {most} methods can be kept ready, and {count} are marked. Nothing was changed; unmark some: their answers come from lines.',
  },
  methodNotKeepable: {
    ru: 'Ответы методики «{method}» нельзя держать готовыми по месяцам: возвраты следующих месяцев меняют и прошедшие. Она считается по строкам.',
    en: 'Answers of the method "{method}" cannot be kept by month: returns of later months change earlier ones. It is answered from lines.',
  },
} as const satisfies MessageCatalogue;
