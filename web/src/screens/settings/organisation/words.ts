import type { Words } from '../../../language/words.ts';

export const organisationWords = {
  tree: { ru: 'Кто кому подчинён', en: 'Who belongs to whom' },
  treeHelp: {
    ru: 'Дерево складывается из загруженных отгрузок, справочников и того, что задано вручную.',
    en: 'The tree comes from the shipments and lists that were imported and from what was stated by hand.',
  },
  handOver: { ru: 'Передать клиентов', en: 'Hand customers over' },
  find: { ru: 'Найти в организации', en: 'Find in the organisation' },
  none: { ru: 'Организации ещё нет', en: 'There is no organisation yet' },
  noneHelp: {
    ru: 'Она появится, когда в загруженном файле есть филиалы, отделы, команды или представители.',
    en: 'It appears when an imported file has branches, departments, teams or reps.',
  },
  places: { ru: 'Свои места', en: 'Places of your own' },
  placesHelp: {
    ru: 'Поправки к встроенному справочнику: какой город в какой области, какая область в каком округе. Действуют для следующих загрузок.',
    en: 'Corrections of the built-in table: which town is in which region, which region in which district. They hold for later imports.',
  },
  place: { ru: 'Город или область', en: 'Town or region' },
  within: { ru: 'Где находится', en: 'Within' },
  add: { ru: 'Добавить', en: 'Add' },
  noPlaces: {
    ru: 'Поправок нет: действует встроенный справочник.',
    en: 'There are none: the built-in table holds.',
  },
  remove: { ru: 'Убрать', en: 'Remove' },
  removed: { ru: 'Поправка «{name}» убрана', en: 'The correction “{name}” is removed' },
  added: { ru: '«{name}» теперь в «{within}»', en: '“{name}” is within “{within}” now' },
  nameNeeded: { ru: 'Назовите место', en: 'Name a place' },
} satisfies Words;
