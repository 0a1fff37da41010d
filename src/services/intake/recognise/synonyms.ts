import type { Field } from '../../../domain/fields.ts';

/**
 * What columns are called. Lists are separated by semicolons; lower case, without unit («, шт», «(руб.)»), punctuation
 * as people write it (it is folded away). **The order within a field is the preference**: when two columns mean the
 * same, the one whose name stands earlier is taken.
 *
 * Words that mean different things beside different neighbours stand in `ambiguousWords`.
 */
export const synonyms: Readonly<Partial<Record<Field, string>>> = {
  documentId: 'ссылка guid; guid документа; идентификатор документа; document id; uuid документа',
  documentNumber: `
    номер документа; регистратор номер; номер накладной; номер реализации; номер отгрузки; номер упд; номер
    документа продажи; документ номер; номер док; ном док; номер расходной накладной; упд; номер торг-12;
    номер; номер чека; чек; номер с/ф; номер счета-фактуры; reference; number; invoice; invoice no; invoice number;
    invoice id; document no; document number; doc no; shipment number; delivery note; sales order number;
    order no; order number; order id; номер заказа; заказ; заказ клиента; номер сделки; inv no; inv number`,
  documentType: `
    вид документа; тип документа; вид операции; тип операции; хозоперация; хоз. операция; хозяйственная
    операция; операция; тип движения; вид движения; движение; document type; doc type; transaction type`,
  documentStatus: `
    проведен; проведено; документ проведен; posted; пометка удаления; помечен на удаление; отменен; статус
    документа; статус заказа; состояние документа; document status; order status`,
  orderDate: 'дата заказа; дата заказа клиента; дата заявки; order date; date ordered',
  shipmentDate: `
    дата отгрузки; фактическая дата отгрузки; дата реализации; дата накладной; дата упд; дата документа; дата
    продажи; дата расхода; дата проведения; дата доставки; дата чека; дата документа продажи; дата док; дата
    расходной накладной; shipment date; ship date; shipping date; delivery date; invoice date; document date;
    posting date; sales date; sale date; transaction date; дата; date; период день; день; day; время; дата и
    время; datetime; timestamp; inv date`,
  plannedShipmentDate: `
    плановая дата отгрузки; желаемая дата поступления; желаемая дата отгрузки; план дата отгр; дата доставки
    план; дата отгрузки план; планируемая дата отгрузки; due date`,
  paymentDate: `
    дата оплаты; плановая дата оплаты; срок оплаты; срок платежа; дата платежа; оплатить до; payment date`,
  month: 'месяц; отчетный месяц; период месяц; месяц год; month; year month',
  holding: `
    холдинг; сеть; торговая сеть; розничная сеть; группа компаний; головной контрагент; головная компания; key
    account; holding; chain; parent company`,
  clientName: `
    контрагент; наименование контрагента; клиент; наименование клиента; название клиента; имя клиента;
    покупатель; наименование покупателя; название компании; компания; компания контакта; заказчик; юр. лицо;
    юридическое лицо; юрлицо; организация-покупатель; плательщик; фирма; дебитор; клиент контрагент;
    сокращенное наименование организации; customer; customer name; client; client name; buyer; buyer name;
    company; company name; account name; reseller; reseller name; sold to; sold to party; bill to; наим.
    клиента; наим. контрагента; клиент наименование; контрагент покупатель; контрагент наименование; клиент
    название; costumer; cust name; cust; фио клиента; фио покупателя`,
  clientFullName: `
    полное наименование; наименование полное; полное название; официальное наименование; юридическое
    наименование; полное наименование организации; полное наименование контрагента; полное наименование
    клиента; legal name; full name of company`,
  clientCode: `
    код контрагента; код клиента; код покупателя; код партнера; id клиента; id контрагента; клиент id; внешний
    код клиента; номер клиента; customer id; customer code; customer no; customer number; customer key; client
    id; client code; reseller key; reseller id; reseller code; account id; buyer id; company id; cust id; cust
    code; cust no`,
  clientType: `
    тип клиента; вид клиента; тип компании; вид контрагента; тип контрагента; категория клиента; категория
    контрагента; группа клиентов; группа контрагентов; группа клиента; сегмент клиента; сегмент партнера;
    b2b/b2c; business type; customer type; customer segment; customer group; customer category; client type`,
  legalForm: 'правовая форма; опф; организационно-правовая форма; юр/физ; юр. / физ. лицо; legal form',
  salesChannel: `
    канал сбыта; канал продаж; канал дистрибуции; канал; сегмент канала; направление сбыта; sales channel;
    channel; distribution channel`,
  acquisitionChannel: `
    канал привлечения; источник привлечения; источник лида; источник; откуда узнали; рекламный источник; lead
    source; utm_source; utm_medium; utm_campaign`,
  industry: `
    сфера деятельности; вид деятельности; основной вид деятельности; род деятельности; отрасль; оквэд;
    industry`,
  inn: `
    инн; инн контрагента; инн клиента; инн покупателя; инн партнера; налоговый номер; inn; tax id; tax number;
    taxpayer id; vat number`,
  kpp: 'кпп; кпп контрагента; кпп клиента; kpp',
  innKpp: 'инн/кпп; инн кпп контрагента; инн и кпп',
  ogrn: 'огрн; огрнип; огрн/огрнип; ogrn',
  contract: `
    договор; номер договора; договор контрагента; договор поставки; соглашение; соглашение с клиентом;
    contract; contract no; contract number`,
  deliveryPointName: `
    торговая точка; наименование торговой точки; название торговой точки; тт; наименование тт; точка; точка
    доставки; точка продаж; грузополучатель; магазин; торговый объект; объект; аптека; склад клиента; адрес
    (точка); outlet; outlet name; store; store name; shop; delivery point; ship to; ship to party; ship to
    name; consignee; торг. точка; торговая точка наименование`,
  deliveryPointCode: `
    код тт; код торговой точки; id тт; id торговой точки; id точки; код точки; код грузополучателя;
    грузополучатель код; код магазина; gln; outlet code; outlet id; store id; store code; shop id; ship to
    code; ship to id`,
  deliveryPointType: `
    тип тт; тип торговой точки; тип точки; формат торговой точки; формат тт; формат магазина; категория тт;
    вид торговой точки; категория точки; категория торговой точки; грейд; грейд тт; грейд точки; outlet type;
    store type; store format; outlet grade`,
  deliveryAddress: `
    адрес доставки; адрес тт; адрес торговой точки; адрес точки; адрес магазина; адрес грузополучателя; место
    доставки; фактический адрес; факт. адрес; адрес фактический; адрес; адрес клиента; адрес - улица, номер
    дома; delivery address; shipping address; ship to address; address; street address`,
  legalAddress: `
    юридический адрес; юр. адрес; адрес юридический; адрес регистрации; legal address; billing address; bill
    to address`,
  city: `
    город; населенный пункт; нас. пункт; адрес - населенный пункт; локалитет; город доставки; город клиента;
    г.; city; town; locality`,
  region: `
    регион; область; субъект рф; субъект федерации; край; республика; регион доставки; бизнес-регион;
    макрорегион; район; region; state; province; state province; state province name; county`,
  federalDistrict: 'федеральный округ; фо; округ; federal district',
  country: 'страна; country; country name; country region',
  latitude: 'широта; geo_lat; latitude; lat',
  longitude: 'долгота; geo_lon; longitude; lon; lng',
  skuCode: `
    код номенклатуры; код товара; код продукции; код продукта; артикул; арт; артикул товара; артикул
    номенклатуры; sku; ску; ваш sku; складской номер; id товара; штрихкод; штрих-код; ean; ean13; gtin;
    barcode; product key; product code; product id; product number; product no; item code; item no; item
    number; item id; stock code; sku code; sku id; material; part number; prod code; prod id`,
  skuNameUnit: `
    номенклатура, базовая единица измерения; номенклатура, единица измерения; номенклатура, ед. изм.`,
  skuName: `
    номенклатура; наименование номенклатуры; товар; наименование товара; название товара; товары;
    товар/услуга; продукция; наименование продукции; продукт; наименование продукта; позиция; услуга;
    содержание; тмц; номенклатура товар; product; product name; item; item name; sku name; product
    description; item description; stock description; material description; наим. товара; наим. номенклатуры;
    наименование тмц; товар наименование; item desc; prod name; product desc`,
  category: `
    категория товара; категория товаров; товарная категория; категория номенклатуры; категория продукции;
    товарная группа; группа товаров; группа товара; группа номенклатуры; номенклатурная группа; вид
    номенклатуры; ассортиментная группа; раздел; линейка; направление; product category; product category
    name; item category; category; product group; item group; product line; product family; department name`,
  subcategory: `
    подкатегория; подкатегория товара; подгруппа; подгруппа товаров; товарная подгруппа; subcategory; sub
    category; product subcategory; product subcategory name; subgroup`,
  brand: 'бренд; торговая марка; тм; марка; марка (бренд); brand; brand name; trademark',
  manufacturer: 'производитель; изготовитель; завод-изготовитель; manufacturer; producer',
  quantity: `
    количество; количество (в базовых единицах); количество (в ед. хранения); кол-во; кол; количество товара;
    количество отгружено; отгруженное количество; количество продаж; количество единиц; объем продаж шт;
    продано; отгружено шт; шт; штук; штуки; упаковки; короба; quantity; qty; order quantity; order qty;
    ordered quantity; sales quantity; shipped quantity; shipped qty; units; units sold; pcs; volume; объем;
    вес; вес нетто; масса; кг; литры; к-во; количество проданного товара; количество товаров; quantity
    ordered; qty ordered`,
  unit: `
    единица измерения; ед. изм.; ед. измерения; базовая единица измерения; единица; ед.; единица хранения;
    упаковка; unit; unit of measure; uom`,
  price: `
    цена с ндс; цена; цена за единицу; отпускная цена; цена продажи; цена реализации; цена за шт; цена за ед;
    цена без ндс; unit price; price; sales price; selling price; price per unit; price each`,
  amountGross: `
    сумма включая ндс; сумма с ндс; сумма с учетом ндс; сумма, в т.ч. ндс; всего с ндс; итого с ндс; выручка с
    ндс; стоимость с ндс; сумма отгрузки; сумма реализации; сумма продажи; сумма продаж; стоимость продажи;
    выручка; сумма; сумма документа; сумма по документу; стоимость; продажи; объем продаж; оборот;
    товарооборот; реализация; отгрузка; бюджет; сумма сделки; sales amount; amount incl vat; gross amount;
    line total; line amount; extended price; amount; sales; revenue; turnover; net sales; total amount; total
    price; sum; value; итого; всего; итоговая сумма; сумма итого; сумма к оплате; ст-ть; ст-ть с ндс; total
    revenue; total sales; total; amt; руб; рублей`,
  amountNet: `
    сумма без ндс; выручка без ндс; стоимость без ндс; сумма без учета ндс; продажи без ндс; всего без ндс;
    итого без ндс; net amount; amount excl vat; amount without vat; net value`,
  vatRate: '% ндс; ставка ндс; ндс %; vat rate; vat %; tax rate',
  vatAmount: 'сумма ндс; ндс; в том числе ндс; в т.ч. ндс; vat; vat amount; tax amount; tax',
  discount: `
    скидка; % скидки; сумма скидки; скидка %; сумма ручной скидки; сумма автоматической скидки; discount;
    discount amount; unit price discount pct`,
  costAmount: `
    себестоимость; себестоимость продаж; себестоимость продажи; сумма себестоимости; total product cost; total
    cost; cost; cost amount; cost of sales; cogs`,
  grossProfit: 'валовая прибыль; прибыль; маржа; доход; gross profit; margin; profit',
  currency: 'валюта; валюта документа; валюта взаиморасчетов; currency; currency code',
  managerName: `
    менеджер; основной менеджер; менеджер клиента; менеджер по продажам; ответственный менеджер; закрепленный
    менеджер; фио менеджера; менеджер покупателя; кам; kam; ответственный; ответственный сотрудник;
    ответственный за клиента; владелец-сотрудник; куратор; manager; manager name; account manager;
    responsible; responsible person; owner; сотрудник; ответственный за контакт; автор; кем создана сделка;
    менеджер фио; фио ответственного; ответственный фио`,
  managerCode: 'код менеджера; id менеджера; manager id; manager code; manager key',
  salesRepName: `
    торговый представитель; торгпред; тп; фио тп; торговый агент; агент; мобильный сотрудник; мерчендайзер;
    экспедитор; sales rep; sales rep name; sales representative; salesperson; sales person; salesman;
    salesperson name; agent; employee; employee name; rep; rep name; фио торгового представителя; фио агента`,
  salesRepCode: `
    код тп; код торгового представителя; код агента; id тп; табельный номер; sales rep id; sales rep code;
    salesperson id; salesperson key; salesperson code; employee key; employee id; employee code; rep id; rep
    code; agent id`,
  supervisor: 'супервайзер; руководитель группы; старший менеджер; supervisor; team lead',
  team: 'команда; торговая команда; группа тп; маршрут; день маршрута; team; sales team; route',
  department: 'отдел; подразделение; отдел продаж; дивизион; цфо; department; division',
  branch: 'филиал; офис; обособленное подразделение; площадка; branch; office; sales office',
  ownCompany: `
    наша организация; организация; продавец; юрлицо продавца; наше юр. лицо; own company; seller; supplier
    company`,
  warehouse: 'склад; склад отгрузки; склад отправитель; warehouse; stock location',
  territoryCode: `
    код территории; id территории; sales territory key; territory key; territory id; territory code`,
  territoryName: `
    территория; территория продаж; наименование территории; участок; sales territory; territory; territory
    name; sales territory name`,
  creditLimit: `
    кредитный лимит; лимит кредитования; лимит задолженности; максимальная сумма задолженности; кредлимит;
    допустимая сумма долга; лимит; credit limit`,
  deferralDays: `
    отсрочка; отсрочка платежа; дней отсрочки; отсрочка дней; кол-во дней на оплату; число дней кредита;
    условия оплаты; условие оплаты; payment terms; payment days`,
  debt: `
    дебиторская задолженность; дз; задолженность; долг; долг клиента; сальдо; receivable; receivables; debt;
    balance`,
  overdueDebt: `
    просроченная задолженность; просроченная дебиторская задолженность; пдз; просрочка; в т. ч. просрочено;
    просрочено; overdue; overdue amount`,
  debtDate: `
    дата задолженности; дата долга; дата остатка; дата сальдо; на дату; по состоянию на; отчетная дата; as of;
    as of date; balance date`,
  contactName: `
    контактное лицо; контакт; основной контакт; полное имя контакта; имя контакта; ф.и.о. контакта; фио
    контакта; директор; ген. директор; генеральный директор; руководитель; фамилия; имя; отчество; contact;
    contact name; contact person; first name; last name; surname; contact last name; contact first name`,
  contactPosition: `
    должность; должность руководителя; должность контакта; роль; роль контакта; position; job title`,
  decisionMaker: 'лпр; лицо, принимающее решение; decision maker',
  influencer: 'лвр; лицо, влияющее на решение; influencer',
  phone: `
    телефон; телефоны; основной телефон; рабочий телефон; контактный телефон; мобильный телефон; мобильный;
    сотовый; сотовый телефон; рабочий прямой телефон; домашний телефон; телефон контакта; телефон клиента;
    номер телефона; тел; whatsapp; phone; phone number; mobile; mobile phone; tel`,
  email: `
    email; e-mail; эл. почта; электронная почта; адрес электронной почты; почта; рабочий e-mail; рабочий
    email; личный email; личный e-mail; email контакта; email address; mail`,
  site: 'сайт; корпоративный сайт; веб-сайт; website; site; web',
  messenger: 'мессенджер; telegram; телеграм; тг; вк; max; viber; vk; messenger',
  birthDate: 'дата рождения; день рождения; др; birth date; birthday; date of birth',
  sex: 'пол; sex; gender',
  consent: `
    согласие на обработку персональных данных; согласие на обработку пд; согласие; согласие на рассылку;
    согласие на рекламу; подписан на рассылку; пользовательское соглашение; consent`,
  tags: 'теги; теги сделки; метки; метка; tags',
  note: `
    комментарий; комментарии; примечание; примечания; примечание 1; примечание 2; примечание 3; примечание 4;
    примечание 5; заметки; описание; comment; comments; note; notes; remark`,
  createdAt: `
    дата создания; дата создания сделки; дата добавления; дата регистрации; дата заведения; создан; created;
    created at; creation date; date created; дата и время создания; время создания`,
  updatedAt: `
    дата редактирования; дата изменения; изменен; modified; modified date; updated at; date modified`,
  closedAt: 'дата закрытия; дата завершения; closed at; close date; closed date',
  dealName: 'название сделки; сделка; наименование сделки; deal; deal name; opportunity',
  dealStage: 'этап сделки; стадия сделки; этап; стадия; воронка/этап; deal stage; pipeline stage; stage',
  dealId: 'id сделки; deal id',
  planActiveBase: 'план акб; план по акб; акб план; цель акб; план активной базы; active base plan',
  planSales: `
    план продаж; план отгрузки; план отгрузок; план выручки; план по продажам; план по выручке; план; sales
    plan; sales target; sales quota; target`,
  planAvgSku: `
    план ср. sku; план среднее sku; план средний sku; план sku; план по sku; план ску; avg sku plan`,
  planOther: `
    план качественной акб; план новых клиентов; план новых; план охвата; план покрытия; план среднего чека; план mml; план по ассортименту; план визитов; план посещений; план документов; план средний чек`,
};

