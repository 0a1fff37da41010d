import { CFB } from '@e965/xlsx';

/** Levels and hidden rows of one sheet, by 0-based row. */
export interface RowLayout {
  /** Indent of the first text of the row. */
  readonly indents: ReadonlyMap<number, number>;
  readonly outlines: ReadonlyMap<number, number>;
  readonly hidden: ReadonlySet<number>;
}

export const noLayout: RowLayout = { indents: new Map(), outlines: new Map(), hidden: new Set() };

const beginOfStream = 0x0809;
const cellFormat = 0x00e0;
const rowRecord = 0x0208;
const boundSheet = 0x0085;
const sharedText = 0x00fd;
const inlineText = 0x0204;
const richText = 0x00d6;
const biff8 = 0x0600;
const hiddenFlag = 0x20;

/**
 * What SheetJS leaves out of a BIFF8 workbook and reports of 1C live by: indents and outline levels. By number of the
 * sheet; empty for older formats, which have no indent (records: [MS-XLS] 2.4.353, 2.4.221, 2.4.28).
 */
export function readXlsLayout(file: Buffer): ReadonlyMap<number, RowLayout> {
  const layouts = new Map<number, RowLayout>();
  const stream = workbookStream(file);
  if (stream === null || stream.length < 8 || stream.readUInt16LE(4) !== biff8) return layouts;
  const indentOfFormat: number[] = [];
  const sheetAt = new Map<number, number>();
  let layout = emptyLayout();
  for (const { type, at, length } of records(stream)) {
    if (type === cellFormat && length >= 9) indentOfFormat.push(stream.readUInt8(at + 8) & 0x0f);
    else if (type === boundSheet && length >= 4) sheetAt.set(stream.readUInt32LE(at), sheetAt.size);
    else if (type === beginOfStream) {
      const index = sheetAt.get(at - 4);
      layout = emptyLayout();
      if (index !== undefined) layouts.set(index, layout);
    } else if (type === rowRecord && length >= 14) {
      const row = stream.readUInt16LE(at);
      const flags = stream.readUInt16LE(at + 12);
      if (flags & 7) layout.outlines.set(row, flags & 7);
      if (flags & hiddenFlag) layout.hidden.add(row);
    } else if ((type === sharedText || type === inlineText || type === richText) && length >= 6) {
      const row = stream.readUInt16LE(at);
      if (!layout.indents.has(row)) layout.indents.set(row, indentOfFormat[stream.readUInt16LE(at + 4)] ?? 0);
    }
  }
  return layouts;
}

function emptyLayout() {
  return {
    indents: new Map<number, number>(),
    outlines: new Map<number, number>(),
    hidden: new Set<number>(),
  };
}

function workbookStream(file: Buffer): Buffer | null {
  const compound = file.readUInt32BE(0) === 0xd0cf11e0;
  const content = compound ? CFB.find(CFB.read(file, { type: 'buffer' }), 'Workbook')?.content : null;
  return content ? Buffer.from(content as Uint8Array) : null;
}

function* records(stream: Buffer): Generator<{ type: number; at: number; length: number }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (type === 0 && length === 0) return;
    if (at + 4 + length > stream.length) return;
    yield { type, at: at + 4, length };
    at += 4 + length;
  }
}
