// Loaded first, and built for every Node.js that is still met: an older one has to read it to say that it is too old.

/** The oldest Node.js that will do, as in the package's `engines`: major and minor version. */
const [MAJOR, MINOR] = [20, 19];

const [major = 0, minor = 0] = process.version.slice(1).split('.').map(Number);
if (major < MAJOR || (major === MAJOR && minor < MINOR)) {
  process.stderr.write(
    `ai: AI Runner needs Node.js ${MAJOR}.${MINOR} or later, and ${process.execPath} is ${process.version}\n` +
      '  Install a newer one, or put it first in PATH.\n',
  );
  // An empty text would evaluate to success; every shell has a builtin of this name.
  if (process.argv[2] === 'env') process.stdout.write('false\n');
  process.exit(1);
}