/** Column names that say something we do not use; recognised so that nothing else is guessed of them. */
export const unusedHeaders = `
  номер п/п; п/п; номер строки; строка; n; row; row number; line number; воронка; pipeline; проект;
  оплачено; не оплачено; факт; факт акб; % выполнения; выполнение; рентабельность; рентабельность %; вес %;
  доля; доля %; дата визита; визит; посещение; план посещения; результат визита; причина отказа; визит с
  заказом; фото; чек-ин; вид цены; тип цены; колонка прайса; группа скидок; наценка; наценка %; курс; курс
  взаиморасчетов; способ доставки; utm_content; utm_term; cid; дата первой покупки; дата последней покупки;
  последняя отгрузка; остаток; конечный остаток; начальный остаток; дата договора; color; size; weight;
  standard cost; list price; rowguid; год; квартал; неделя; year; quarter; week; кем редактирована; дети;
  семья; увлечения; обращение; отписка; дата согласия; постоплата %; процент пост оплаты; координаты; gps;
  среднее; average`;

/** What a name may stand for; its neighbours and values decide, and the first is taken when they say nothing. */
export const ambiguousWords: readonly (readonly [names: string, fields: readonly Field[]])[] = [
  [
    'код; code; код 1с; внешний код; external id',
    ['clientCode', 'skuCode', 'deliveryPointCode', 'documentId'],
  ],
  ['id; ид; guid; uuid; key; ref_key', ['clientCode', 'dealId', 'skuCode', 'documentId']],
  ['наименование; название; name', ['clientName', 'skuName', 'deliveryPointName', 'salesRepName']],
  ['фио; ф. и. о.', ['contactName', 'clientName', 'salesRepName']],
  ['описание', ['note', 'skuName']],
  ['description', ['skuName', 'clientName', 'note']],
  ['группа; категория; group', ['category', 'clientType', 'team']],
  ['тип; вид; type', ['clientType', 'documentType', 'category']],
  ['сегмент; segment', ['clientType', 'salesChannel']],
  ['формат', ['deliveryPointType', 'clientType']],
  ['статус; состояние; status', ['documentStatus', 'dealStage']],
  ['state', ['region', 'documentStatus']],
  ['партнер; partner', ['clientName', 'holding']],
  ['дистрибьютор; дистрибутор; дилер; субдилер; distributor; dealer', ['ownCompany', 'clientName']],
  ['организация', ['ownCompany', 'clientName']],
  [
    `документ; регистратор; ссылка; документ продажи; документ движения; документ реализации; документ отгрузки;
    документ основание; накладная; заказ клиента; document`,
    ['documentNumber', 'documentPresentation'],
  ],
  ['период; дата; period; date', ['shipmentDate', 'month', 'debtDate']],
  ['отгружено; реализовано', ['quantity', 'amountGross', 'shipmentDate']],
  ['employee; salesperson; sales person', ['salesRepName', 'salesRepCode']],
  ['manager; менеджер', ['managerName', 'managerCode']],
  ['customer; client', ['clientName', 'clientCode']],
  ['product; item', ['skuName', 'skuCode']],
];

