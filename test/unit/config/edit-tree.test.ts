import { editTree } from '../../../src/config/edit-tree.ts';

const TREE = {
  defaults: { provider: 'aws' },
  providers: { aws: { region: 'us-west-2', models: { opus: 'a: b' } }, apikey: { apiKey: { file: '~/k' } } },
};

const lines = (...text: string[]): string => `${text.join('\n')}\n`;

describe('keys for YAML', () => {
  test('an empty file gets sections on lines of their own', async () => {
    expect(await editTree('', false, TREE)).toBe(
      lines(
        'defaults:',
        '  provider: aws',
        'providers:',
        '  aws:',
        '    region: us-west-2',
        '    models:',
        '      opus: "a: b"',
        '  apikey:',
        '    apiKey:',
        '      file: ~/k',
      ),
    );
  });

  test('comments, order and spacing stay', async () => {
    const before = lines(
      '# mine',
      'providers:   # all of them',
      '    vertex: { project: p }   # work',
      '',
      '    aws:',
      '        awsProfile: x  # why',
      '# the end',
    );
    expect(await editTree(before, false, TREE)).toBe(
      lines(
        '# mine',
        'providers:   # all of them',
        '    vertex: { project: p }   # work',
        '',
        '    aws:',
        '        awsProfile: x  # why',
        '        region: us-west-2',
        '        models:',
        '            opus: "a: b"',
        '    apikey:',
        '        apiKey:',
        '            file: ~/k',
        '# the end',
        'defaults:',
        '    provider: aws',
      ),
    );
  });

  test('braces stay braces', async () => {
    const before = lines('providers: { aws: { region: x } }');
    expect(await editTree(before, false, TREE)).toBe(
      lines(
        'providers: { aws: { region: us-west-2, models: { opus: "a: b" } }, apikey: { apiKey: { file: ~/k } } }',
        'defaults:',
        '  provider: aws',
      ),
    );
  });

  test('sections without anything are filled', async () => {
    const before = lines('providers:', 'defaults: {}');
    const after = await editTree(before, false, TREE);
    expect(after).toContain('providers:\n  aws:\n    region: us-west-2\n');
    expect(after).toContain('defaults: { provider: aws }\n');
    expect(await editTree(after, false, TREE)).toBe(after);
  });

  test('comments in sections without anything stay', async () => {
    const before = lines('providers:', '  # later', 'defaults: { # none', '}', '# end');
    const after = await editTree(before, false, TREE);
    for (const comment of ['# later', '# none', '# end']) expect(after).toContain(comment);
    expect(await editTree(after, false, TREE)).toBe(after);
  });

  test('CRLF and a byte order mark stay', async () => {
    const after = await editTree('\uFEFFfallback: [aws]\r\n', false, { providers: { aws: { region: 'x' } } });
    expect(after).toBe('\uFEFFfallback: [aws]\r\nproviders:\r\n  aws:\r\n    region: x\r\n');
  });

  test('what is there already is not written again', async () => {
    const before = lines('defaults: {provider:    "aws"}');
    expect(await editTree(before, false, { defaults: { provider: 'aws' } })).toBe(before);
  });

  test('text in the place of a section is left to the caller', async () => {
    const before = lines('providers: text');
    expect(await editTree(before, false, { providers: { aws: { region: 'x' } } })).toBe(before);
  });
});

describe('keys for JSON', () => {
  test('an empty file', async () => {
    const after = await editTree('{}\n', true, TREE);
    expect(JSON.parse(after)).toEqual(TREE);
    expect(after.split('\n').slice(0, 4)).toEqual(['{', '  "defaults": {', '    "provider": "aws"', '  },']);
  });

  test.each([
    '{"providers":{"aws":{"region":"x"}}}',
    '{\n\t"defaults": {},\n\t"providers": {\n\t\t"aws": {\n\t\t\t"region": "x"\n\t\t}\n\t}\n}\n',
    '{ "providers": { "aws": {} } }',
  ])('%j', async (before) => {
    expect(JSON.parse(await editTree(before, true, TREE))).toEqual(TREE);
  });
});
