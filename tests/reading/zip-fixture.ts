import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export type Parts = Readonly<Record<string, string | Buffer>>;

/** A zip with these members, in this order. */
export function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

export interface SheetFixture {
  readonly name: string;
  /** What stands in `<worksheet>`. */
  readonly xml: string;
  readonly state?: string;
}

export interface BookFixture {
  readonly sheets: readonly SheetFixture[];
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** What stands in `<sst>`. */
  readonly strings?: string;
  readonly date1904?: boolean;
  /** ISO 29500 Strict: other namespaces, prefixed elements. */
  readonly strict?: boolean;
}

/** A small XLSX workbook. */
export function xlsxOf(book: BookFixture): Promise<Buffer> {
  return zipOf(xlsxParts(book));
}

export function xlsxParts({
  sheets,
  styles = '',
  strings = '',
  date1904 = false,
  strict = false,
}: BookFixture): Parts {
  const base = strict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org';
  const main = strict ? `${base}/spreadsheetml/main` : `${base}/spreadsheetml/2006/main`;
  const relations = strict
    ? `${base}/officeDocument/relationships`
    : `${base}/officeDocument/2006/relationships`;
  const root = (name: string, content: string) => {
    const text = `<${name} xmlns="${main}" xmlns:r="${relations}">${content}</${name}>`;
    const prefixed = text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${strict ? prefixed : text}`;
  };
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const listed = sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': root(
      'workbook',
      `<workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships>${sheets
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, root('worksheet', xml)]),
    ),
    'xl/sharedStrings.xml': root('sst', strings),
    'xl/styles.xml': root('styleSheet', styles),
  };
}

/** Marks all members as encrypted, as an archiver with a password does. */
export function encrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (const [signature, flagAt] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (
      let at = copy.indexOf(signature, 0, 'latin1');
      at >= 0;
      at = copy.indexOf(signature, at + 4, 'latin1')
    ) {
      copy.writeUInt16LE(copy.readUInt16LE(at + flagAt) | 1, at + flagAt);
    }
  }
  return copy;
}
