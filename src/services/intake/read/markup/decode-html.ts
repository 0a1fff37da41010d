import { TextDecoder } from 'node:util';
import { type Reading, refusal } from '../reading.ts';
import { type BlockOptions, readBlocks } from '../table/blocks.ts';
import { CharsetEvidence, decodeLines } from '../text/charset.ts';

const closingBracket = 0x3e;
const openingBracket = 0x3c;
const statedCharset = /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i;

/** The text of a page, piece by piece. The bytes decide on the encoding, the page's own word only where they cannot. */
export function* decodeHtml(reading: Reading): Generator<string> {
  const { path, limits } = reading;
  const tooLong = () => refusal('lineTooLong', {}, { limit: limits.recordBytes });
  const options: BlockOptions = { newline: closingBracket, lineBytes: limits.recordBytes, tooLong };
  const evidence = new CharsetEvidence();
  let stated: TextDecoder | null = null;
  let utf16 = false;
  for (const { bytes, offset } of readBlocks(path, options)) {
    if (offset === 0) {
      utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      stated = knownDecoder(statedCharset.exec(bytes.toString('latin1', 0, 4096))?.[1]);
    }
    evidence.add(bytes);
  }
  const { verdict } = evidence;
  const own = stated !== null && stated.encoding !== 'utf-8' ? stated : null;
  if (verdict.doubtful && own === null && !utf16) {
    reading.report('encodingDoubtful', {}, { encoding: verdict.charset });
  }
  const decoder = utf16
    ? new TextDecoder('utf-16le')
    : verdict.charset === 'windows-1251' || verdict.charset === 'cp866'
      ? own
      : null;
  for (const { bytes, offset } of readBlocks(path, options)) {
    yield decoder?.decode(bytes, { stream: true }) ?? decodeLines(bytes, verdict, openingBracket);
    reading.progress(offset + bytes.length);
  }
}

function knownDecoder(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
