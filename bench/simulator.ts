import { fork } from 'child_process';
import { ArmClient } from '../test/acceptance/simulator/arm-client';
import { ArmSimulator } from '../test/acceptance/simulator/simulator';

/**
 * How many requests per second the ARM simulator answers: `npx ts-node --project test/tsconfig.json bench/simulator.ts [seconds]`.
 * The simulator has a process of its own, so that one core is what it can use at most; the clients in this one keep their connections.
 */
const CLUSTERS = 50;
const CONNECTIONS = 16;
const GOAL = 1000;

interface Started {
  readonly url: string;
  readonly ca: string;
}

async function serve(): Promise<void> {
  const simulator = await ArmSimulator.start({ switches: { longRunning: 'none' } });
  process.send!({ url: simulator.url, ca: simulator.ca });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!({ cpuSeconds: (user + system) / 1e6 });
  });
  process.once('disconnect', () => void simulator.stop().then(() => process.exit(0)));
}

const extension = (index: number) => '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/bench'
  + `/providers/Microsoft.ContainerService/managedClusters/aks${index % CLUSTERS}/providers/Microsoft.KubernetesConfiguration/extensions/dapr`;

/** What Terraform does with an extension: mostly reading. */
async function step(client: ArmClient, index: number): Promise<void> {
  const id = extension(index);
  const settings = { 'global.logAsJson': 'true', 'dapr_operator.replicaCount': `${index % 5}`, 'global.ha.enabled': 'true' };
  const kind = index % 10;
  const body = { properties: { extensionType: 'microsoft.dapr', configurationSettings: settings } };
  const answer = kind === 0 ? await client.arm('PUT', id, body) : kind === 1 ? await client.arm('PATCH', id, body) : await client.arm('GET', id);
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
}

async function measure(client: ArmClient, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let next = 0;
  const work = async () => {
    while (performance.now() < end) await step(client, next++);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return next;
}

async function main(): Promise<void> {
  const seconds = Number(process.argv[2] ?? 10);
  const child = fork(__filename, ['serve'], { execArgv: process.execArgv });
  const answer = async <T>(): Promise<T> => new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
  const client = new ArmClient(await answer<Started>(), CONNECTIONS);

  for (let i = 0; i < CLUSTERS; i++) await client.arm('PUT', extension(i), { properties: { extensionType: 'microsoft.dapr' } });
  await measure(client, 2);
  const cpu = async () => {
    child.send('cpu');
    return (await answer<{ cpuSeconds: number }>()).cpuSeconds;
  };
  const [cpuBefore, before] = [await cpu(), performance.now()];
  const requests = await measure(client, seconds);
  const [elapsed, cpuSeconds] = [(performance.now() - before) / 1000, await cpu() - cpuBefore];

  const perSecond = Math.round(requests / elapsed);
  console.log(`requests per second                   ${perSecond} (goal ${GOAL}: ${perSecond >= GOAL ? 'reached' : 'missed'})`);
  console.log(`requests per second of processor time ${Math.round(requests / cpuSeconds)}`);
  client.close();
  child.disconnect();
}

void (process.argv[2] === 'serve' ? serve() : main());
