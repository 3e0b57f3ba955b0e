import { claude, claude197 } from '../support/clients.ts';
import { runInShell, useStage, arrivals } from '../support/client-session.ts';
import { FOREIGN_KEYS, foreignRouting } from '../support/foreign.ts';
import { bash, on } from '../support/shells.ts';
const stage = useStage();
const CASES: any[] = [
 ['aws-bearer','--aws', (u:string)=>({aws:{baseUrl:u,region:'eu-west-1'}}), {AWS_BEARER_TOKEN_BEDROCK:'own'}],
 ['aws-keys','--aws', (u:string)=>({aws:{baseUrl:u,region:'eu-west-1'}}), {AWS_BEARER_TOKEN_BEDROCK:undefined, AWS_ACCESS_KEY_ID:'OWNID',AWS_SECRET_ACCESS_KEY:'own',AWS_SESSION_TOKEN:undefined}],
 ['aws-profile','--aws', (u:string)=>({aws:{baseUrl:u,awsProfile:'work'}}), {}],
 ['vertex','--vertex', (u:string)=>({vertex:{baseUrl:u,project:'p',skipAuth:true}}), {}],
 ['apikey','--apikey', (u:string)=>({apikey:{baseUrl:u}}), {ANTHROPIC_API_KEY:'own'}],
 ['azure','--azure', (u:string)=>({azure:{baseUrl:u+'/anthropic'}}), {ANTHROPIC_FOUNDRY_API_KEY:'own'}],
 ['vercel','--vercel', (u:string)=>({vercel:{baseUrl:u}}), {VERCEL_AI_GATEWAY_TOKEN:'own'}],
 ['pro','--pro', (u:string)=>({}), {CLAUDE_CODE_OAUTH_TOKEN:'own'}],
 ['ollama','--ollama', (u:string)=>({}), (u:string)=>({OLLAMA_HOST:u.slice(7), NO_PROXY: undefined})],
 ['ollama-m','--ollama --model m', (u:string)=>({}), (u:string)=>({OLLAMA_HOST:u.slice(7)})],
 ['lmstudio','--lm', (u:string)=>({}), (u:string)=>({LMSTUDIO_HOST:u})],
 ['gw','--provider gw', (u:string)=>({gw:{type:'anthropic',baseUrl:u,token:{env:'GW'},models:{opus:'big'}}}), {GW:'own'}],
];
const wanted = process.env.CASE;
describe.each([['330',claude],['197',claude197]] as any)('%s', (v:string, bin:any)=>{
if (process.env.VER && process.env.VER!==v) { test('x',()=>{}); return; }
test.each(CASES.filter(c=>!wanted||c[0]===wanted))('%s', async (_n: string, flags: string, config: any, env: any) => {
  const {box, server, hostile} = stage;
  box.plant('.ai-runnerrc', JSON.stringify({providers: config(server.url)}));
  box.plant('.aws/credentials','[work]\naws_access_key_id=OWNID\naws_secret_access_key=own\nregion=ap-south-1\n[settings-profile]\naws_access_key_id=SETTINGSPROFILEID\naws_secret_access_key=settings-profile-secret\n');
  const e = typeof env==='function'?env(server.url):env;
  const r = await runInShell(bash, stage, [on(bash, flags), 'echo on=$?', `${bin()} -p ping`, 'echo client=$?'], {...FOREIGN_KEYS, ...foreignRouting(hostile.url), CLAUDE_CODE_MAX_RETRIES:'0', ...e});
  const {timeoutMs, ...x} = r as any;
  console.log(_n, v, x.stdout, x.stderr, '\nSERVER', arrivals(server), '\nHOSTILE', arrivals(hostile), '\n',
   server.requests.map(q=>JSON.stringify({h:Object.fromEntries(Object.entries(q.headers).filter(([k,v])=>/auth|key|amz|cookie|token|foreign|settings|beta|user-agent|google/.test(k))), model:(q.body as any)?.model})).join('\n'),
   '\nLEAK', JSON.stringify(server.requests).match(/[^",]{0,20}(foreign|settings-|SETTINGS|FOREIGN)[^",]{0,30}/g));
});
});
