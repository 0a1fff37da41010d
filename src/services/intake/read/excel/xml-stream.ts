import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { refusal } from '../reading.ts';

export interface XmlHandler {
  /** `name` without its prefix, so that Strict, Transitional and prefixed workbooks read alike. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const deepest = 200;

/**
 * Streams an XML part through a handler. Entities other than the five of XML and character references stay text, and a
 * document type is refused: nothing is ever fetched or expanded.
 *
 * @throws Refusal `damagedFile` when the document does not close its root, nests too deeply or has a document type.
 */
export async function readXml(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  handler: XmlHandler,
  encoding = 'utf-8',
): Promise<void> {
  let depth = 0;
  let closed = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw refusal('damagedFile');
        handler.open?.(localName(name), attributes);
      },
      ontext(text) {
        handler.text?.(text);
      },
      onclosetag(name, implied) {
        depth--;
        if (depth === 0 && !implied) closed = true;
        handler.close?.(localName(name));
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') throw refusal('damagedFile');
      },
    },
    { xmlMode: true },
  );
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(utf16Mark(chunk) ?? encoding);
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.end(decoder?.decode());
  if (!closed) throw refusal('damagedFile');
}

function utf16Mark(chunk: Buffer): string | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return null;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
