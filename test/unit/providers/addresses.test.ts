import { anthropicBaseUrl } from '../../../src/providers/base-url.ts';
import { localAddress } from '../../../src/providers/local-address.ts';

test.each([
  ['gpu', 'http://gpu:11434'],
  ['gpu:8080', 'http://gpu:8080'],
  [':8080', 'http://localhost:8080'],
  [' 192.168.1.2 ', 'http://192.168.1.2:11434'],
  ['http://gpu', 'http://gpu'],
  ['http://gpu:11434', 'http://gpu:11434'],
  ['http://gpu:11434/', 'http://gpu:11434'],
  ['https://gpu', 'https://gpu'],
  ['HTTPS://gpu:8443/ollama/', 'https://gpu:8443/ollama'],
  ['http://gpu:11434/v1', 'http://gpu:11434'],
  ['gpu:1/v1/', 'http://gpu:1'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['http://0.0.0.0:8080', 'http://127.0.0.1:8080'],
  ['::1', 'http://[::1]:11434'],
  ['[::1]', 'http://[::1]:11434'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['http://[fd00::2]:8080', 'http://[fd00::2]:8080'],
  ['::', 'http://[::1]:11434'],
  ['[::]:8080', 'http://[::1]:8080'],
])('local address %j is %s', (value, url) => {
  expect(localAddress(value, 11434, 'OLLAMA_HOST')).toBe(url);
});

test.each([
  'gpu:',
  'gpu:port',
  'gpu:99999',
  'http://',
  'http://:1',
  'ftp://gpu',
  'a b',
  '[::1',
  'gpu?x',
  'u@gpu',
])('local address %j is refused by the name of its variable', (value) => {
  expect(() => localAddress(value, 11434, 'OLLAMA_HOST')).toThrow(
    expect.objectContaining({ name: 'UserError', message: expect.stringMatching(/^OLLAMA_HOST /) }),
  );
});

test.each([
  ['https://gw.example', 'https://gw.example'],
  ['https://gw.example/', 'https://gw.example'],
  ['https://gw.example/v1', 'https://gw.example'],
  ['https://gw.example/anthropic/v1//', 'https://gw.example/anthropic'],
  ['http://gw.example:8080/v1beta', 'http://gw.example:8080/v1beta'],
])('base URL %s is %s', (value, url) => {
  expect(anthropicBaseUrl(value, 'x')).toBe(url);
});

test.each([
  'gw.example',
  'file:///etc/passwd',
  'https://u@gw.example',
  'https://gw.example/?k=1',
  'https://gw.example/#a',
])('base URL %s is refused', (value) => {
  expect(() => anthropicBaseUrl(value, 'providers.x.baseUrl')).toThrow(/^providers\.x\.baseUrl /);
});

test('a password in an address is not repeated', () => {
  const attempts = [
    () => anthropicBaseUrl('ftp://user:hidden@gw.example', 'x'),
    () => anthropicBaseUrl('https://user:hidden@gw.example', 'x'),
    () => localAddress('user:hidden@gpu', 1, 'x'),
    () => localAddress('http://user:hidden@gpu', 1, 'x'),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(/^(?!.*hidden)x /s);
});
