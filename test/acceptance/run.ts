import { spawnSync } from 'child_process';
import { join } from 'path';
import { wantedProviders } from './scenarios/synth';
import { findSupport } from './support';

/**
 * `npm run test:acceptance [-- <arguments of jest>]`: the scenarios, with the Terraform and the providers that there are.
 * Without them: one line that says why nothing was run, which is a failure only with ACCEPTANCE=required.
 */
async function main(): Promise<number> {
  const versions = wantedProviders();
  const support = await findSupport(Object.keys(versions), versions);
  if (!support.available) {
    console.log(`Acceptance tests skipped: ${support.reason}`);
    return process.env.ACCEPTANCE === 'required' ? 1 : 0;
  }
  const providers = Object.entries(support.providers).map(([source, version]) => `${source} ${version}`);
  console.log(`Acceptance tests with ${[support.terraform, ...providers].join(', ')}`);
  const jest = join(__dirname, '../../node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--config', join(__dirname, 'jest.config.json'), '--ci', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ACCEPTANCE_PROGRAM: support.terraform },
  });
  return status ?? 1;
}

main().then((code) => {
  process.exitCode = code;
}, (error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
