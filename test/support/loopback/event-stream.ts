import { crc32 } from 'node:zlib';

const STRING_TYPE = 7;
const FRAME_BYTES = 16;
const PRELUDE_BYTES = 8;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const header = ([name, value]: readonly [string, string]): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([
    Buffer.from([Buffer.byteLength(name)]),
    Buffer.from(name),
    Buffer.from([STRING_TYPE]),
    length,
    Buffer.from(value),
  ]);
};

const closed = (bytes: Buffer): Buffer => Buffer.concat([bytes, uint32(crc32(bytes))]);

/**
 * One message of `application/vnd.amazon.eventstream`: prelude (total length, header length) with its CRC32,
 * headers, payload, CRC32 of all of it. https://docs.aws.amazon.com/lexv2/latest/dg/event-stream-encoding.html
 */
export const frame = (headers: Readonly<Record<string, string>>, payload: Buffer): Buffer => {
  const head = Buffer.concat(Object.entries(headers).map(header));
  const total = FRAME_BYTES + head.length + payload.length;
  const prelude = Buffer.concat([uint32(total), uint32(head.length)], PRELUDE_BYTES);
  return closed(Buffer.concat([closed(prelude), head, payload]));
};