/** What a header speaks of: the part before the dot, or the column beside. */
export type Entity =
  | 'client'
  | 'product'
  | 'point'
  | 'document'
  | 'order'
  | 'rep'
  | 'manager'
  | 'contract'
  | 'own'
  | 'deal';

export const entityWords: Readonly<Record<Entity, string>> = {
  client: `
    контрагент; клиент; покупатель; партнер; заказчик; дебитор; компания; реквизит (россия); реквизит;
    customer; client; reseller; company`,
  product: 'номенклатура; товар; продукция; продукт; sku; product; item; stock',
  point: 'грузополучатель; торговая точка; тт; точка; точка доставки; магазин; outlet; store',
  document: `
    документ; регистратор; накладная; реализация; упд; ссылка; документ продажи; document; invoice`,
  order: 'заказ; заказ клиента; заявка; order',
  rep: 'торговый представитель; тп; торговый агент; агент; sales rep; employee; salesperson',
  manager: 'менеджер; основной менеджер; ответственный; manager',
  contract: 'договор; соглашение; contract',
  own: 'организация; склад; наша организация; продавец; поставщик; валюта; подразделение',
  deal: 'сделка; deal',
};

/** What a part means on its entity: «Контрагент.Код», «Номенклатура.Артикул». */
export const entityParts: Readonly<
  Partial<Record<Entity, Readonly<Partial<Record<Field | 'unused', string>>>>>
