// @ts-check
// The bootstrap speaks before any package is installed, so its few sentences live here and not in src/messages.

/** @typedef {'ru' | 'en'} Language */

/**
 * `--lang` first, then the locale; Russian where neither says anything.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Language}
 */
export function languageOf(args, env) {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (asked === 'ru' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale === '' || /^(ru|c|posix)([._@-]|$)/i.test(locale) ? 'ru' : 'en';
}

const sentences = {
  fetchingNode: {
    ru: (/** @type {string} */ running) =>
      `Node ${running} слишком старый для АКБ: скачиваю Node 24 через npm (около 50 МБ, один раз)…`,
    en: (/** @type {string} */ running) =>
      `Node ${running} is too old for АКБ: fetching Node 24 through npm (about 50 MB, once)…`,
  },
  nodeNotFetched: {
    ru: (/** @type {string} */ reason) =>
      `Не удалось получить Node 24: ${reason}\nНичего не изменено. Проверьте доступ к реестру npm и повторите команду, либо поставьте Node.js 24 (подойдёт 22.18 и новее) с https://nodejs.org и запустите снова.`,
    en: (/** @type {string} */ reason) =>
      `Node 24 could not be fetched: ${reason}\nNothing was changed. Check that the npm registry can be reached and repeat the command, or install Node.js 24 (22.18 or newer will do) from https://nodejs.org and start again.`,
  },
  noPlatformPackage: {
    ru: (/** @type {string} */ platform) => `для ${platform} готовой сборки в npm нет.`,
    en: (/** @type {string} */ platform) => `npm has no ready build for ${platform}.`,
  },
  noWritableFolder: {
    ru: (/** @type {string} */ folders) =>
      `некуда записать, ни одна папка не доступна для записи: ${folders}. Другую папку задаёт XDG_CACHE_HOME.`,
    en: (/** @type {string} */ folders) =>
      `there is nowhere to write it, none of these folders is writable: ${folders}. XDG_CACHE_HOME names another one.`,
  },
  nodeDoesNotRun: {
    ru: () => 'скачанная сборка не запускается на этой системе (нужна glibc; Alpine не подходит).',
    en: () => 'the fetched build does not run on this system (it needs glibc; Alpine will not do).',
  },
  noNpm: {
    ru: () => 'npm не найден.',
    en: () => 'npm was not found.',
  },
  windows: {
    ru: () =>
      'АКБ не работает в Windows напрямую: запустите её в WSL2 (Ubuntu) или в контейнере, Dockerfile лежит рядом.',
    en: () =>
      'АКБ does not run on Windows natively: run it in WSL2 (Ubuntu) or in a container, the Dockerfile is beside.',
  },
  installingPackages: {
    ru: () => 'Ставлю недостающие пакеты (npm install, около 30 секунд)…',
    en: () => 'Installing missing packages (npm install, about 30 seconds)…',
  },
  buildingWeb: {
    ru: () => 'Собираю веб-приложение (несколько секунд, после каждого обновления)…',
    en: () => 'Building the web application (some seconds, after each update)…',
  },
  webNotBuilt: {
    ru: () =>
      'Веб-приложение не собрано, причина названа выше. Данные не тронуты; команды npx akb работают и без него.',
    en: () =>
      'The web application was not built, the reason is named above. No data was touched; the npx akb commands work without it.',
  },
  packagesNotInstalled: {
    ru: () =>
      'Пакеты не установлены, причину выше назвал npm. Данные не тронуты. Проверьте доступ к реестру npm и место на диске (нужно около 1,5 ГБ) и повторите команду.',
    en: () =>
      'The packages were not installed, npm names the reason above. No data was touched. Check that the npm registry can be reached and that the disk has about 1.5 GB free, then repeat the command.',
  },
};

/**
 * @param {keyof typeof sentences} code
 * @param {Language} language
 * @param {string} [param]
 */
export function say(code, language, param = '') {
  return sentences[code][language](param);
}
