// What the package tmp needs of node:os when it starts, which takes as long to load as the file takes to make.
exports.platform = () => process.platform;
exports.tmpdir = () => process.getBuiltinModule('node:os').tmpdir();
// The same numbers on Linux and macOS, errno(3).
exports.constants = { errno: { ENOENT: 2, EBADF: 9 } };
