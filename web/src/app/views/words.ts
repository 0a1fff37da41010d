import type { Words } from '../../language/words.ts';

export const viewWords = {
  pin: { ru: 'Закрепить', en: 'Pin' },
  pinNew: { ru: 'Закрепить как новый вид', en: 'Pin as a new view' },
  name: { ru: 'Название вида', en: 'Name of the view' },
  share: { ru: 'Показать и другим', en: 'Let others see it' },
  sharedWith: { ru: 'Кто увидит вид кроме вас', en: 'Who sees the view beside you' },
  keepChanges: { ru: 'Сохранить изменения в «{name}»', en: 'Save the changes to “{name}”' },
  views: { ru: 'Виды этого экрана', en: 'Views of this screen' },
  noViews: {
    ru: 'Закреплённых видов ещё нет. Настройте экран и закрепите его: он появится здесь и в меню слева.',
    en: 'Nothing is pinned yet. Set the screen up and pin it: it appears here and in the menu.',
  },
  rename: { ru: 'Название и доступ: {name}', en: 'Name and sharing: {name}' },
  remove: { ru: 'Удалить вид: {name}', en: 'Remove the view: {name}' },
  back: { ru: 'Назад', en: 'Back' },
  save: { ru: 'Сохранить', en: 'Save' },
  sharedMark: { ru: 'общий', en: 'shared' },
  ofOwner: { ru: 'от: {owner}', en: 'by {owner}' },
  pinned: { ru: 'Вид «{name}» закреплён', en: 'The view “{name}” is pinned' },
  changed: { ru: 'Вид «{name}» изменён', en: 'The view “{name}” is changed' },
  removed: { ru: 'Вид «{name}» удалён', en: 'The view “{name}” is removed' },
} satisfies Words;
