import { AKS, ARC, created, DAPR, dapr, extensionOf, settled, useSimulator } from './testing';

const fixture = useSimulator();
const put = async (properties: any, apiVersion?: string, more = {}) => fixture.client.arm('PUT', DAPR, dapr(properties, more), apiVersion);
const patch = async (properties: any) => fixture.client.arm('PATCH', DAPR, { properties });

describe.each([['AKS', AKS], ['Arc', ARC]])('an extension on %s', (kind, cluster) => {
  const id = extensionOf(cluster);

  test('is made with 201, filled in by the service, and there afterwards', async () => {
    const answer = await fixture.client.arm('PUT', id, dapr());

    expect([answer.status, answer.json.properties.provisioningState]).toEqual([201, 'Creating']);
    const { json } = await fixture.client.arm('GET', id);
    expect(json).toMatchObject({ id, name: 'dapr', type: 'Microsoft.KubernetesConfiguration/extensions' });
    expect(json.properties).toMatchObject({
      extensionType: 'microsoft.dapr',
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
      version: null,
      currentVersion: '1.15.9-msft.1',
      scope: { cluster: { releaseNamespace: 'dapr-system' } },
      configurationSettings: {},
      configurationProtectedSettings: {},
      provisioningState: 'Succeeded',
    });
  });

  test('is found in any case, and listed', async () => {
    await created(fixture, {}, id);

    expect((await fixture.client.arm('GET', id.toUpperCase())).json.id).toBe(id);
    const { json } = await fixture.client.arm('GET', id.replace(/\/dapr$/, '').replace('resourceGroups', 'resourcegroups'));
    expect(json.value.map((extension: any) => extension.id)).toEqual([id]);
  });

  test('is gone after DELETE; a second DELETE answers 204', async () => {
    await created(fixture, {}, id);

    expect((await fixture.client.arm('DELETE', `${id}?forceDelete=true`)).status).toBe(202);
    expect((await fixture.client.arm('GET', id)).json.error.code).toBe('ResourceNotFound');
    expect((await fixture.client.arm('DELETE', id)).status).toBe(204);
  });

  test(`has ${kind === 'AKS' ? 'an identity of AKS' : 'no identity unless asked for'}`, async () => {
    const properties = await created(fixture, {}, id);

    expect(properties.aksAssignedIdentity?.principalId).toEqual(kind === 'AKS' ? expect.stringMatching(/^[0-9a-f-]{36}$/) : undefined);
  });

  test('gets an identity of its own where it asks for one', async () => {
    await created(fixture, {}, id, { identity: { type: 'SystemAssigned' } });
    expect((await fixture.client.arm('GET', id)).json.identity).toMatchObject({ type: 'SystemAssigned', principalId: expect.any(String) });

    await fixture.client.arm('PUT', id, dapr({}, { identity: { type: 'None' } }));
    expect((await fixture.client.arm('GET', id)).json.identity).toBeUndefined();
  });
});

