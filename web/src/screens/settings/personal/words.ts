import type { Words } from '../../../language/words.ts';

export const personalWords = {
  special: { ru: 'Особые сведения о контактах', en: 'Special information of contacts' },
  specialHelp: {
    ru: 'Семья, увлечения, дети контактных лиц. По умолчанию выключено: чтобы хранить, закон требует цели (152-ФЗ, статья 5). Видят их в карточке, на вкладке «Люди», только те, у кого есть право на особые сведения.',
    en: 'Family, hobbies, children of contact persons. Off by default: the law asks for a purpose to keep them (152-FZ, article 5). Only those with the right to special information see them, on the tab “People” of a card.',
  },
  off: { ru: 'Выключено: эти сведения не хранятся.', en: 'Off: no such information is kept.' },
  on: { ru: 'Хранить особые сведения', en: 'Keep special information' },
  purpose: { ru: 'Для чего они нужны', en: 'What they are needed for' },
  purposeHint: {
    ru: 'Например: поздравлять с днём рождения по просьбе клиента',
    en: 'For instance: to congratulate on birthdays as customers wish',
  },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Особые сведения включены', en: 'Special information is on' },
  turnedOff: { ru: 'Особые сведения выключены и стёрты', en: 'Special information is off and erased' },
  offTitle: { ru: 'Выключить особые сведения', en: 'Turn special information off' },
  offAsk: {
    ru: 'Всё, что записано о семье, увлечениях и детях контактных лиц, сотрётся. Вернуть будет нельзя.',
    en: 'All that is written of family, hobbies and children of contact persons is erased. There is no way back.',
  },
  offNow: { ru: 'Выключить и стереть', en: 'Turn off and erase' },
} satisfies Words;
