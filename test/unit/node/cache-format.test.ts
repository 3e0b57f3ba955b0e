import { randomBytes } from 'node:crypto';
import { pack, unpack } from '../../../src/node/cache-format.ts';

const read = (bytes: Buffer) => (target: Buffer, offset: number, length: number, position: number) =>
  bytes.copy(target, offset, position, position + length);
const open = (bytes: Buffer, key: string) => unpack(bytes.length, key, read(bytes));

describe.each([1, 7, 8, 65_535, 65_536, 65_537, 200_000])('data of %i bytes', (length) => {
  const data = randomBytes(length);
  const bytes = pack('key', data, ['env --aws', 'run']);

  test('comes back', () => {
    const opened = open(bytes, 'key');
    expect(opened?.data.equals(data)).toBe(true);
    expect(opened?.head).toContain(`key ${length}\nenv --aws\nrun\n`);
  });

  test.each(['other', 'ke', 'key ', 'key 1', ''])('has another key than %j', (key) => {
    expect(open(bytes, key)).toBeUndefined();
  });

  test.each([0, 0.3, 0.5, 0.999])('a flipped bit at %f of either copy is noticed', (share) => {
    for (const copy of [0, (bytes.length - 4096) / 2]) {
      const damaged = Buffer.from(bytes);
      const at = 4096 + copy + Math.floor(share * length);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      expect(open(damaged, 'key')).toBeUndefined();
    }
  });

  test('every other length is noticed', () => {
    for (const cut of [1, 8, 16, length, bytes.length - 1, bytes.length])
      expect(open(bytes.subarray(0, Math.max(bytes.length - cut, 0)), 'key')).toBeUndefined();
    expect(open(Buffer.concat([bytes, Buffer.alloc(16)]), 'key')).toBeUndefined();
  });
});
