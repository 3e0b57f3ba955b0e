import { installOf } from '../../../src/update/install.ts';

test.each([
  ['/usr/local/lib/node_modules/ai-runner', 'npm install --global --prefix /usr/local ai-runner@latest'],
  [
    '/home/u/.nvm/versions/node/v22.1.0/lib/node_modules/ai-runner',
    'npm install --global --prefix /home/u/.nvm/versions/node/v22.1.0 ai-runner@latest',
  ],
  ['/lib/node_modules/ai-runner', 'npm install --global --prefix / ai-runner@latest'],
  [
    '/home/u/.local/share/pnpm/global/5/.pnpm/ai-runner@1.0.0/node_modules/ai-runner',
    'pnpm add --global ai-runner@latest',
  ],
  ['/Users/u/Library/pnpm/global/5/node_modules/ai-runner', 'pnpm add --global ai-runner@latest'],
  ['/home/u/.config/yarn/global/node_modules/ai-runner', 'yarn global add ai-runner@latest'],
  ['/usr/local/share/.config/yarn/global/node_modules/ai-runner', 'yarn global add ai-runner@latest'],
  ['/home/u/.bun/install/global/node_modules/ai-runner', 'bun add --global ai-runner@latest'],
  [
    '/home/u/.volta/tools/image/packages/ai-runner/lib/node_modules/ai-runner',
    'volta install ai-runner@latest',
  ],
  ['/home/u/src/ai-runner', undefined],
  ['/home/u/project/node_modules/ai-runner', undefined],
  ['/home/u/project/node_modules/.pnpm/ai-runner@1.0.0/node_modules/ai-runner', undefined],
  ['/home/u/.npm/_npx/0123abcd/node_modules/ai-runner', undefined],
  ['/opt/lib/node_modules/other', undefined],
])('%s: %s', (folder, line) => {
  expect(installOf(folder)?.argv.join(' ')).toBe(line);
});

test('only a folder that npm writes to itself has to be writable', () => {
  expect(installOf('/usr/lib/node_modules/ai-runner')?.folder).toBe('/usr/lib/node_modules');
  expect(installOf('/home/u/.bun/install/global/node_modules/ai-runner')?.folder).toBeUndefined();
});