describe('version and auto-upgrade', () => {
  test('with auto-upgrade off and no version, the newest one is filled in and stays', async () => {
    expect(await created(fixture, { autoUpgradeMinorVersion: false })).toMatchObject({ version: '1.15.9-msft.1', currentVersion: '1.15.9-msft.1' });
    fixture.simulator.azure.versions.publish('stable', '1.90.0');

    await put({ autoUpgradeMinorVersion: false });

    expect((await settled(fixture)).version).toBe('1.15.9-msft.1');
  });

  test('a version alone turns auto-upgrade off', async () => {
    expect(await created(fixture, { version: '1.14.4-msft.5' })).toMatchObject({
      autoUpgradeMinorVersion: false, version: '1.14.4-msft.5', currentVersion: '1.14.4-msft.5',
    });
  });

  test.each(['2023-05-01', '2024-11-01'])('both together are refused by PUT (%s)', async (apiVersion) => {
    const { status, json } = await put({ autoUpgradeMinorVersion: true, version: '1.14.4-msft.5' }, apiVersion);

    expect([status, json.error.code]).toEqual([400, 'InvalidVersion']);
    expect(fixture.simulator.extension(DAPR)).toBeUndefined();
  });

  test('both together were let through before that rule', async () => {
    expect((await put({ autoUpgradeMinorVersion: true, version: '1.14.4-msft.5' }, '2022-11-01')).status).toBe(201);
  });

  test('both together are refused by PATCH, also when auto-upgrade is on already', async () => {
    await created(fixture);

    expect((await patch({ autoUpgradeMinorVersion: true, version: '1.14.4-msft.5' })).json.error.code).toBe('InvalidVersion');
    expect((await patch({ version: '1.14.4-msft.5' })).json.error.code).toBe('InvalidVersion');
    expect((await patch({ autoUpgradeMinorVersion: false, version: '1.14.4-msft.5' })).status).toBe(202);
    expect(await settled(fixture)).toMatchObject({ autoUpgradeMinorVersion: false, currentVersion: '1.14.4-msft.5' });
  });

  test('goes up and down in place', async () => {
    await created(fixture, { version: '1.14.4-msft.10' });

    for (const version of ['1.15.3-msft.2', '1.14.4-msft.5']) {
      expect((await put({ version })).status).toBe(200);
      expect(await settled(fixture)).toMatchObject({ currentVersion: version, provisioningState: 'Succeeded' });
    }
  });

  test('auto-upgrade follows what is published in its train, a pinned one does not', async () => {
    await created(fixture);
    await created(fixture, { version: '1.14.4-msft.5' }, extensionOf(ARC));
    fixture.simulator.azure.versions.publish('stable', '1.91.0');

    fixture.simulator.azure.extensions.autoUpgrade();

    expect((await settled(fixture)).currentVersion).toBe('1.91.0');
    expect((await settled(fixture, extensionOf(ARC))).currentVersion).toBe('1.14.4-msft.5');
  });

  test.each([
    ['a version that is none', { version: 'newest' }],
    ['a train that is none', { releaseTrain: 'nightly' }],
    ['a train that is none, without auto-upgrade', { releaseTrain: 'nightly', autoUpgradeMinorVersion: false }],
  ])('%s is found out by the operation, not by the call', async (_what, properties) => {
    expect((await put(properties)).status).toBe(201);

    const { provisioningState, currentVersion, errorInfo } = await settled(fixture);
    expect([provisioningState, currentVersion, errorInfo.code]).toEqual(['Failed', null, 'ExtensionOperationFailed']);
  });

  test('the train dev has newer ones', async () => {
    expect((await created(fixture, { releaseTrain: 'Dev' })).currentVersion).toBe('1.16.0-msft.1');
  });
});

describe('settings', () => {
  test('are added to by PATCH, and stated anew by PUT', async () => {
    await created(fixture, { configurationSettings: { a: '1', b: '2' } });

    await patch({ configurationSettings: { b: '3' } });
    expect((await settled(fixture)).configurationSettings).toEqual({ a: '1', b: '3' });
    await put({ configurationSettings: { c: '4' } });
    expect((await settled(fixture)).configurationSettings).toEqual({ c: '4' });
  });

  test('that are protected come back as names only, are replaced as a whole, and stay when not stated in a PATCH', async () => {
    await created(fixture, { configurationProtectedSettings: { key: 'secret', other: 'secret' } });
    expect((await settled(fixture)).configurationProtectedSettings).toEqual({ key: '', other: '' });

    await patch({ configurationSettings: { a: '1' } });
    expect(fixture.simulator.extension(DAPR)!.chosen.configurationProtectedSettings).toEqual({ key: 'secret', other: 'secret' });
    await settled(fixture);
    await patch({ configurationProtectedSettings: { key: 'new' } });
    expect(fixture.simulator.extension(DAPR)!.chosen.configurationProtectedSettings).toEqual({ key: 'new' });
    await settled(fixture);
    await put({});
    expect(fixture.simulator.extension(DAPR)!.chosen.configurationProtectedSettings).toEqual({});
  });

  test('never show a secret in any answer', async () => {
    const answers = [
      await put({ configurationProtectedSettings: { key: 'hidden' } }),
      await fixture.client.arm('GET', DAPR),
      await patch({ configurationProtectedSettings: { key: 'hidden', more: 'hidden' } }),
      await fixture.client.arm('GET', DAPR.replace(/\/dapr$/, '')),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 200, 202, 200]);
    expect(answers.map(({ text }) => text).join()).not.toContain('hidden');
  });

  test('are taken over as own properties, whatever they are called', async () => {
    await fixture.client.arm('PUT', DAPR, '{"properties":{"extensionType":"microsoft.dapr","configurationSettings":{"__proto__":"x","toString":"y"}}}');

    expect(Object.keys((await settled(fixture)).configurationSettings)).toEqual(['__proto__', 'toString']);
  });

  test('PATCH that changes nothing answers 200 and starts nothing', async () => {
    await created(fixture, { configurationSettings: { a: '1' } });

    const { status, headers } = await patch({ configurationSettings: { a: '1' } });

    expect(status).toBe(200);
    expect(headers['azure-asyncoperation']).toBeUndefined();
  });
});

