import { spawn, type ChildProcess } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { ArmClient } from './arm-client';

const ROOT = resolve(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'simulator-main-'));
let child: ChildProcess | undefined;

function start(...args: string[]) {
  const command = ['--require', 'ts-node/register/transpile-only', join(__dirname, 'main.ts'), ...args];
  child = spawn(process.execPath, command, { cwd: ROOT, env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'test', 'tsconfig.json') } });
  const output = { out: '', err: '' };
  child.stdout!.on('data', (text) => output.out += text);
  child.stderr!.on('data', (text) => output.err += text);
  const ended = new Promise<number | null>((end) => child!.once('close', end));
  return { output, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 20));
}

afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('the command prints what to export, tells what it is asked, and ends when told to', async () => {
  const { output, ended } = start('--port', '0', '--folder', folder, '--unregistered');
  await until(() => output.err.includes('Ctrl+C'));

  const exported = Object.fromEntries([...output.out.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]));
  expect(output.out.trim().split('\n')).toHaveLength(Object.keys(exported).length);
  expect(exported.SSL_CERT_FILE).toBe(join(folder, 'ca.pem'));
  const client = new ArmClient({ url: exported.ARM_RESOURCE_MANAGER_ENDPOINT, ca: readFileSync(exported.SSL_CERT_FILE, 'utf8') });
  const provider = `/subscriptions/${exported.ARM_SUBSCRIPTION_ID}/providers/Microsoft.KubernetesConfiguration`;
  expect((await client.arm('GET', provider, undefined, '2022-09-01')).json.registrationState).toBe('NotRegistered');
  await client.arm('POST', `${provider}/nonsense`, { a: 1 }, '2022-09-01');
  client.close();
  await until(() => output.err.includes('nonsense'));
  expect(output.err).toContain(`POST ${provider}/nonsense -> 404 InvalidResourceType {"a":1}`);
  expect(output.err).not.toContain(exported.ARM_CLIENT_SECRET);

  child!.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(existsSync(exported.SSL_CERT_FILE)).toBe(true);
});

test('the command refuses a port that is none', async () => {
  const { output, ended } = start('--port', 'http');

  expect(await ended).toBe(1);
  expect(output).toEqual({ out: '', err: '--port must be a number between 0 and 65535, not http\n' });
});
