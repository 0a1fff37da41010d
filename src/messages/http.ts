import type { MessageCatalogue } from './message.ts';

/** What the server says, and the commands that have to do with it. */
export const httpMessages = {
  // Who may come in.
  notSignedIn: {
    ru: 'Вход не выполнен. Войдите по имени и паролю, программа — с ключом API. Пока пользователей нет, открывает ссылка от akb open и ключ из файла secret папки данных.',
    en: 'You are not signed in. Sign in with login and password, a program with an API key. While there are no users, the link that akb open shows and the key from the file secret of the data folder open.',
  },
  linkVoid: {
    ru: 'Ссылка недействительна: она открывается один раз и живёт десять минут. Новую показывает akb open.',
    en: 'The link is void: it opens once and lives ten minutes. akb open shows a new one.',
  },
  webNotBuilt: {
    ru: 'Веб-приложение не собрано. Остановите программу и запустите её командой npm start: она соберёт его. Данные на месте, команды akb работают.',
    en: 'The web application is not built. Stop the program and start it by npm start, which builds it. The data are there, the akb commands work.',
  },
  onlyByKey: {
    ru: 'Это разрешено только с ключом из папки данных, не из браузера. Ничего не сделано.',
    en: 'This takes the key from the data folder; a browser may not do it. Nothing was done.',
  },
  notAllowed: {
    ru: 'Роль «{role, select, owner {владелец} director {директор} analyst {аналитик} supervisor {супервайзер} rep {торговый представитель} marketer {маркетолог} dataProtectionOfficer {ответственный за персональные данные} other {{role}}}» этого не позволяет, или это вам запрещено: {permission, select, seeFigures {показатели} seeCustomers {клиенты} editCustomers {правка клиентов} mergeCustomers {объединение клиентов} handOver {передача клиентов} recordTouches {записи о касаниях} seeSpecial {особые сведения о контактах} export {выгрузка целых списков} defineSets {наборы клиентов} defineCompany {правила компании} setPlans {планы} approvePlans {утверждение планов} closeMonths {закрытие месяцев} seeBonus {премии} setBonus {схемы мотивации} import {загрузка данных} operate {обслуживание} manageUsers {пользователи} seeAudit {журнал} handlePersonalData {персональные данные} destroyCustomers {уничтожение данных клиентов} other {{permission}}}. Ничего не сделано; права даёт владелец.',
    en: 'The role “{role, select, dataProtectionOfficer {data-protection officer} other {{role}}}” does not allow it, or it is forbidden to you: {permission, select, seeFigures {figures} seeCustomers {customers} editCustomers {editing customers} mergeCustomers {merging customers} handOver {handing customers over} recordTouches {recording touches} seeSpecial {special information of contacts} export {exports of whole lists} defineSets {sets of customers} defineCompany {rules of the company} setPlans {plans} approvePlans {approving plans} closeMonths {closing months} seeBonus {premiums} setBonus {bonus schemes} import {loading data} operate {upkeep} manageUsers {users} seeAudit {the audit} handlePersonalData {personal data} destroyCustomers {destroying data of customers} other {{permission}}}. Nothing was done; an owner gives rights.',
  },
  onlyOfWhole: {
    ru: 'Это касается всей компании, а вам видна её часть. Ничего не сделано.',
    en: 'This is about the whole company, and you see a part of it. Nothing was done.',
  },
  customerUnknown: {
    ru: 'Клиента с номером {id} нет.',
    en: 'There is no customer with the number {id}.',
  },
  customerEditStale: {
    ru: 'Карточку изменил{user, select, none { владелец папки данных} other { {user}}}{at, select, none {} other { ({at})}}, пока вы её правили. {field, select, name {Название} clientType {Тип} salesChannel {Канал сбыта} acquisitionChannel {Откуда пришёл} industry {Вид деятельности} status {Статус} statusReason {Причина} city {Город} pointType {Категория точки} address {Адрес} legalAddress {Юридический адрес} site {Сайт} note {Заметка} other {{field}}}: у вас «{yours}», сейчас «{now}». Ничего не записано. Обновите карточку и сохраните ещё раз, если ваше значение верно.',
    en: '{user, select, none {The owner of the data folder} other {{user}}} changed the card while you were editing it{at, select, none {} other { ({at})}}. {field, select, name {Name} clientType {Type} salesChannel {Sales channel} acquisitionChannel {Acquired by} industry {Line of business} status {Status} statusReason {Reason} city {City} pointType {Grade of the point} address {Address} legalAddress {Registered address} site {Site} note {Note} other {{field}}}: yours is “{yours}”, now it is “{now}”. Nothing was written. Open the card again and save once more if your value is right.',
  },
  customerEditChanged: {
    ru: 'После этой правки указано другое значение. Ничего не изменено. Откройте карточку и укажите нужное.',
    en: 'Another value has been stated since that edit. Nothing was changed. Open the card and state the right one.',
  },
  customerEditUnknown: {
    ru: 'Правки с номером {id} нет. Ничего не изменено.',
    en: 'There is no edit with the number {id}. Nothing was changed.',
  },
  customerFieldElsewhere: {
    ru: '{field, select, clientType {Тип указывают у клиента} salesChannel {Канал указывают у клиента} acquisitionChannel {Источник указывают у клиента} industry {Вид деятельности указывают у клиента} status {Статус указывают у клиента} statusReason {Причину указывают у клиента} city {Город указывают у точки доставки: их здесь несколько} pointType {Категорию указывают у точки доставки: их здесь несколько} other {Это указывают в другой карточке}}. Ничего не изменено. Откройте карточку {unit, select, client {клиента} deliveryPoint {точки доставки} other {юридического лица}}.',
    en: '{field, select, clientType {The type is stated of the client} salesChannel {The channel is stated of the client} acquisitionChannel {The source is stated of the client} industry {The line of business is stated of the client} status {The status is stated of the client} statusReason {The reason is stated of the client} city {The city is stated of a delivery point: there are several here} pointType {The grade is stated of a delivery point: there are several here} other {This is stated on another card}}. Nothing was changed. Open the card of the {unit, select, client {client} deliveryPoint {delivery point} other {legal entity}}.',
  },
  customerEditDay: {
    ru: 'День {day} не подходит: он должен быть датой не позже сегодняшней ({today}). Ничего не изменено. Укажите, с какого дня это так.',
    en: 'The day {day} will not do: it has to be a date that is not after today ({today}). Nothing was changed. Say from which day it is so.',
  },
  customerStatusReason: {
    ru: 'Не указано, почему работа прекращена. Статус не изменён. Назовите причину, например «неплательщик».',
    en: 'It is not said why it was ended. The status was not changed. Give a reason, such as “does not pay”.',
  },
  customerNameEmpty: {
    ru: 'Название пустое. Ничего не изменено. Введите название или верните то, что пришло с данными.',
    en: 'The name is empty. Nothing was changed. Type a name, or take back to the one that came with the data.',
  },
  viewUnknown: {
    ru: 'Вида с номером {id} нет. Ничего не изменено.',
    en: 'There is no view with the number {id}. Nothing was changed.',
  },
  viewOfAnother: {
    ru: 'Вид «{name}» сохранил другой пользователь, вам он только открыт. Ничего не изменено. Сохраните свой под другим названием.',
    en: 'The view “{name}” is another user’s and is only shared with you. Nothing was changed. Save one of your own under another name.',
  },
  tooManyViews: {
    ru: 'У вас уже {most, number} видов. Новый не сохранён. Удалите ненужные.',
    en: 'You have {most, number} views already. The new one was not saved. Remove those that you do not need.',
  },
  contactsHidden: {
    ru: 'Телефоны и контактные лица от вас скрыты: по ним нельзя ни искать, ни сортировать. Выберите другой порядок.',
    en: 'Phones and contact persons are hidden from you: they cannot be searched or sorted by. Choose another order.',
  },
  foreignHost: {
    ru: 'Адрес «{host}» не принадлежит этому серверу. Откройте тот адрес, который показал akb start.',
    en: 'The address “{host}” is not one of this server. Open the address that akb start has shown.',
  },
  foreignOrigin: {
    ru: 'Запрос пришёл с чужой страницы{origin, select, none {} other { {origin}}}. Ничего не сделано.',
    en: 'The request came from a page that is not ours{origin, select, none {} other { {origin}}}. Nothing was done.',
  },

  // Requests.
  requestWrong: {
    ru: 'Запрос не понят: {where}. Ничего не сделано; что принимает сервер, описано в /api/openapi.json.',
    en: 'The request was not understood: {where}. Nothing was done; /api/openapi.json says what the server takes.',
  },
  requestTooLarge: {
    ru: 'Запрос слишком велик. Ничего не сделано; файлы передавайте через /api/v1/uploads.',
    en: 'The request is too large. Nothing was done; send files through /api/v1/uploads.',
  },
  requestNotJson: {
    ru: 'Запрос должен быть в JSON, а файл — application/octet-stream. Ничего не сделано.',
    en: 'The request has to be JSON, a file application/octet-stream. Nothing was done.',
  },
  routeUnknown: {
    ru: 'Такого адреса у сервера нет. Все перечислены в /api/openapi.json.',
    en: 'The server has no such address. /api/openapi.json lists them all.',
  },
  tooManyRequests: {
    ru: 'Слишком много запросов одновременно. Этот не выполнен; повторите через секунду.',
    en: 'There are too many requests at a time. This one was not followed; try again in a second.',
  },
  stopping: {
    ru: 'Сервер останавливается. Ничего не начато; запустите его снова: akb start.',
    en: 'The server is stopping. Nothing was begun; start it again: akb start.',
  },
  serverFailed: {
    ru: 'Внутренняя ошибка сервера, метка {reference}. Данные целы: каждое изменение применяется целиком или никак. По метке ошибка находится в выводе akb start.',
    en: 'Internal error of the server, reference {reference}. The data are whole: a change is applied entirely or not at all. The reference leads to the failure in the output of akb start.',
  },
  uploadUnknown: {
    ru: 'Переданного файла уже нет: он хранится час и годится для одной загрузки. Передайте его снова.',
    en: 'The uploaded file is gone: it is kept for an hour and serves one import. Send it again.',
  },
  jobUnknown: {
    ru: 'Такого задания нет: законченные хранятся час. Что применено, показывает список загрузок.',
    en: 'There is no such job: ended ones are kept for an hour. The list of imports shows what was applied.',
  },
  jobNotAsking: {
    ru: 'На этот вопрос сейчас ответа не ждут. Ничего не изменено.',
    en: 'Nobody is waiting for an answer to this question. Nothing was changed.',
  },
  jobNotPrepared: {
    ru: 'Загрузка ещё не готова или уже закончена: применить или изменить её сейчас нельзя.',
    en: 'The import is not ready yet, or it has ended: it cannot be applied or changed now.',
  },
  jobCannotStop: {
    ru: 'Это задание нельзя прервать: подождите, пока оно закончится.',
    en: 'This job cannot be stopped: wait until it has ended.',
  },

  // Starting.
  bindingOpen: {
    ru: 'На адресе {host} сервер виден другим компьютерам, а без TLS вход и данные шли бы открыто. Сервер не запущен. Задайте --tls-cert и --tls-key, или AKB_TRUSTED_PROXY=https://… с адресом прокси, который даёт TLS, или слушайте 127.0.0.1.',
    en: 'At {host} other computers see the server, and without TLS the sign-in and the data would travel in the clear. The server was not started. Give --tls-cert and --tls-key, or AKB_TRUSTED_PROXY=https://… with the address of a proxy that has TLS, or listen on 127.0.0.1.',
  },
  proxyAddress: {
    ru: 'AKB_TRUSTED_PROXY задано как «{value}», а нужен адрес вида https://akb.company.ru. Сервер не запущен.',
    en: 'AKB_TRUSTED_PROXY is “{value}”; it must be an address such as https://akb.company.example. The server was not started.',
  },
  cannotListen: {
    ru: 'Занять адрес {host}, порт {port, number, ::group-off}, не удалось ({reason}). Сервер не запущен. Укажите другой порт: --port; 0 выбирает свободный.',
    en: 'The server could not listen on {host}, port {port, number, ::group-off} ({reason}) and was not started. Give another port: --port; 0 takes a free one.',
  },
  tlsFile: {
    ru: 'Файл {file} для TLS не читается ({reason}). Сервер не запущен.',
    en: 'The file {file} for TLS cannot be read ({reason}). The server was not started.',
  },
  tlsPair: {
    ru: 'Параметры --tls-cert и --tls-key нужны вместе. Сервер не запущен.',
    en: 'The options --tls-cert and --tls-key go together. The server was not started.',
  },
  alreadyServed: {
    ru: 'Папку {folder} уже обслуживает сервер {url}. Ссылку для браузера показывает akb open.',
    en: 'The folder {folder} is already served at {url}. akb open shows a link for a browser.',
  },
  notServed: {
    ru: 'Папку {folder} никто не обслуживает. Запустите сервер: akb start.',
    en: 'Nobody serves the folder {folder}. Start the server: akb start.',
  },
  'start.listening': { ru: 'АКБ работает: {url}', en: 'АКБ is running: {url}' },
  'start.link': {
    ru: 'Вход в браузере (один раз, десять минут): {link}',
    en: 'Sign in with a browser (once, within ten minutes): {link}',
  },
  'start.stop': { ru: 'Остановить: Ctrl-C.', en: 'To stop it: Ctrl-C.' },
  'start.stopped': { ru: 'Остановлено.', en: 'Stopped.' },

  // The command line through a server.
  serverGone: {
    ru: 'Сервер {url} перестал отвечать. Данные целы: каждое изменение применено целиком или никак. Повторите команду; что применено, показывает akb imports.',
    en: 'The server {url} does not answer any more. The data are whole: a change is applied entirely or not at all. Repeat the command; akb imports shows what was applied.',
  },
  serverOtherVersion: {
    ru: 'Папку обслуживает АКБ версии {served}, а эта команда версии {own}. Ничего не сделано. Перезапустите сервер этой версией.',
    en: 'The folder is served by version {served} of АКБ, and this command is version {own}. Nothing was done. Restart the server in this version.',
  },
  notWhileServed: {
    ru: 'Пока папку обслуживает сервер ({url}), это невозможно. Ничего не изменено. Остановите сервер или укажите другую папку: --data.',
    en: 'This cannot be done while a server ({url}) serves the folder. Nothing was changed. Stop the server, or name another folder: --data.',
  },

  // Watching a folder.
  watchOneFolder: {
    ru: '--watch следит за одной папкой: назовите её, и только её.',
    en: '--watch looks after one folder: name it, and nothing else.',
  },
  watchNotFolder: {
    ru: '{folder} — не папка. Следить не за чем.',
    en: '{folder} is no folder. There is nothing to watch.',
  },
  'watch.waiting': {
    ru: 'Жду файлы в папке {folder}. Остановить: Ctrl-C.',
    en: 'Waiting for files in {folder}. To stop: Ctrl-C.',
  },
  'watch.applied': {
    ru: '{file}: загрузка {importId}, строк {lines}, отклонено {rejected}, версия данных {dataVersion}.',
    en: '{file}: import {importId}, {lines} lines, {rejected} rejected, data version {dataVersion}.',
  },
  'watch.nothingNew': { ru: '{file}: нового нет.', en: '{file}: nothing new.' },
  'watch.refused': { ru: '{file}: не загружен. {reason}', en: '{file}: not imported. {reason}' },
} as const satisfies MessageCatalogue;
