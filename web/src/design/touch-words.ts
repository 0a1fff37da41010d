import type { Words } from '../language/words.ts';

/** What happens with customers, and whom one knows there. */
export const touchWords = {
  kind: {
    ru: '{kind, select, call {Звонок} visit {Визит} message {Сообщение} site {Сайт} complaint {Жалоба} wish {Пожелание} task {Задача} note {Заметка} payment {Оплата} shipment {Отгрузка} return {Возврат} edit {Правка карточки} owner {Ответственный} terms {Условия} merge {Объединение} other {{kind}}}',
    en: '{kind, select, call {Call} visit {Visit} message {Message} site {Site} complaint {Complaint} wish {Wish} task {Task} note {Note} payment {Payment} shipment {Shipment} return {Return} edit {Edit of the card} owner {Responsible} terms {Terms} merge {Merge} other {{kind}}}',
  },
  role: {
    ru: '{role, select, decisionMaker {ЛПР, решает} influencer {ЛВР, влияет} director {Директор} accountant {Бухгалтер} buyer {Закупщик} other {Контакт}}',
    en: '{role, select, decisionMaker {Decides} influencer {Influences} director {Director} accountant {Accountant} buyer {Buyer} other {Contact}}',
  },
  /** Beside a position. */
  decides: {
    ru: '{role, select, decisionMaker {решает} influencer {влияет} director {директор} accountant {бухгалтер} buyer {закупщик} other {контакт}}',
    en: '{role, select, decisionMaker {decides} influencer {influences} director {director} accountant {accountant} buyer {buyer} other {contact}}',
  },
} satisfies Words;
