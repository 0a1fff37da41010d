import type { Words } from '../../language/words.ts';

export const signInWords = {
  title: { ru: 'Вход', en: 'Sign in' },
  login: { ru: 'Имя для входа', en: 'Login' },
  password: { ru: 'Пароль', en: 'Password' },
  enter: { ru: 'Войти', en: 'Sign in' },
  current: { ru: 'Пароль, который вам дали', en: 'The password you were given' },
  next: { ru: 'Новый пароль, не короче 12 знаков', en: 'New password, at least 12 characters' },
  change: { ru: 'Сменить пароль', en: 'Change the password' },
  changing: {
    ru: 'Этот пароль задал владелец. Прежде чем начать, задайте свой: его не знает никто, кроме вас.',
    en: 'An owner has set this password. Before you begin, choose one that nobody else knows.',
  },
  linkVoid: {
    ru: 'Ссылка уже открывалась или прошло больше десяти минут. Новую показывает команда akb open.',
    en: 'The link has been opened already, or is older than ten minutes. The command akb open shows a new one.',
  },
  byLink: {
    ru: 'Пока пользователей нет, вход — по одноразовой ссылке: её показывает программа при запуске и команда akb open.',
    en: 'While there are no users, a one-time link opens: the program shows it when it starts, and so does akb open.',
  },
} satisfies Words;
