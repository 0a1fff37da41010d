import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../domain/problem.ts';

/**
 * A small file as a whole. While it comes in, silence of a minute means that nobody sends any more.
 * @throws Refusal with the code given, once it is longer than `longest` bytes
 */
export async function wholeBody(
  body: AsyncIterable<unknown>,
  request: IncomingMessage,
  longest: number,
  tooLarge: string,
): Promise<Buffer> {
  request.socket.setTimeout(60_000);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const piece = Buffer.from(chunk as Uint8Array);
    bytes += piece.length;
    if (bytes > longest) throw new Refusal({ code: tooLarge });
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
