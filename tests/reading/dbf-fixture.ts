export interface DbfFieldFixture {
  readonly name: Buffer;
  readonly type: string;
  readonly length: number;
  readonly decimals?: number;
}

export interface DbfFixture {
  readonly version?: number;
  readonly languageDriver?: number;
  readonly fields: readonly DbfFieldFixture[];
  /** Values as bytes of exactly their field's length, or shorter text that is filled up with blanks. */
  readonly records: readonly { readonly deleted?: boolean; readonly values: readonly Buffer[] }[];
}

/** A DBF table, byte by byte. */
export function dbfOf({ version = 3, languageDriver = 0, fields, records }: DbfFixture): Buffer {
  const headerBytes = 32 + 32 * fields.length + 1;
  const recordBytes = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const header = Buffer.alloc(headerBytes);
  header.set([version, 126, 10, 5], 0);
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(headerBytes, 8);
  header.writeUInt16LE(recordBytes, 10);
  header[29] = languageDriver;
  fields.forEach(({ name, type, length, decimals = 0 }, at) => {
    const descriptor = 32 + 32 * at;
    name.copy(header, descriptor);
    header.write(type, descriptor + 11, 'latin1');
    header[descriptor + 16] = length & 255;
    header[descriptor + 17] = type === 'C' ? length >> 8 : decimals;
  });
  header[headerBytes - 1] = 0x0d;
  const body = records.map(({ deleted = false, values }) => {
    const record = Buffer.alloc(recordBytes, 0x20);
    if (deleted) record[0] = 0x2a;
    let offset = 1;
    fields.forEach(({ length }, at) => {
      values[at]?.copy(record, offset, 0, length);
      offset += length;
    });
    return record;
  });
  return Buffer.concat([header, ...body, Buffer.from([0x1a])]);
}
