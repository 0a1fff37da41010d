import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

export type SingleByte = 'windows-1251' | 'cp866';
export type Charset = 'utf-8' | SingleByte | 'mixed';

export interface CharsetVerdict {
  readonly charset: Charset;
  /** How lines that are no UTF-8 read. */
  readonly singleByte: SingleByte;
  /** The bytes look like neither of the Russian encodings. */
  readonly doubtful: boolean;
}

const sampleBytes = 64 * 1024;
const newline = 10;

/** Gathers from every line of a text which encoding it is in. Lines may differ: two exports glued into one file. */
export class CharsetEvidence {
  #utf8 = false;
  #other = false;
  readonly #sample = Buffer.alloc(sampleBytes);
  #sampled = 0;

  /** `bytes`: whole lines. */
  add(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    const decided = this.#utf8 && this.#other && this.#sampled === sampleBytes;
    if (decided || (this.#utf8 && isUtf8(bytes))) return;
    for (let from = 0; from < bytes.length; ) {
      const newlineAt = bytes.indexOf(newline, from);
      const to = newlineAt < 0 ? bytes.length : newlineAt;
      const kind = kindOfLine(bytes, from, to);
      if (kind === 'utf8') this.#utf8 = true;
      if (kind === 'other') {
        this.#other = true;
        this.#sampled += bytes.copy(this.#sample, this.#sampled, from, to);
      }
      from = to + 1;
    }
  }

  get verdict(): CharsetVerdict {
    const { singleByte, doubtful } = guessSingleByte(this.#sample.subarray(0, this.#sampled));
    if (!this.#other) return { charset: 'utf-8', singleByte, doubtful: false };
    return { charset: this.#utf8 ? 'mixed' : singleByte, singleByte, doubtful };
  }
}

/**
 * `utf8` needs two Cyrillic letters or one sign such as № or —, which no Russian text of one byte a letter gives by
 * chance. Less is `weak`: `Т»` of windows-1251 and «хаа» of cp866 are valid UTF-8 as well.
 */
function kindOfLine(bytes: Buffer, from: number, to: number): 'ascii' | 'utf8' | 'weak' | 'other' {
  let high = false;
  let evidence = 0;
  for (let at = from; at < to; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    high = true;
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > to) return 'other';
    for (let next = at + 1; next < at + length; next++) {
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 'other';
    }
    if (lead >= 0xd0 && lead <= 0xd3) evidence += 1;
    else if (lead === 0xe2 && (bytes[at + 1] ?? 0) <= 0x8b) evidence += 2;
    at += length;
  }
  return high ? (evidence > 1 ? 'utf8' : 'weak') : 'ascii';
}

/** Tells windows-1251 from cp866 by the share of bytes above 0x7F that are Russian letters or usual punctuation. */
export function guessSingleByte(sample: Buffer): { singleByte: SingleByte; doubtful: boolean } {
  let high = 0;
  let windows = 0;
  let dos = 0;
  let insideLatin = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc0 || windowsPunctuation.has(byte)) windows++;
    if ((byte >= 0x80 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xf1) || dosPunctuation.has(byte)) dos++;
    if (isLatinLetter(sample[at - 1]) || isLatinLetter(sample[at + 1])) insideLatin++;
  }
  const best = Math.max(windows, dos);
  return {
    singleByte: dos > windows ? 'cp866' : 'windows-1251',
    doubtful: high > 0 && (best < 0.8 * high || insideLatin > 0.5 * high),
  };
}

// Ё ё « » № – — “ ” „ … ° · ₽-neighbours and the no-break space.
const windowsPunctuation = new Set([
  0xa8, 0xb8, 0xab, 0xbb, 0xb9, 0x96, 0x97, 0x93, 0x94, 0x84, 0x85, 0xb0, 0xb7, 0xa0, 0x88,
]);
// ° · № and the no-break space.
const dosPunctuation = new Set([0xf8, 0xfa, 0xfc, 0xff]);

function isLatinLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

const decoders = { 'windows-1251': new TextDecoder('windows-1251'), cp866: new TextDecoder('ibm866') };

/**
 * Decodes whole lines. In a mixed text every piece between delimiters is UTF-8 where it can be and `singleByte`
 * otherwise, as the engine does with `direct` files.
 */
export function decodeLines(
  bytes: Buffer,
  { charset, singleByte }: Pick<CharsetVerdict, 'charset' | 'singleByte'>,
  delimiter: number,
): string {
  if (charset === 'utf-8') return bytes.toString('utf8');
  if (charset !== 'mixed') return decoders[charset].decode(bytes);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const newlineAt = bytes.indexOf(newline, from);
    const to = newlineAt < 0 ? bytes.length : newlineAt + 1;
    const line = bytes.subarray(from, to);
    text += isUtf8(line) ? line.toString('utf8') : decodePieces(line, singleByte, delimiter);
    from = to;
  }
  return text;
}

function decodePieces(line: Buffer, singleByte: SingleByte, delimiter: number): string {
  let text = '';
  for (let from = 0; from < line.length; ) {
    const delimiterAt = line.indexOf(delimiter, from);
    const to = delimiterAt < 0 ? line.length : delimiterAt + 1;
    const piece = line.subarray(from, to);
    text += isUtf8(piece) ? piece.toString('utf8') : decoders[singleByte].decode(piece);
    from = to;
  }
  return text;
}