describe('what is refused', () => {
  const properties = (value: any) => ({ properties: { extensionType: 'microsoft.dapr', ...value } });

  test.each([
    ['a number as a setting', properties({ configurationSettings: { a: 1 } }), 'InvalidRequestContent'],
    ['a boolean as a protected setting', properties({ configurationProtectedSettings: { a: true } }), 'InvalidRequestContent'],
    ['null as a setting', properties({ configurationSettings: { a: null } }), 'InvalidRequestContent'],
    ['a list of settings', properties({ configurationSettings: ['a'] }), 'InvalidRequestContent'],
    ['auto-upgrade as text', properties({ autoUpgradeMinorVersion: 'true' }), 'InvalidRequestContent'],
    ['a version that is a number', properties({ version: 1.14 }), 'InvalidRequestContent'],
    ['properties that are text', { properties: 'x' }, 'InvalidRequestContent'],
    ['a scope that is text', properties({ scope: 'cluster' }), 'InvalidRequestContent'],
    ['a cluster scope that is text', properties({ scope: { cluster: 'x' } }), 'InvalidRequestContent'],
    ['two scopes', properties({ scope: { cluster: {}, namespace: {} } }), 'InvalidScope'],
    ['the scope of a namespace', properties({ scope: { namespace: { targetNamespace: 'x' } } }), 'InvalidScope'],
    ['no type', {}, 'InvalidExtensionType'],
    ['an unknown type', { properties: { extensionType: 'microsoft.nonsense' } }, 'ExtensionTypeRegistrationGetFailed'],
    ['an identity of the user', { ...properties({}), identity: { type: 'UserAssigned' } }, 'InvalidIdentity'],
    ['an identity that is text', { ...properties({}), identity: 'SystemAssigned' }, 'InvalidRequestContent'],
    ['text instead of an object', '"text"', 'InvalidRequestContent'],
    ['broken JSON', '{"properties":', 'InvalidRequestContent'],
    ['nothing', '', 'InvalidRequestContent'],
  ])('%s', async (_what, body, code) => {
    const { status, json } = await fixture.client.arm('PUT', DAPR, body);

    expect([status, json.error.code]).toEqual([400, code]);
    expect(fixture.simulator.azure.extensions.all).toEqual([]);
  });

  test('another type or namespace for what exists, by PUT and by PATCH', async () => {
    await created(fixture);

    for (const change of [{ extensionType: 'microsoft.flux' }, { scope: { cluster: { releaseNamespace: 'other' } } }]) {
      expect((await put(change)).json.error.code).toBe('PropertyChangeNotAllowed');
      expect((await patch(change)).json.error.code).toBe('PropertyChangeNotAllowed');
    }
  });

  test('but not the type in another case, nor the same namespace', async () => {
    await created(fixture);

    expect((await put({ extensionType: 'Microsoft.Dapr', scope: { cluster: { releaseNamespace: 'dapr-system' } } })).status).toBe(200);
  });

  test('a name that ARM does not allow', async () => {
    expect((await fixture.client.arm('PUT', extensionOf(AKS, 'a%26b'), dapr())).json.error.code).toBe('InvalidResourceName');
  });

  test('PATCH of what does not exist', async () => {
    expect((await patch({})).json.error.code).toBe('ResourceNotFound');
  });

  test('a forceDelete that is no boolean', async () => {
    expect((await fixture.client.arm('DELETE', `${DAPR}?forceDelete=perhaps`)).json.error.code).toBe('InvalidParameter');
  });

  test('a cluster that does not exist, where a test says which ones do', async () => {
    fixture.simulator.azure.switches.clusters = [ARC];

    expect((await put({})).json.error.code).toBe('ParentResourceNotFound');
    expect((await fixture.client.arm('PUT', extensionOf(ARC), dapr())).status).toBe(201);
  });
});