> = {
  client: {
    clientCode: 'код; id; guid; code',
    clientName: 'наименование; название; name; представление',
    clientFullName: 'наименование полное; полное наименование',
    clientType: 'тип; вид; группа; категория; сегмент; родитель',
    holding: 'головной контрагент; партнер',
    legalAddress: 'адрес',
    note: 'описание',
  },
  product: {
    skuCode: 'код; id; guid; code; key; артикул',
    skuName: 'наименование; название; name; представление; наименование полное; полное наименование',
    category: 'группа; родитель; категория; вид; тип; товарная категория; товарная группа',
    subcategory: 'подгруппа; подкатегория',
    unit: 'единица',
    unused: 'описание; вес; объем',
  },
  point: {
    deliveryPointCode: 'код; id; code',
    deliveryPointName: 'наименование; название; name',
    deliveryPointType: 'тип; формат; вид; категория',
    deliveryAddress: 'адрес',
    unused: 'инн; кпп',
  },
  document: {
    documentNumber: 'номер; no; number',
    shipmentDate: 'дата; date',
    documentType: 'тип; вид; type',
    documentStatus: 'статус; проведен; status',
    documentId: 'guid; id',
    amountGross: 'сумма',
    unused: 'номер входящий; дата входящая; код; комментарий; плановая дата отгрузки',
  },
  order: {
    documentNumber: 'номер; no; number',
    orderDate: 'дата; date',
    documentStatus: 'статус',
    unused: 'сумма',
  },
  rep: { salesRepCode: 'код; id', salesRepName: 'наименование; name; фио' },
  manager: { managerCode: 'код; id', managerName: 'наименование; name; фио' },
  contract: { contract: 'код; номер; наименование', unused: 'дата' },
  deal: { dealId: 'id', dealName: 'название; наименование', dealStage: 'этап; стадия' },
};
