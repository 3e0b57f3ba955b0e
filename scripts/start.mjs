// `npm start [-- zsh|fish]`: a tour of the main job with the real commands, in real shells with an empty temporary HOME.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';
import { openTerminal } from './tour-terminal.mjs';

const shell = process.argv[2] ?? 'bash';
if (!['bash', 'zsh', 'fish'].includes(shell)) {
  console.error(`npm start -- ${shell}: the tour knows bash, zsh and fish`);
  process.exit(2);
}
setUp();

const evaluated = (line) => (shell === 'fish' ? `${line} | source` : `eval "$(${line})"`);
const home = mkdtempSync(join(tmpdir(), 'ai-runner-tour-'));
mkdirSync(join(home, 'bin'));
for (const name of ['ai', 'ai-sessions']) symlinkSync(join(root, 'shell/ai'), join(home, 'bin', name));
mkdirSync(join(home, '.aws'));
writeFileSync(join(home, '.aws/config'), '[profile work]\nregion = eu-west-1\n');
const env = {
  HOME: home,
  PATH: `${join(home, 'bin')}:${process.env.PATH}`,
  LANG: process.env.LANG ?? 'C.UTF-8',
  AWS_PROFILE: 'work',
  ANTHROPIC_API_KEY: 'sk-ant-of-another-provider',
};

let failures = 0;
/** Types a line, shows what came out, and checks it. */
const step = async (terminal, line, expected = []) => {
  console.log(`\n${terminal.name}> ${line}`);
  const output = await terminal.type(line);
  process.stdout.write(output.replace(/^(?=.)/gm, '  '));
  for (const pattern of expected) {
    const wanted = pattern instanceof RegExp ? pattern.test(output) : !output.includes(pattern.never);
    if (wanted) continue;
    failures += 1;
    console.log(`  UNEXPECTED: ${pattern instanceof RegExp ? `no ${pattern}` : `has ${pattern.never}`}`);
  }
};
const say = (text) => console.log(`\n# ${text}`);

const first = openTerminal('terminal 1', shell, env);
const second = openTerminal('terminal 2', shell, env);
const third = openTerminal('terminal 3', shell, env);
const LOOK = "env | grep -E '^(CLAUDE_CODE_USE_BEDROCK|ANTHROPIC_|AWS_)' | sort";
try {
  say('This shell has an AWS profile and the API key of another provider.');
  await step(first, LOOK, [/AWS_PROFILE=work/, /ANTHROPIC_API_KEY/]);
  say('A session on AWS Bedrock: what a tool started here will see.');
  await step(first, evaluated('ai env --aws --opus'), [/^$/]);
  await step(first, LOOK, [
    /CLAUDE_CODE_USE_BEDROCK=1/,
    /ANTHROPIC_MODEL=eu\.anthropic\.claude-opus/,
    { never: 'API_KEY' },
  ]);
  say('Another terminal sees it.');
  await step(second, 'ai-sessions', [/Provider: AWS Bedrock/, /Region: eu-west-1/, /Total sessions: 1/]);
  say('A third terminal runs on a local model beside it.');
  await step(third, evaluated('ai env --ollama --model qwen3-coder'), [/^$/]);
  await step(second, 'ai-sessions', [/AWS Bedrock/, /Ollama/, /None \(local\)/, /Total sessions: 2/]);
  say('The first session ends: the shell is as it was. The third terminal is closed.');
  await step(first, 'ai_off', [/^$/]);
  await step(first, LOOK, [
    /ANTHROPIC_API_KEY=sk-ant-of-another-provider/,
    { never: 'BEDROCK' },
    { never: 'AWS_REGION' },
  ]);
  await third.close();
  await step(second, 'ai-sessions', [/No active sessions\./]);
} finally {
  await Promise.all([first.close(), second.close(), third.close()]);
  rmSync(home, { recursive: true, force: true });
}
console.log(failures === 0 ? '\nEverything was as expected.' : `\n${failures} things were not as expected.`);
process.exitCode = failures === 0 ? 0 : 1;
