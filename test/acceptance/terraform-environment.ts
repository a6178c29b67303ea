import { mkdirSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { cliConfigFile } from './cli-config';

/** What a program needs to run at all. No ARM_*, AZURE_* or TF_VAR_*: a test must never meet somebody's real subscription. */
const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'SystemRoot', 'LANG'];

/** Only for `init`, which may have to download. */
const FOR_DOWNLOADS = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];

/** A proxy that nobody listens at. Go never uses a proxy for the loopback interface, so all that is cut off is the rest of the world. */
const NOWHERE = 'http://127.0.0.1:9';

function pick(names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function common(): Record<string, string> {
  const config = cliConfigFile();
  return {
    ...pick(NEEDED),
    ...(config === undefined ? {} : { TF_CLI_CONFIG_FILE: config }),
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
}

/** For everything but `init`: only the loopback interface can be reached. */
export function offlineEnvironment(extra: Record<string, string>): Record<string, string> {
  return { ...common(), HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, ALL_PROXY: NOWHERE, ...extra };
}

/** For `init`: the user's way to the providers, each of which is downloaded once for all folders. */
export function initEnvironment(): Record<string, string> {
  const cache = process.env.TF_PLUGIN_CACHE_DIR ?? join(tmpdir(), 'cdktf-azure-dapr-providers');
  mkdirSync(cache, { recursive: true });
  return {
    ...common(),
    ...pick(FOR_DOWNLOADS),
    TF_PLUGIN_CACHE_DIR: cache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
    TF_REGISTRY_CLIENT_TIMEOUT: '20',
    TF_REGISTRY_DISCOVERY_RETRY: '1',
  };
}
