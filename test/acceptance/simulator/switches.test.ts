import { ARC, created, DAPR, dapr, extensionOf, settled, SUBSCRIPTION, useSimulator } from './testing';

const fixture = useSimulator();
const switches = () => fixture.simulator.azure.switches;

test('PATCH can put another map in the place of the settings', async () => {
  switches().patch = 'replace';
  await created(fixture, { configurationSettings: { a: '1', b: '2' } });

  await fixture.client.arm('PATCH', DAPR, { properties: { configurationSettings: { b: '3' } } });

  expect((await settled(fixture)).configurationSettings).toEqual({ b: '3' });
});

test.each([
  ['asSent', 'microsoft.DAPR', 'STABLE'],
  ['lower', 'microsoft.dapr', 'stable'],
  ['service', 'Microsoft.Dapr', 'Stable'],
] as const)('type and train can come back %s', async (casing, extensionType, releaseTrain) => {
  switches().casing = casing;

  expect(await created(fixture, { extensionType: 'microsoft.DAPR', releaseTrain: 'STABLE' })).toMatchObject({ extensionType, releaseTrain });
});

test('the identity of AKS can be absent', async () => {
  switches().aksAssignedIdentity = 'absent';

  expect(await created(fixture)).not.toHaveProperty('aksAssignedIdentity');
});

test('the service can add settings, over which those of the user win', async () => {
  switches().addedSettings = { 'global.clusterType': 'managedclusters', 'a': 'service' };

  expect((await created(fixture, { configurationSettings: { a: 'user' } })).configurationSettings)
    .toEqual({ 'global.clusterType': 'managedclusters', 'a': 'user' });
});

test.each([['new', '2'], ['old', '1']] as const)('a failed update can leave the %s settings', async (failedUpdate, left) => {
  switches().failedUpdate = failedUpdate;
  await created(fixture, { configurationSettings: { a: '1' } });
  fixture.simulator.azure.faults.failOperation();

  await fixture.client.arm('PUT', DAPR, dapr({ configurationSettings: { a: '2' } }));

  expect(await settled(fixture)).toMatchObject({ provisioningState: 'Failed', currentVersion: '1.15.9-msft.1', configurationSettings: { a: left } });
});

test('an API version can be unknown', async () => {
  await created(fixture);
  switches().extensionApiVersions = ['2023-05-01'];

  const { status, json } = await fixture.client.arm('GET', DAPR, undefined, '2025-03-01');

  expect([status, json.error.code]).toEqual([400, 'NoRegisteredProviderFound']);
  expect((await fixture.client.arm('GET', DAPR, undefined, '2023-05-01')).status).toBe(200);
});

test('a PUT without version can pick the newest one again', async () => {
  switches().putWithoutVersion = 'picksNewest';
  await created(fixture, { autoUpgradeMinorVersion: false });
  fixture.simulator.azure.versions.publish('stable', '1.92.0');

  await fixture.client.arm('PUT', DAPR, dapr({ autoUpgradeMinorVersion: false }));

  expect(await settled(fixture)).toMatchObject({ version: '1.92.0', currentVersion: '1.92.0' });
});

test('versions that were not published can be refused', async () => {
  expect((await created(fixture, { version: '1.14.99' })).provisioningState).toBe('Succeeded');
  switches().unlistedVersions = 'refused';

  const other = await created(fixture, { version: '1.14.99' }, extensionOf(ARC));

  expect([other.provisioningState, other.errorInfo.message]).toEqual(['Failed', 'Failed to resolve the extension version from the given values.']);
});

describe('what a test can do without a request', () => {
  test('make an extension as another client would have', () => {
    const extension = fixture.simulator.seed(DAPR, dapr({ autoUpgradeMinorVersion: false }));

    expect(extension).toMatchObject({ id: DAPR, provisioningState: 'Succeeded', chosen: { version: '1.15.9-msft.1' } });
    expect(fixture.simulator.azure.recorder.all).toEqual([]);
    expect(switches().longRunning).toBe('asyncOperation');
  });

  test('not make one that breaks a rule, or with an ID that is none', () => {
    expect(() => fixture.simulator.seed(DAPR, dapr({ configurationSettings: { a: 1 } }))).toThrow('must be a string');
    expect(() => fixture.simulator.seed('/subscriptions/x', dapr())).toThrow('Not the ID of an extension: /subscriptions/x');
  });
});

describe('the record', () => {
  test('holds what was asked for, without the token', async () => {
    await fixture.client.arm('GET', DAPR);
    await fixture.client.arm('PUT', `${DAPR}?extra=1`, dapr({ configurationProtectedSettings: { a: 'b' } }));
    await fixture.client.arm('PUT', DAPR, 'no json');

    const { recorder } = fixture.simulator.azure;
    expect(recorder.find({ method: ['PUT'], path: /dapr$/ })[0]).toEqual({
      method: 'PUT', path: DAPR, query: { 'extra': '1', 'api-version': '2024-11-01' }, body: dapr({ configurationProtectedSettings: { a: 'b' } }), status: 201,
    });
    expect(recorder.changes.map(({ status, errorCode, body }) => [status, errorCode, typeof body]))
      .toEqual([[201, undefined, 'object'], [400, 'InvalidRequestContent', 'string']]);
    expect(recorder.find({ path: SUBSCRIPTION })).toHaveLength(3);
    expect(JSON.stringify(recorder.all)).not.toMatch(/bearer/i);
  });

  test('tells as it happens, and knows the clients', async () => {
    const seen: string[] = [];
    fixture.simulator.azure.recorder.onRequest = ({ method }) => seen.push(method);

    await fixture.client.send('/metadata/endpoints?api-version=2022-09-01', { headers: { 'User-Agent': 'a (b) terraform-provider-azurerm/4.55.0' } });
    await fixture.client.send('/', { headers: { 'User-Agent': 'x terraform-provider-azapi/v2.12.0 y' } });
    fixture.simulator.azure.recorder.onRequest = undefined;

    expect(seen).toEqual(['GET', 'GET']);
    expect(fixture.simulator.azure.recorder.providers).toEqual({ azurerm: '4.55.0', azapi: '2.12.0' });
  });
});
