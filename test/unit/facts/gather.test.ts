import { gather } from '../../../src/facts/index.ts';
import { aws } from '../../../src/providers/aws.ts';
import { azure } from '../../../src/providers/azure.ts';
import { ollama } from '../../../src/providers/ollama.ts';
import { pro } from '../../../src/providers/pro.ts';
import { vercel } from '../../../src/providers/vercel.ts';
import { vertex } from '../../../src/providers/vertex.ts';
import type { HttpAnswer } from '../../../src/world.ts';
import { fakeWorld } from './fake-world.ts';

const MODELS = { status: 200, body: '{"models":[{"name":"a"},{"name":"b"}]}' };

const answering = (answer: HttpAnswer | undefined) => {
  const get = jest.fn(() => answer);
  return { get, world: fakeWorld({ get, env: { OLLAMA_HOST: 'gpu' } }) };
};

test('only what the provider needs is looked at', async () => {
  const files = {
    '/home/user/.aws/config': '[default]\nregion = r',
    '/home/user/.claude/.credentials.json': '{"claudeAiOauth":{}}',
    '/sys/class/dmi/id/sys_vendor': 'Amazon EC2',
  };
  const world = fakeWorld({ files, home: '/home/user' });
  expect(await gather(world, aws, {}, true)).toEqual({
    awsProfiles: new Map([['default', { region: 'r' }]]),
    cloudHost: 'aws',
  });
  expect(await gather(world, pro, {}, true)).toEqual({ claudeLogin: true });
  expect(await gather(world, azure, {}, true)).toEqual({ azureCli: false, cloudHost: 'aws' });
  expect(await gather(world, vertex, {}, true)).toEqual({ cloudHost: 'aws', google: { gcloud: false } });
  expect(await gather(world, vercel, {}, true)).toEqual({});
});

test('a fact that cannot be known is absent', async () => {
  expect(await gather(fakeWorld({ platform: 'darwin' }), pro, {}, true)).toEqual({});
});

test('variables of the configuration count where the caller’s would', async () => {
  const world = fakeWorld({ files: { '/c': '[profile a]' }, env: { AWS_CONFIG_FILE: '/other' } });
  const { awsProfiles } = await gather(world, aws, { env: { AWS_CONFIG_FILE: '/c' } }, true);
  expect([...(awsProfiles?.keys() ?? [])]).toEqual(['a']);
});

test('a local server is asked where the session will go, for a second at most', async () => {
  const { get, world } = answering(MODELS);
  expect(await gather(world, ollama, {}, true)).toEqual({ localModels: ['a', 'b'] });
  expect(get.mock.calls).toEqual([['http://gpu:11434/api/tags', 1000]]);
});

test('a local server is not asked when the model was named', async () => {
  const { get, world } = answering(MODELS);
  expect(await gather(world, ollama, {}, false)).toEqual({});
  expect(get).not.toHaveBeenCalled();
});

test.each([
  ['nothing', undefined],
  ['an error', { ...MODELS, status: 500 }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['another shape', { status: 200, body: '{"data":[]}' }],
])('a local server that answers with %s is not there', async (_, answer) => {
  expect(await gather(answering(answer).world, ollama, {}, true)).toEqual({});
});

test('a local server without models is there', async () => {
  const answer = { status: 200, body: '{"models":[]}' };
  expect(await gather(answering(answer).world, ollama, {}, true)).toEqual({ localModels: [] });
});
