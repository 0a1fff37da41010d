import type { Words } from '../../../language/words.ts';

export const mineWords = {
  look: { ru: 'Вид в этом браузере', en: 'How it looks in this browser' },
  language: { ru: 'Язык', en: 'Language' },
  theme: { ru: 'Тема', en: 'Theme' },
  auto: { ru: 'Как в системе', en: 'As the system' },
  light: { ru: 'Светлая', en: 'Light' },
  dark: { ru: 'Тёмная', en: 'Dark' },
  density: { ru: 'Строки таблиц', en: 'Rows of tables' },
  dense: { ru: 'Плотные', en: 'Dense' },
  roomy: { ru: 'Просторные', en: 'Roomy' },
  password: { ru: 'Пароль', en: 'Password' },
  current: { ru: 'Нынешний пароль', en: 'Current password' },
  next: { ru: 'Новый пароль', en: 'New password' },
  nextHelp: {
    ru: 'От 12 знаков; несколько слов подряд подойдут',
    en: 'At least 12 characters; several words in a row will do',
  },
  again: { ru: 'Новый пароль ещё раз', en: 'The new password again' },
  currentNeeded: { ru: 'Введите нынешний пароль', en: 'Type the current password' },
  short: { ru: 'Нужно не меньше 12 знаков', en: 'At least 12 characters are needed' },
  differs: { ru: 'Пароли не совпадают', en: 'The passwords differ' },
  change: { ru: 'Сменить пароль', en: 'Change the password' },
  changed: {
    ru: 'Пароль сменён, остальные входы завершены',
    en: 'The password is changed; the other sessions have ended',
  },
  sessions: { ru: 'Где вы вошли', en: 'Where you are signed in' },
  byLink: {
    ru: 'Вы вошли по одноразовой ссылке: своего пароля и входов у неё нет. Заведите себя пользователем на вкладке «Пользователи».',
    en: 'You came in by a one-time link: it has no password and no sessions. Make yourself a user on the tab “Users”.',
  },
  lent: {
    ru: 'Вы смотрите глазами другого пользователя: его пароль и входы здесь не показываются.',
    en: 'You look with the eyes of another user: his password and sessions are not shown here.',
  },
} satisfies Words;
