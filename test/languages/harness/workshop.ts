import { spawn } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { mkdir, mkdtemp, rename, rm } from 'fs/promises';
import { homedir, tmpdir } from 'os';
import { delimiter, dirname, join, resolve } from 'path';

export const ROOT = resolve(__dirname, '../../..');
const DIST = join(ROOT, 'dist');
export const LANGUAGES = join(ROOT, 'test/languages');
export const EXAMPLES = join(ROOT, 'examples');

/** The versions that everything generated depends on, and so the keys of the cache. */
export const VERSIONS = {
  azurerm: versionOf('@cdktf/provider-azurerm'),
  cdktf: versionOf('cdktf'),
  constructs: versionOf('constructs'),
  nodeTypes: versionOf('@types/node'),
  pacmak: versionOf('jsii-pacmak'),
  typescript: versionOf('typescript'),
};

/** What users install. */
export const PACKAGES = {
  npm: join(DIST, `js/cdktf-azure-dapr@${ownVersion()}.jsii.tgz`),
  wheel: join(DIST, `python/cdktf_azure_dapr-${ownVersion()}-py3-none-any.whl`),
  csharp: join(DIST, 'sources/dotnet/CdktfAzureDapr'),
  go: join(DIST, 'sources/go/cdktfazuredapr'),
  java: join(DIST, 'sources/java'),
};

function ownVersion(): string {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly env?: Record<string, string>;
}

/** Runs a command to its end, and fails with all that it printed. */
export async function execute({ file, args, env }: Command, cwd: string): Promise<string> {
  return new Promise((fulfil, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...QUIET, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => output += chunk);
    child.stderr.on('data', (chunk) => output += chunk);
    child.on('error', (error) => reject(new Error(`${file}: ${error.message}`)));
    child.on('close', (code, signal) => code === 0
      ? fulfil(output)
      : reject(new Error(`\`${[file, ...args].join(' ')}\` ended with ${signal ?? code}\n${lastLines(output)}`)));
  });
}

const QUIET = {
  CHECKPOINT_DISABLE: '1',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
};

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-60).join('\n');
}

/** Whether a program is on the PATH. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Does something in a folder of its own that is gone afterwards. */
export async function inTemporaryFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cdktf-azure-dapr-'));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A folder that survives this run, outside of the repository. Its name holds all versions that its content depends on,
 * so it never gets old; it appears only when it is complete.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdktf-azure-dapr', name);
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    const growing = await mkdtemp(`${folder}-`);
    try {
      await fill(growing);
      // Another run may have been faster: what it made is the same.
      await rename(growing, folder).catch((error) => {
        if (!existsSync(folder)) {
          throw error;
        }
      });
    } finally {
      await rm(growing, { recursive: true, force: true });
    }
  }
  return folder;
}
