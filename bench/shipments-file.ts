import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface ShipmentsFileOptions {
  readonly path: string;
  readonly lines: number;
  readonly months: number;
  /** First month, `YYYY-MM`. */
  readonly from: string;
  readonly clients: number;
  readonly products: number;
  readonly seed: number;
  /** Distinguishes document numbers of one file from those of another. */
  readonly series: string;
}

const header =
  'Регистратор номер;Дата;Вид документа;Контрагент.Код;Контрагент;Контрагент.ИНН;Грузополучатель.Код;Грузополучатель;' +
  'Город;Номенклатура.Код;Номенклатура;Количество;Цена;% НДС;Сумма без НДС;Сумма включая НДС;Основной менеджер\n';
const cities = [
  'Киров',
  'Слободской',
  'Пермь',
  'Казань',
  'Самара',
  'Уфа',
  'Ижевск',
  'Тюмень',
  'Омск',
  'Тверь',
];

/** A flat sales report as 1C saves it: seventeen columns, decimal commas, dd.mm.yyyy, about 4 lines a document. */
export async function writeShipmentsFile(options: ShipmentsFileOptions): Promise<void> {
  let state = options.seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const [year, month] = options.from.split('-').map(Number) as [number, number];
  const out = createWriteStream(options.path, { highWaterMark: 1 << 22 });
  out.write(header);
  let document = 0;
  let lines = 0;
  while (lines < options.lines) {
    const parts: string[] = [];
    while (parts.length < 5000 && lines < options.lines) {
      document++;
      const monthIndex = Math.floor((lines / options.lines) * options.months);
      const at = month - 1 + monthIndex;
      const date = `${String(1 + random(28)).padStart(2, '0')}.${String((at % 12) + 1).padStart(2, '0')}.${year + Math.floor(at / 12)}`;
      const client = random(options.clients);
      const point = client * 3 + random(1 + (client % 3));
      const rep = client % 120;
      const isReturn = random(25) === 0;
      const size = 1 + random(7);
      for (let line = 0; line < size && lines < options.lines; line++, lines++) {
        const sku = random(options.products);
        const quantity = (1 + random(24)) * (isReturn ? -1 : 1);
        const price = 1000 + ((sku * 37) % 50000);
        const gross = quantity * price;
        const net = Math.round(gross / 1.2);
        parts.push(
          `${options.series}-${String(document).padStart(7, '0')};${date};${isReturn ? 'Возврат товаров от покупателя' : 'Реализация (акт, накладная, УПД)'};` +
            `ОП-${String(client).padStart(6, '0')};Клиент номер ${client} ООО;;ГР-${String(point).padStart(6, '0')};Магазин ${point} на Лесной;${cities[client % 10]};` +
            `НМ-${String(sku).padStart(8, '0')};Товар с длинным названием ${sku}, 0,93 л;${quantity},000;${money(price)};20%;${money(net)};${money(gross)};Менеджер ${rep} А. А.\n`,
        );
      }
    }
    if (!out.write(parts.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function money(kopecks: number): string {
  const sign = kopecks < 0 ? '-' : '';
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00A0')},${digits.slice(-2)}`;
}
