import { claims, conflict } from './stateful-sets';
import { created, DAPR, dapr, settled, useSimulator } from './testing';

const NEW = '1.15.3';
type Settings = Record<string, string>;
const fails = (before: Settings, after: Settings, from = NEW, to = from) => conflict(claims(from, before), claims(to, after));

describe('an upgrade in place fails at', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['high availability off', {}, { 'global.ha.enabled': 'false' }],
    ['high availability on', { 'global.ha.enabled': 'false' }, {}],
    ['placement alone on', { 'global.ha.enabled': 'false' }, { 'global.ha.enabled': 'false', 'dapr_placement.ha': 'true' }],
    ['the log in memory', {}, { 'dapr_placement.cluster.forceInMemoryLog': 'true' }],
    ['another size', {}, { 'dapr_placement.volumeclaims.storageSize': '2Gi' }],
    ['another class', {}, { 'dapr_placement.volumeclaims.storageClassName': 'zrs' }],
  ])('placement: %s', (_what, before, after) => {
    expect(fails(before, after)).toBe('dapr-placement-server');
  });

  test.each<[string, Record<string, string>]>([
    ['another size', { 'dapr_scheduler.cluster.storageSize': '2Gi' }],
    ['another class', { 'dapr_scheduler.cluster.storageClassName': 'zrs' }],
    ['the log in memory', { 'dapr_scheduler.cluster.inMemoryStorage': 'true' }],
  ])('the scheduler: %s', (_what, after) => {
    expect(fails({}, after)).toBe('dapr-scheduler-server');
  });
});

describe('an upgrade in place succeeds at', () => {
  const inMemory = { 'dapr_placement.cluster.forceInMemoryLog': 'true' };
  const noHa = { 'global.ha.enabled': 'false' };
  const largerScheduler = { 'dapr_scheduler.cluster.storageSize': '2Gi' };

  test.each([
    ['a default that is stated', fails({}, { 'global.ha.enabled': 'TRUE', 'dapr_placement.volumeclaims.storageSize': '1Gi' })],
    ['high availability off, with the log in memory', fails(inMemory, { ...inMemory, ...noHa })],
    ['the size of a claim that is not there', fails(noHa, { ...noHa, 'dapr_placement.volumeclaims.storageSize': '2Gi' })],
    ['the first version with a scheduler', fails({}, largerScheduler, '1.13.4', '1.14.4')],
    ['the way back from it', fails({}, {}, '1.14.4', '1.13.4')],
    ['another size of the scheduler, where the chart keeps the live one', fails({}, largerScheduler, '1.17.7')],
    ['the same in the minor before', fails({}, largerScheduler, '1.16.16')],
    ['a version with a larger default', fails({}, {}, '1.17.6', '1.17.7')],
    ['the same size, spelled in another way', fails({}, { 'dapr_placement.volumeclaims.storageSize': '1024Mi' })],
    ['any other setting', fails({}, { 'global.logAsJson': 'true' })],
  ])('%s', (_what, blocking) => {
    expect(blocking).toBeUndefined();
  });
});

describe('the simulated service', () => {
  const fixture = useSimulator();
  const off = dapr({ configurationSettings: { 'global.ha.enabled': 'false' } });

  test('fails such an upgrade, succeeds again with the settings from before, and lets it pass as a new installation', async () => {
    await created(fixture);

    await fixture.client.arm('PUT', DAPR, off);
    expect((await settled(fixture)).errorInfo.message).toContain('"dapr-placement-server"');
    await fixture.client.arm('PUT', DAPR, dapr());
    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
    await fixture.client.arm('DELETE', DAPR);
    await settled(fixture);
    await fixture.client.arm('PUT', DAPR, off);
    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
  });

  test('can be told to take it', async () => {
    fixture.simulator.azure.switches.statefulSets = 'ignored';
    await created(fixture);

    await fixture.client.arm('PUT', DAPR, off);

    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
  });
});
