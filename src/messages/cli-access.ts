import type { MessageCatalogue } from './message.ts';

/** `akb users` and `akb keys`. */
export const cliAccessMessages = {
  'help.users': {
    ru: 'Пользователи: показать, добавить, изменить, выключить, назначить пароль',
    en: 'Users: list, add, change, disable, reset a password',
  },
  'help.keys': { ru: 'Ключи API: показать, создать, отозвать', en: 'API keys: list, make, revoke' },

  'arg.login': { ru: 'имя', en: 'login' },
  'arg.role': { ru: 'роль', en: 'role' },
  'arg.node': { ru: 'разрез=код', en: 'dimension=code' },
  'arg.restriction': { ru: 'что', en: 'what' },
  'arg.keyPrefix': { ru: 'начало ключа', en: 'prefix' },

  'option.addUser': { ru: 'добавить пользователя', en: 'add a user' },
  'option.changeUser': {
    ru: 'изменить роль, имя, охват или скрытое',
    en: 'change the role, name, scope or what is hidden',
  },
  'option.resetUser': {
    ru: 'назначить пароль, который надо сменить при следующем входе',
    en: 'set a password that has to be changed at the next sign-in',
  },
  'option.disableUser': {
    ru: 'выключить: сразу завершает все входы и ключи',
    en: 'disable: ends all sessions and keys at once',
  },
  'option.enableUser': { ru: 'снова включить', en: 'enable again' },
  'option.role': { ru: 'роль: {roles}', en: 'role: {roles}' },
  'option.displayName': { ru: 'как зовут', en: 'name to show' },
  'option.userScope': {
    ru: 'что видно, например rep=007 или branch=МСК; можно несколько раз; company — вся компания',
    en: 'what is seen, for instance rep=007 or branch=MSK; may be repeated; company is all of it',
  },
  'option.hide': {
    ru: 'скрыть: {restrictions}; можно несколько раз; none — ничего',
    en: 'hide: {restrictions}; may be repeated; none hides nothing',
  },
  'option.passwordFile': {
    ru: 'файл с паролем; - читает стандартный ввод; иначе пароль спрашивается',
    en: 'file with the password; - reads standard input; else the password is asked for',
  },
  'option.newKey': {
    ru: 'создать ключ под этим названием; он показывается один раз',
    en: 'make a key under this name; it is shown once',
  },
  'option.keyDays': { ru: 'сколько дней действует, до 366', en: 'days for which it opens, up to 366' },
  'option.revokeKey': { ru: 'отозвать ключ, сразу и навсегда', en: 'revoke a key, at once and for good' },

  'examples.users': {
    ru: '  akb users\n  akb users --add anna --role owner --name "Анна Иванова"\n  akb users --add petrov --role rep --name "Пётр Петров" --scope rep=007\n  akb users --change petrov --role supervisor --scope team=ЮГ\n  akb users --reset petrov --password-file пароль.txt\n  akb users --disable petrov',
    en: '  akb users\n  akb users --add anna --role owner --name "Anna Smith"\n  akb users --add petrov --role rep --name "Peter Petrov" --scope rep=007\n  akb users --change petrov --role supervisor --scope team=SOUTH\n  akb users --reset petrov --password-file password.txt\n  akb users --disable petrov',
  },
  'examples.keys': {
    ru: '  akb keys\n  akb keys --new "Выгрузка 1С" --role analyst --days 180\n  akb keys --revoke akb_1f2e3d4c',
    en: '  akb keys\n  akb keys --new "1C export" --role analyst --days 180\n  akb keys --revoke akb_1f2e3d4c',
  },

  'role.owner': { ru: 'владелец', en: 'owner' },
  'role.director': { ru: 'директор', en: 'director' },
  'role.analyst': { ru: 'аналитик', en: 'analyst' },
  'role.supervisor': { ru: 'супервайзер', en: 'supervisor' },
  'role.rep': { ru: 'торговый представитель', en: 'sales rep' },
  'role.marketer': { ru: 'маркетолог', en: 'marketer' },
  'role.dataProtectionOfficer': {
    ru: 'ответственный за персональные данные',
    en: 'data-protection officer',
  },

  'users.sheet': { ru: 'Пользователи', en: 'Users' },
  'users.login': { ru: 'Вход', en: 'Login' },
  'users.name': { ru: 'Имя', en: 'Name' },
  'users.role': { ru: 'Роль', en: 'Role' },
  'users.scope': { ru: 'Видит', en: 'Sees' },
  'users.company': { ru: 'всю компанию', en: 'the whole company' },
  'users.hidden': { ru: 'Скрыто', en: 'Hidden' },
  'users.state': { ru: 'Состояние', en: 'State' },
  'users.stateOf': {
    ru: '{state, select, disabled {выключен} oneTime {должен сменить пароль} other {действует}}',
    en: '{state, select, disabled {disabled} oneTime {has to change the password} other {active}}',
  },
  'users.created': { ru: 'Создан', en: 'Created' },
  'users.none': {
    ru: 'Пользователей ещё нет: владелец один, и открывает ключ папки данных. Добавить первого: akb users --add ИМЯ --role owner --name "…".',
    en: 'There are no users yet: the one owner comes in with the key of the data folder. Add the first: akb users --add LOGIN --role owner --name "…".',
  },
  'users.added': {
    ru: 'Добавлен пользователь {login} ({role}).',
    en: 'Added: the user {login} ({role}).',
  },
  'users.oneTime': {
    ru: 'Назначенный пароль действует три дня; при первом входе его надо сменить.',
    en: 'The password that was set opens for three days; it has to be changed at the first sign-in.',
  },
  'users.firstAdded': {
    ru: 'Это первый пользователь: ключ папки данных и ссылки для браузера больше ничего не открывают. Команды через работающий сервер теперь требуют ключ API (AKB_KEY или AKB_KEY_FILE).',
    en: 'This is the first user: the key of the data folder and links for browsers open nothing any more. Commands through a running server need an API key from now on (AKB_KEY or AKB_KEY_FILE).',
  },
  'users.changed': { ru: 'Изменён пользователь {login}.', en: 'Changed: the user {login}.' },
  'users.reset': {
    ru: 'Пользователю {login} назначен новый пароль; все его входы завершены.',
    en: 'A new password was set for {login}; all sessions of this user have ended.',
  },
  'users.password': { ru: 'Пароль', en: 'Password' },
  'users.passwordAgain': { ru: 'Пароль ещё раз', en: 'The password again' },
  'users.passwordsDiffer': { ru: 'Пароли не совпадают.', en: 'The passwords differ.' },
  passwordNotGiven: {
    ru: 'Пароль спросить не у кого: стандартный ввод — не терминал. Ничего не сделано; укажите --password-file ФАЙЛ.',
    en: 'There is nobody to ask for the password: standard input is no terminal. Nothing was done; give --password-file FILE.',
  },
  scopeCodeUnknown: {
    ru: 'Для --scope {value}: такого участника организации нет, или таких несколько. Ничего не сделано; пишите разрез и код или имя: {dimensions}, например rep=007.',
    en: 'For --scope {value}: the organisation has no such member, or several. Nothing was done; write a dimension and a code or a name: {dimensions}, for instance rep=007.',
  },

  'keys.sheet': { ru: 'Ключи', en: 'Keys' },
  'keys.prefix': { ru: 'Начинается с', en: 'Begins with' },
  'keys.name': { ru: 'Название', en: 'Name' },
  'keys.expires': { ru: 'Действует до', en: 'Expires' },
  'keys.lastUsed': { ru: 'Использован', en: 'Last used' },
  'keys.stateOf': {
    ru: '{state, select, revoked {отозван} expired {истёк} other {действует}}',
    en: '{state, select, revoked {revoked} expired {expired} other {valid}}',
  },
  'keys.none': {
    ru: 'Ключей ещё нет. Создать: akb keys --new НАЗВАНИЕ --role РОЛЬ --days ДНЕЙ.',
    en: 'There are no keys yet. Make one: akb keys --new NAME --role ROLE --days DAYS.',
  },
  'keys.made': {
    ru: 'Создан ключ «{name}» до {until}. Больше он показан не будет: сохраните его сейчас.',
    en: 'The key “{name}” was made; it opens until {until}. It is not shown again: save it now.',
  },
  'keys.revoked': { ru: 'Ключ {prefix} отозван.', en: 'The key {prefix} is revoked.' },
  keyPrefixUnknown: {
    ru: 'Действующего ключа, который начинается с «{prefix}», нет, или таких несколько. Ничего не сделано; все ключи показывает akb keys.',
    en: 'There is no valid key that begins with “{prefix}”, or there are several. Nothing was done; akb keys lists them all.',
  },
  'start.users': {
    ru: 'Вход по имени и паролю: {count, plural, one {# пользователь} few {# пользователя} many {# пользователей} other {# пользователя}}.',
    en: 'Sign in with login and password: {count, plural, one {# user} other {# users}}.',
  },
} as const satisfies MessageCatalogue;
