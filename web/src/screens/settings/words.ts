import type { Words } from '../../language/words.ts';

export const settingsWords = {
  title: { ru: 'Настройки', en: 'Settings' },
  parts: { ru: 'Части настроек', en: 'Parts of the settings' },
  methodsUnder: {
    ru: 'По каким правилам клиент считается активным (АКБ, активная клиентская база). Изменение — новая версия: прежние остаются',
    en: 'By which rules a customer counts as active (АКБ, the active base). A change is a new version: earlier ones stay',
  },
  calendarUnder: {
    ru: 'По каким дням работает каждый филиал: по ним сравнивается идущий месяц с прошлым',
    en: 'On which days each branch works: a running month is compared with the one before by them',
  },
  organisationUnder: {
    ru: 'Филиалы, отделы, команды и торговые представители на любой день: из загруженных данных и заданные вручную',
    en: 'Branches, departments, teams and reps as of any day: from imported data and by hand',
  },
  usersUnder: {
    ru: 'Кто входит, что ему можно и какую часть компании он видит',
    en: 'Who comes in, what he may do and which part of the company he sees',
  },
  keysUnder: {
    ru: 'Чем входят программы: ключ может не больше того, кто его создал',
    en: 'What programs come in with: a key may do no more than whoever made it',
  },
  personalUnder: {
    ru: 'Что хранится о людях сверх нужного для торговли, и для чего',
    en: 'What is kept of persons besides what trade needs, and what for',
  },
  auditUnder: {
    ru: 'Кто, что и когда сделал. Записи связаны в цепочку: правка задним числом видна',
    en: 'Who did what and when. Records form a chain: a change made afterwards shows',
  },
  mineUnder: {
    ru: 'Вид программы в этом браузере, свой пароль, свои входы',
    en: 'How the program looks in this browser, your password, where you are signed in',
  },
  noRight: { ru: 'Этот раздел вам не открыт', en: 'This part is not open to you' },
  noRightHelp: {
    ru: 'Права даёт владелец: попросите его изменить вашу роль.',
    en: 'An owner gives rights: ask one to change your role.',
  },
} satisfies Words;

/** What several parts of the settings say. */
export const commonWords = {
  close: { ru: 'Закрыть', en: 'Close' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  save: { ru: 'Сохранить', en: 'Save' },
  whole: { ru: 'Вся компания', en: 'The whole company' },
  role: {
    ru: '{role, select, owner {Владелец} director {Директор} analyst {Аналитик} supervisor {Супервайзер} rep {Торговый представитель} marketer {Маркетолог} other {Ответственный за персональные данные}}',
    en: '{role, select, owner {Owner} director {Director} analyst {Analyst} supervisor {Supervisor} rep {Sales rep} marketer {Marketer} other {Data-protection officer}}',
  },
  kind: {
    ru: '{kind, select, branch {Филиал} department {Отдел} team {Команда} other {Представитель}}',
    en: '{kind, select, branch {Branch} department {Department} team {Team} other {Rep}}',
  },
  once: {
    ru: 'Скопируйте сейчас: больше это нигде не показывается, прочесть заново нельзя.',
    en: 'Copy it now: it is shown nowhere else and cannot be read again.',
  },
  copy: { ru: 'Скопировать', en: 'Copy' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  done: { ru: 'Готово', en: 'Done' },
  device: { ru: 'Где', en: 'Where' },
  since: { ru: 'Вошёл', en: 'Signed in' },
  lastUsed: { ru: 'Последнее действие', en: 'Last used' },
  here: { ru: 'эта страница', en: 'this page' },
  end: { ru: 'Завершить', en: 'End' },
  nothingFound: { ru: 'Ничего не найдено', en: 'Nothing found' },
  roleLabel: { ru: 'Роль', en: 'Role' },
  roleHelp: {
    ru: '{role, select, owner {Может всё, раздаёт права и видит всю компанию} director {Видит показатели и клиентов, задаёт правила компании} analyst {То же, что директор, и загружает данные} supervisor {Видит показатели и клиентов, выгружает, сохраняет наборы} rep {Видит показатели и клиентов} marketer {Видит показатели и клиентов, выгружает, сохраняет наборы} other {Видит клиентов, журнал и отвечает за персональные данные}}',
    en: '{role, select, owner {May do everything, gives rights, sees the whole company} director {Sees figures and customers, defines the rules of the company} analyst {As a director, and imports data} supervisor {Sees figures and customers, exports, stores sets} rep {Sees figures and customers} marketer {Sees figures and customers, exports, stores sets} other {Sees customers and the audit trail, answers for personal data}}',
  },
  scope: { ru: 'Какую часть компании видно', en: 'Which part of the company is seen' },
  part: { ru: 'Только часть', en: 'A part only' },
  members: { ru: 'Филиалы, отделы, команды, представители', en: 'Branches, departments, teams, reps' },
  membersHelp: {
    ru: 'Видны клиенты, за которых они отвечают; наберите часть названия',
    en: 'The customers they are responsible for are seen; type a part of a name',
  },
  membersNeeded: {
    ru: 'Назовите хотя бы одного или откройте всю компанию',
    en: 'Name at least one, or open the whole company',
  },
  kinds: {
    ru: '{kind, select, branch {Филиалы} department {Отделы} team {Команды} other {Представители}}',
    en: '{kind, select, branch {Branches} department {Departments} team {Teams} other {Reps}}',
  },
  hidden: { ru: 'Что скрыть', en: 'What to hide' },
  contacts: { ru: 'Телефоны, почту и контактных лиц', en: 'Phones, e-mails and contact persons' },
  export: { ru: 'Выгрузку в файл', en: 'Export to a file' },
} satisfies Words;
