import { synthExample } from '../helpers/examples';
import { wantedProviders } from './scenarios/synth';
import type { RecordedRequest } from './simulator/recorder';
import { ArmSimulator } from './simulator/simulator';
import { findSupport } from './support';
import { Terraform } from './terraform';

/**
 * `npm run try`: the quickstart, applied by the Terraform that there is to a simulated Azure, and destroyed again.
 * No account, no credentials; nothing but the loopback interface is asked, once the provider is there.
 */
async function main(): Promise<void> {
  const versions = Object.fromEntries(Object.entries(wantedProviders()).filter(([source]) => source.endsWith('azurerm')));
  const support = await findSupport(Object.keys(versions), versions);
  if (!support.available) throw new Error(support.reason);

  const simulator = await ArmSimulator.start();
  const terraform = new Terraform({ environment: simulator.environment() });
  const { recorder } = simulator.azure;
  try {
    console.log(`A simulated Azure listens on ${simulator.url}. With ${support.terraform}:\n`);
    const { stacks } = await synthExample('quickstart');
    terraform.write(stacks.quickstart);
    for (const step of ['apply', 'destroy'] as const) {
      const before = recorder.all.length;
      const { summary } = await terraform[step]();
      console.log(`terraform ${step}\n${summary.map((line) => `  ${line}`).join('\n')}\n\nAzure received\n`);
      recorder.all.slice(before).filter(isOfAzure).forEach(print);
      console.log('');
    }
    const left = simulator.azure.extensions.all.length;
    console.log(left === 0 ? 'Azure is as it was before.' : `${left} extensions are left.`);
  } finally {
    terraform.close();
    await simulator.stop();
  }
}

/** Signing in is left out, and so is asking again and again whether something is done. */
const isOfAzure = ({ path, method }: RecordedRequest) => /^\/+subscriptions\//i.test(path) && !(method === 'GET' && /\/operations\//i.test(path));

function print({ method, path, status, body }: RecordedRequest): void {
  console.log(`  ${method} ${path} -> ${status}`);
  if (body !== undefined) console.log(JSON.stringify(body, null, 2).replace(/^/gm, '    '));
}

main().catch((error: Error) => {
  console.error(`The quickstart could not be tried: ${error.message}`);
  process.exitCode = 1;
});
