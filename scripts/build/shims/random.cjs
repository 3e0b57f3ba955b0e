// What the package tmp needs of node:crypto, which takes longer to load than a run to prepare.
const fs = require('node:fs');

const fromKernel = (bytes) => {
  const device = fs.openSync('/dev/urandom', 'r');
  try {
    if (fs.readSync(device, bytes, 0, bytes.length, null) !== bytes.length)
      throw new Error('no random bytes');
    return bytes;
  } finally {
    fs.closeSync(device);
  }
};

/** Random bytes as in node:crypto; from random(4) where it is there. */
exports.randomBytes = (size) => {
  try {
    return fromKernel(Buffer.alloc(size));
  } catch {
    return process.getBuiltinModule('node:crypto').randomBytes(size);
  }
};
