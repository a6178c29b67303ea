import { mkdirSync } from 'fs';
import { resolve } from 'path';
import { ArmSimulator } from './simulator';

/**
 * Starts the simulator until Ctrl+C, and prints what to export so that Terraform talks to it.
 *
 *   main.ts [--port 8443] [--folder where-to-write-ca.pem] [--unregistered]
 */
function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<void> {
  const port = Number(option('port') ?? 8443);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port must be a number between 0 and 65535, not ${option('port')}`);
  const folder = option('folder') === undefined ? undefined : resolve(option('folder')!);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });

  const simulator = await ArmSimulator.start({ port, folder });
  const environment = simulator.environment();
  if (process.argv.includes('--unregistered')) {
    simulator.azure.registrations.set(environment.ARM_SUBSCRIPTION_ID, 'Microsoft.KubernetesConfiguration', 'NotRegistered');
  }
  // To stdout, and nothing else there: the output can be evaluated by a shell.
  for (const [name, value] of Object.entries(environment)) console.log(`export ${name}='${value}'`);
  console.error(`\nA simulated Azure listens on ${simulator.url}. Export the lines above in the shell that runs Terraform; Ctrl+C ends it.`);
  if (process.platform !== 'linux') console.error('Go reads SSL_CERT_FILE on Linux only: here, let your system trust the certificate, or use a container.');

  simulator.azure.recorder.onRequest = ({ method, path, status, errorCode, body }) => {
    const content = body !== undefined && path.startsWith('/subscriptions') ? ` ${JSON.stringify(body)}` : '';
    console.error(`${method} ${path} -> ${status}${errorCode ? ` ${errorCode}` : ''}${content}`);
  };
  const stop = () => void simulator.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
