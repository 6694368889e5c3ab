import { inflateSync } from 'node:zlib';

/** Bytes of a header and of each table's entry: of a WOFF file, and of the font inside it. */
const sizes = { woffHeader: 44, woffEntry: 20, fontHeader: 12, fontEntry: 16 };

type Table = { readonly tag: Buffer; readonly checksum: number; readonly data: Buffer };

/**
 * The font in a WOFF 1.0 file, as a TrueType or OpenType file (W3C, WOFF File Format 1.0, sections 3 to 5). The font
 * library could read WOFF itself, but takes seconds for a large one, because it inflates in JavaScript.
 */
export function unpackWoff(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, at) => tableAt(file, at));
  const header = Buffer.alloc(sizes.fontHeader + tables.length * sizes.fontEntry);
  file.copy(header, 0, 4, 8); // what kind of font it is
  header.writeUInt16BE(tables.length, 4);
  const power = Math.floor(Math.log2(tables.length));
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * tables.length - 16 * 2 ** power, 10);
  let offset = header.length;
  for (const [at, { tag, checksum, data }] of tables.entries()) {
    const entry = sizes.fontHeader + at * sizes.fontEntry;
    tag.copy(header, entry);
    header.writeUInt32BE(checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    offset += padded(data).length;
  }
  return Buffer.concat([header, ...tables.map(({ data }) => padded(data))]);
}

function tableAt(file: Buffer, place: number): Table {
  const entry = sizes.woffHeader + place * sizes.woffEntry;
  const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [number, number, number];
  const held = file.subarray(offset, offset + packed);
  return {
    tag: file.subarray(entry, entry + 4),
    checksum: file.readUInt32BE(entry + 16),
    data: packed < length ? inflateSync(held) : held,
  };
}

/** Tables begin at multiples of four. */
function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
