import type { Words } from '../../language/words.ts';

/** The tabs of the settings; the palette names them too. */
export const tabWords = {
  methods: { ru: 'Методики и АКБ', en: 'Methods and bases' },
  calendar: { ru: 'Рабочий календарь', en: 'Working calendar' },
  organisation: { ru: 'Организация', en: 'Organisation' },
  users: { ru: 'Пользователи', en: 'Users' },
  keys: { ru: 'Ключи API', en: 'API keys' },
  personal: { ru: 'Персональные данные', en: 'Personal data' },
  audit: { ru: 'Журнал', en: 'Audit trail' },
  mine: { ru: 'Моё', en: 'Mine' },
} satisfies Words;
