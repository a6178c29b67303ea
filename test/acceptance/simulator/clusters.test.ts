import { AKS, ARC, DAPR, useSimulator } from './testing';

const fixture = useSimulator();
const CREDENTIALS = '/listClusterUserCredential';

describe('a cluster', () => {
  test.each([
    ['AKS', AKS, 'Microsoft.ContainerService/ManagedClusters'],
    ['Arc', ARC, 'Microsoft.Kubernetes/connectedClusters'],
  ])('on %s is there', async (_kind, id, type) => {
    const { status, json } = await fixture.client.arm('GET', id.toLowerCase(), undefined, '2025-07-01');

    expect(status).toBe(200);
    expect(json).toMatchObject({ id: id.replace('/rg/', '/rg/'), type, properties: { provisioningState: 'Succeeded' } });
  });

  test('on AKS tells how to sign in, which changes nothing', async () => {
    const { json } = await fixture.client.arm('POST', `${AKS}${CREDENTIALS}`, undefined, '2025-07-01');

    const [{ name, value }] = json.kubeconfigs;
    expect(name).toBe('clusterUser');
    expect(JSON.parse(Buffer.from(value, 'base64').toString())).toMatchObject({ 'current-context': 'aks' });
    expect(fixture.simulator.azure.recorder.changes).toEqual([]);
  });

  test('on Arc does not', async () => {
    expect((await fixture.client.arm('POST', `${ARC}${CREDENTIALS}`, undefined, '2025-07-01')).json.error.code).toBe('NotFound');
  });

  test('that is not among those there are is not found, and neither are its extensions', async () => {
    fixture.simulator.azure.switches.clusters = [ARC.toUpperCase()];

    expect((await fixture.client.arm('GET', AKS, undefined, '2025-07-01')).json.error.code).toBe('ResourceNotFound');
    expect((await fixture.client.arm('POST', `${AKS}${CREDENTIALS}`, undefined, '2025-07-01')).json.error.code).toBe('ResourceNotFound');
    expect((await fixture.client.arm('GET', DAPR)).json.error.code).toBe('ParentResourceNotFound');
    expect((await fixture.client.arm('GET', ARC, undefined, '2025-07-01')).status).toBe(200);
  });

  test.each(['2025-07-02-preview', '2031-01-01'])('can be read in the API version %s', async (version) => {
    expect((await fixture.client.arm('GET', AKS, undefined, version)).status).toBe(200);
  });

  test('cannot be read in a version that is none, or be changed', async () => {
    expect((await fixture.client.arm('GET', AKS, undefined, 'latest')).json.error.code).toBe('NoRegisteredProviderFound');
    expect((await fixture.client.arm('PUT', AKS, {}, '2025-07-01')).status).toBe(405);
  });
});
