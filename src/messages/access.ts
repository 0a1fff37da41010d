import type { MessageCatalogue } from './message.ts';

/** Users, sign-in, sessions, keys. */
export const accessMessages = {
  // Coming in.
  signInRefused: {
    ru: 'Вход не выполнен: имя или пароль не подходят. Проверьте раскладку; пароль восстанавливает владелец.',
    en: 'You are not signed in: the name or the password does not fit. Check the keyboard layout; an owner resets passwords.',
  },
  signInWaits: {
    ru: 'Слишком много неудачных попыток с этим именем. Повторите через {minutes, number} мин.',
    en: 'There were too many failed attempts with this name. Try again in {minutes, number} min.',
  },
  tooManySignIns: {
    ru: 'Слишком много неудачных попыток входа с этого адреса. Повторите через {minutes, number} мин.',
    en: 'There were too many failed sign-ins from this address. Try again in {minutes, number} min.',
  },
  folderKeyOff: {
    ru: 'В этой папке данных есть пользователи, поэтому ключ папки и ссылки больше ничего не открывают. Команде нужен ключ API: в переменной AKB_KEY или в файле AKB_KEY_FILE. Его создаёт akb keys --new, когда сервер остановлен, или вошедший пользователь.',
    en: 'This data folder has users, so its own key and links open nothing any more. The command needs an API key: in the variable AKB_KEY or in the file AKB_KEY_FILE. It is made by akb keys --new while the server is stopped, or by a user who has signed in.',
  },
  keyRefused: {
    ru: 'Ключ из AKB_KEY или AKB_KEY_FILE ничего не открывает: он отозван, истёк или прав его владельца больше не хватает. Ничего не сделано; новый создаёт akb keys --new.',
    en: 'The key of AKB_KEY or AKB_KEY_FILE opens nothing: it was revoked, has expired, or its owner may do less than it by now. Nothing was done; akb keys --new makes a new one.',
  },
  keyFile: {
    ru: 'Ключ не прочитан: файл {file} из AKB_KEY_FILE не открывается ({reason}). Ничего не сделано.',
    en: 'The key was not read: the file {file} of AKB_KEY_FILE does not open ({reason}). Nothing was done.',
  },
  onlyInSession: {
    ru: 'Это делает только сам пользователь, войдя по паролю. Ничего не сделано.',
    en: 'Only the user does this, signed in with the password. Nothing was done.',
  },
  passwordMustChange: {
    ru: 'Пароль назначен владельцем. Сначала задайте свой; до этого больше ничего не доступно.',
    en: 'An owner has set this password. Set one of your own first; nothing else is open until then.',
  },

  // Users.
  loginWrong: {
    ru: 'Имя для входа «{login}» не подходит. Ничего не сделано; нужны от 2 до 64 букв одного алфавита и цифр, между ними можно по одной точке, дефису или подчёркиванию.',
    en: 'The login “{login}” will not do. Nothing was done; it takes 2 to 64 letters of one alphabet and digits, with single dots, dashes or underscores between them.',
  },
  loginTaken: {
    ru: 'Имя для входа «{login}» уже занято. Ничего не сделано; выберите другое.',
    en: 'The login “{login}” is taken. Nothing was done; choose another one.',
  },
  loginUnknown: {
    ru: 'Пользователя «{login}» нет. Ничего не сделано; всех показывает akb users.',
    en: 'There is no user “{login}”. Nothing was done; akb users lists them all.',
  },
  userUnknown: {
    ru: 'Пользователя с номером {id} нет. Ничего не сделано; обновите список.',
    en: 'There is no user with the id {id}. Nothing was done; load the list again.',
  },
  userNameWrong: {
    ru: 'В имени должно быть от 1 до 120 знаков. Ничего не сделано; назовите иначе: --name.',
    en: 'A name has 1 to 120 characters. Nothing was done; give another one: --name.',
  },
  firstUserIsOwner: {
    ru: 'Первый пользователь всегда владелец. Ничего не сделано; укажите роль owner.',
    en: 'The first user is always an owner. Nothing was done; give the role owner.',
  },
  lastOwner: {
    ru: 'Это последний действующий владелец: без него некому давать права. Ничего не изменено; сначала назначьте другого владельца.',
    en: 'This is the last owner who may come in: without one nobody could give rights. Nothing was changed; make somebody else an owner first.',
  },
  ownerSeesAll: {
    ru: 'Владелец видит всё: он сам раздаёт права. Ничего не изменено; для ограниченного доступа нужна другая роль.',
    en: 'An owner sees everything, for he gives the rights. Nothing was changed; limited access takes another role.',
  },
  scopeMemberUnknown: {
    ru: 'В организации нет участника {member} ({dimension}). Ничего не изменено; обновите список и повторите.',
    en: 'The organisation has no member {member} ({dimension}). Nothing was changed; load the list again and repeat.',
  },
  passwordLength: {
    ru: 'В пароле должно быть от {shortest, number} до {longest, number} знаков. Пароль не изменён; подойдут несколько слов подряд.',
    en: 'A password has {shortest, number} to {longest, number} characters. It was not changed; several words in a row will do.',
  },
  passwordGuessable: {
    ru: 'Такой пароль легко угадать: в нём имя для входа или всего несколько разных знаков. Пароль не изменён; выберите другой.',
    en: 'This password is easily guessed: it holds the login, or only a few different characters. It was not changed; choose another one.',
  },
  passwordWrong: {
    ru: 'Нынешний пароль не подходит. Пароль не изменён.',
    en: 'The current password does not fit. It was not changed.',
  },
  passwordSame: {
    ru: 'Новый пароль тот же, что и нынешний. Пароль не изменён; выберите другой.',
    en: 'The new password is the current one. It was not changed; choose another one.',
  },
  sessionUnknown: {
    ru: 'Такого входа нет ({id}): он уже завершён. Обновите список.',
    en: 'There is no such session ({id}): it has ended. Load the list again.',
  },

  // Keys.
  keyBeyondMaker: {
    ru: 'Ключ не может больше, чем тот, кто его создаёт. Ничего не сделано; выберите роль и охват в пределах своих.',
    en: 'A key may do no more than whoever makes it. Nothing was done; choose a role and a scope within your own.',
  },
  keyUnknown: {
    ru: 'Действующего ключа {id} нет. Ничего не сделано; обновите список.',
    en: 'There is no valid key {id}. Nothing was done; load the list again.',
  },
  keyDays: {
    ru: 'Ключ действует от 1 до 366 дней. Ничего не сделано; укажите --days.',
    en: 'A key opens for 1 to 366 days. Nothing was done; give --days.',
  },

  // What the doctor finds.
  secretOpen: {
    ru: 'Файл {file} могут читать другие (права {mode}): в нём ключ. Закройте его: chmod 600.',
    en: 'Others may read the file {file} (mode {mode}): a key is in it. Close it: chmod 600.',
  },
  ownerWithoutPassword: {
    ru: 'Ни у одного владельца нет собственного пароля: давать права некому. Назначьте новый: akb users --reset ИМЯ.',
    en: 'No owner has a password of his own: nobody can give rights. Set a new one: akb users --reset LOGIN.',
  },
  keysEnding: {
    ru: 'В ближайшие {days, number} дней истекают ключи: {keys}. Создайте новые: akb keys --new.',
    en: 'Keys that expire within {days, number} days: {keys}. Make new ones: akb keys --new.',
  },
} as const satisfies MessageCatalogue;
