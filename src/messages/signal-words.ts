import type { MessageCatalogue } from './message.ts';

/** What signals say, on every edge. Nobody is accused: a signal asks for a look. */
export const signalWordMessages = {
  'signal.needsLook': { ru: 'Требует проверки', en: 'Needs a look' },
  'signal.cheapestTick': { ru: 'Одна дешёвая строка в конце месяца', en: 'One cheap line at month end' },
  'signal.ghostClient': {
    ru: 'Новые клиенты с одной покупкой и неполной карточкой',
    en: 'New customers with one purchase and a bare card',
  },
  'signal.splitSale': {
    ru: 'Один набор товаров спящим клиентам в один день',
    en: 'The same goods to sleeping customers on one day',
  },
  'signal.shipAndReturn': {
    ru: 'Отгрузка в конце месяца, возврат в начале следующего',
    en: 'Shipped at month end, returned at the start of the next',
  },
  'signal.overload': { ru: 'Запас впрок в конце месяца', en: 'Stocked up at month end' },
  'signal.duplicateNew': {
    ru: 'Новые карточки, похожие на прежних клиентов',
    en: 'New cards that look like old customers',
  },
  'signal.alternating': { ru: 'Клиенты покупают через месяц', en: 'Customers buy every other month' },
  'signal.addressClone': { ru: 'Новые точки по прежнему адресу', en: 'New points at a known address' },
  'signal.backdated': {
    ru: 'Документы, появившиеся после конца месяца',
    en: 'Documents that came after the end of their month',
  },
  'signal.zeroPrice': { ru: 'Только бесплатные строки', en: 'Lines free of charge only' },

  'signal.says.cheapestTick': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: за месяц одна строка, в последние три рабочих дня, не больше восьмой части обычной покупки.',
    en: '{marked, plural, one {# customer} other {# customers}}: one line in the month, in its last three working days, an eighth of the usual purchase at most.',
  },
  'signal.says.ghostClient': {
    ru: '{marked, plural, one {# новый клиент} few {# новых клиента} other {# новых клиентов}}: покупали только в месяце первой покупки, а в карточке не хватает того, по чему клиента находят: ИНН, адреса с домом, своего телефона.',
    en: '{marked, plural, one {# new customer} other {# new customers}}: bought in the month of the first purchase only, and the card lacks what a customer is found by: ИНН, an address with a house, a phone of its own.',
  },
  'signal.says.splitSale': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}} после долгого перерыва: в один день одни и те же товары на близкие суммы, а другой клиент того же представителя своего обычного месячного объёма не взял.',
    en: '{marked, plural, one {# customer} other {# customers}} after a long pause: the same goods on one day for about the same sums, while another customer of the rep did not take his usual monthly volume.',
  },
  'signal.says.shipAndReturn': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: отгрузка в последние три рабочих дня, почти вся вернулась в первые пять рабочих дней следующего месяца.',
    en: '{marked, plural, one {# customer} other {# customers}}: shipped in the last three working days, nearly all of it returned in the first five of the next month.',
  },
  'signal.says.overload': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: в последние три рабочих дня в два с половиной раза больше обычного или ещё больше, затем перерыв намного дольше обычного.',
    en: '{marked, plural, one {# customer} other {# customers}}: in the last three working days two and a half times the usual or more, then a pause far longer than usual.',
  },
  'signal.says.duplicateNew': {
    ru: '{marked, plural, one {# новый клиент похож} few {# новых клиента похожи} other {# новых клиентов похожи}} на прежнего, который с тех пор ничего не покупал.',
    en: '{marked, plural, one {# new customer looks} other {# new customers look}} like an old one who has bought nothing since.',
  },
  'signal.says.alternating': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: за двенадцать месяцев покупали либо только в чётные, либо только в нечётные.',
    en: '{marked, plural, one {# customer} other {# customers}}: in twelve months bought in even ones only, or in odd ones only.',
  },
  'signal.says.addressClone': {
    ru: '{marked, plural, one {# точка} few {# точки} other {# точек}} с первой отгрузкой в этом месяце: по тому же адресу у клиента уже есть точка.',
    en: '{marked, plural, one {# point} other {# points}} first shipped to in the month: the customer has a point at the same address already.',
  },
  'signal.says.backdated': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: отгрузки датированы этим месяцем, но появились в загрузке, когда данные уже ушли дальше его конца больше чем на две недели.',
    en: '{marked, plural, one {# customer} other {# customers}}: shipments are dated in the month, but came with an import when the data had gone more than two weeks beyond its end.',
  },
  'signal.says.zeroPrice': {
    ru: '{marked, plural, one {# клиент} few {# клиента} other {# клиентов}}: за месяц отгружено только бесплатное.',
    en: '{marked, plural, one {# customer} other {# customers}}: all that was shipped in the month was free of charge.',
  },
  'signal.usual': {
    ru: 'Это {share} купивших; у коллег в этом месяце обычно {peers}{own, select, none {} other {, у него самого в другие месяцы {own}}}.',
    en: 'That is {share} of those who bought; usual among colleagues in the month: {peers}{own, select, none {} other {, in other months of the rep: {own}}}.',
  },
  'signal.gone': {
    ru: 'В сегодняшних данных этого уже нет.',
    en: 'The data of today do not show it any more.',
  },

  'severity.high': { ru: 'Высокая', en: 'High' },
  'severity.medium': { ru: 'Средняя', en: 'Medium' },
  'severity.low': { ru: 'Низкая', en: 'Low' },
  'signalState.new': { ru: 'Новые', en: 'New' },
  'signalState.waiting': { ru: 'Ждут второго', en: 'Wait for a second person' },
  'signalState.confirmed': { ru: 'Подтверждены', en: 'Confirmed' },
  'signalState.explained': { ru: 'Объяснены', en: 'Explained' },
  'signalState.dismissed': { ru: 'Отклонены', en: 'Dismissed' },
  'verdict.confirmed': { ru: 'Подтверждён', en: 'Confirmed' },
  'verdict.explained': { ru: 'Объяснён', en: 'Explained' },
  'verdict.dismissed': { ru: 'Отклонён', en: 'Dismissed' },
  'gap.inn': { ru: 'нет верного ИНН', en: 'no valid ИНН' },
  'gap.street': { ru: 'нет адреса с домом', en: 'no address with a house' },
  'gap.samePhone': { ru: 'телефон есть и у другого клиента', en: 'another customer has the phone' },
} as const satisfies MessageCatalogue;
