import { refusal } from '../reading.ts';

const escaped = /_x([0-9a-f]{4})_/gi;

/**
 * Collects the text of a shared or inline string: the runs of rich text joined, phonetic hints left out, `_x000D_`
 * decoded, blanks at the ends dropped unless `xml:space="preserve"`.
 */
export class RichText {
  #text = '';
  #run = '';
  #inRun = false;
  #preserve = false;
  #phonetic = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.#phonetic++;
    if (name !== 't') return;
    this.#inRun = this.#phonetic === 0;
    this.#run = '';
    this.#preserve = attributes['xml:space'] === 'preserve';
  }

  text(text: string): void {
    if (!this.#inRun) return;
    this.#run += text;
    if (this.#run.length > this.#limit) throw refusal('lineTooLong', {}, { limit: this.#limit });
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--;
    if (name !== 't' || !this.#inRun) return;
    this.#text += this.#preserve ? this.#run : this.#run.trim();
    this.#inRun = false;
  }

  /** The whole text; the next one begins empty. */
  take(): string {
    const text = decodeEscapes(this.#text);
    this.#text = '';
    this.#phonetic = 0;
    return text;
  }
}

/** Characters that XML cannot hold are written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
