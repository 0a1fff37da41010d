import type { ZipArchive, ZipEntry } from '../archive/zip-archive.ts';
import { refusal } from '../reading.ts';
import { builtInKind, kindOfFormat, type NumberKind } from './number-format.ts';
import { readXml } from './xml-stream.ts';

export interface CellStyle {
  readonly kind: NumberKind;
  readonly indent: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sharedStrings: ZipEntry | null;
}

type Attributes = Readonly<Record<string, string>>;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The main part; null when the archive is no XLSX workbook. Office on the web numbers it: `xl/workbook2.xml`. */
export function findWorkbook(zip: ZipArchive): ZipEntry | null {
  return zip.entries.find(({ name }) => /^\/?xl\/workbook\d*\.xml$/i.test(name)) ?? null;
}

/** Reads everything of a workbook but its texts and rows. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const main = findWorkbook(zip);
  if (main === null) throw refusal('damagedFile');
  const relations = await readRelations(zip, main.name);
  const stated: { name: string; hidden: boolean; relation: string }[] = [];
  let is1904 = false;
  await readXml(zip.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      stated.push({ name: attributes.name ?? '', hidden, relation: relationId(attributes) });
    },
  });
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, relation } of stated) {
    const target = relations.get(relation);
    // Sheets of charts, dialogs and macros have no rows.
    if (target === undefined || !target.type.endsWith('/worksheet')) continue;
    const part = findPart(zip, target.target);
    if (part === null) throw refusal('damagedFile', { sheet: name });
    sheets.push({ name, hidden, part });
  }
  const part = (type: string): ZipEntry | null => {
    const target = [...relations.values()].find((relation) => relation.type.endsWith(type))?.target;
    return target === undefined ? null : findPart(zip, target);
  };
  const styles = part('/styles');
  return {
    sheets,
    is1904,
    styles: styles === null ? [] : await readStyles(zip, styles),
    sharedStrings: part('/sharedStrings'),
  };
}

/** Targets of a part's relations, as names of parts. */
async function readRelations(zip: ZipArchive, of: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = findPart(zip, `${folder}_rels/${of.slice(folder.length)}.rels`);
  if (part === null) throw refusal('damagedFile');
  await readXml(zip.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      relations.set(id, { type, target: resolvePart(folder, target) });
    },
  });
  return relations;
}

async function readStyles(zip: ZipArchive, part: ZipEntry): Promise<CellStyle[]> {
  const custom = new Map<number, NumberKind>();
  const styles: { format: number; indent: number }[] = [];
  let inCellFormats = false;
  await readXml(zip.read(part), {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributes.numFmtId), kindOfFormat(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (!inCellFormats) return;
      if (name === 'xf') styles.push({ format: Number(attributes.numFmtId ?? 0), indent: 0 });
      const style = styles.at(-1);
      if (name === 'alignment' && style) style.indent = Number(attributes.indent ?? 0) || 0;
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles.map(({ format, indent }) => ({
    kind: custom.get(format) ?? builtInKind(format) ?? 'number',
    indent,
  }));
}

/** Some writers get the case or the slashes of names wrong. */
function findPart(zip: ZipArchive, name: string): ZipEntry | null {
  const wanted = name.toLowerCase();
  return zip.entries.find((entry) => entry.name.toLowerCase().replace(/^\//, '') === wanted) ?? null;
}

function resolvePart(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The prefix of the relation's namespace is free. */
function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
