import { AKS, created, DAPR, dapr, extensionOf, SUBSCRIPTION, useSimulator } from './testing';

const fixture = useSimulator();
const NAMESPACE = 'Microsoft.KubernetesConfiguration';
const PROVIDERS = `/subscriptions/${SUBSCRIPTION}/providers`;
const arm = async (method: string, path: string) => fixture.client.arm(method, `${PROVIDERS}${path}`, undefined, '2022-09-01');
const unregistered = () => fixture.simulator.azure.registrations.set(SUBSCRIPTION, NAMESPACE, 'NotRegistered');

describe('registration of a resource provider', () => {
  test('is there at first, and listed in the case azurerm compares with', async () => {
    const { json } = await arm('GET', '');

    expect(json.value).toContainEqual(expect.objectContaining({ namespace: NAMESPACE, registrationState: 'Registered' }));
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is needed to %s an extension', async (method) => {
    unregistered();

    const { status, json } = await fixture.client.arm(method, DAPR, method === 'GET' || method === 'DELETE' ? undefined : dapr());

    expect([status, json.error.code]).toEqual([409, 'MissingSubscriptionRegistration']);
    expect(json.error.message).toContain(`'${NAMESPACE}'`);
  });

  test('takes as many looks as a test wants', async () => {
    unregistered();
    fixture.simulator.azure.switches.registrationLooks = 2;

    const states = [(await arm('POST', `/${NAMESPACE}/register`)).json.registrationState];
    for (let i = 0; i < 3; i++) states.push((await arm('GET', `/${NAMESPACE.toLowerCase()}`)).json.registrationState);

    expect(states).toEqual(['Registering', 'Registering', 'Registering', 'Registered']);
    expect((await fixture.client.arm('PUT', DAPR, dapr())).status).toBe(201);
  });

  test('of one subscription says nothing of another', async () => {
    unregistered();
    const other = AKS.replace(SUBSCRIPTION, '44444444-4444-4444-8444-444444444444');

    expect((await fixture.client.arm('PUT', extensionOf(other), dapr())).status).toBe(201);
  });

  test('can be undone', async () => {
    await arm('POST', `/${NAMESPACE}/unregister`);

    const { json } = await arm('GET', `/${NAMESPACE}`);

    expect(json).toMatchObject({ id: `${PROVIDERS}/${NAMESPACE}`, registrationState: 'Unregistered' });
  });

  test('cannot be undone while there are extensions', async () => {
    await created(fixture);

    const { status, json } = await arm('POST', `/${NAMESPACE}/unregister`);

    expect([status, json.error.code]).toEqual([409, 'Conflict']);
    expect(fixture.simulator.azure.registrations.get(SUBSCRIPTION, NAMESPACE)).toBe('Registered');
  });

  test('of what is registered, or unregistration of what never was, changes nothing', async () => {
    expect((await arm('POST', `/${NAMESPACE}/register`)).json.registrationState).toBe('Registered');
    unregistered();
    expect((await arm('POST', `/${NAMESPACE}/unregister`)).json.registrationState).toBe('NotRegistered');
  });

  test('of a namespace that does not exist is refused', async () => {
    const { status, json } = await arm('POST', '/Microsoft.Nonsense/register');

    expect([status, json.error.code]).toEqual([404, 'InvalidResourceNamespace']);
  });
});

describe('preview features', () => {
  const FEATURES = '/Microsoft.Features/providers/Microsoft.KubernetesConfiguration/features';
  const features = async (method: string, path = '') => fixture.client.arm(method, `${PROVIDERS}${FEATURES}${path}`, undefined, '2021-07-01');

  test('are registered, read, listed and unregistered', async () => {
    expect((await features('POST', '/ExtensionTypes/register')).json.properties.state).toBe('Registered');
    expect((await features('GET', '/extensiontypes')).json).toMatchObject({ name: `${NAMESPACE}/ExtensionTypes`, properties: { state: 'Registered' } });
    expect((await features('GET')).json.value.map(({ properties }: any) => properties.state)).toEqual(['Registered', 'NotRegistered']);
    expect((await features('POST', '/ExtensionTypes/unregister')).json.properties.state).toBe('Unregistered');
  });

  test('that do not exist are refused', async () => {
    const { status, json } = await features('GET', '/Nonsense');

    expect([status, json.error.code]).toEqual([404, 'FeatureNotFound']);
  });

  test('of a namespace without any are an empty list', async () => {
    const other = `${PROVIDERS}/Microsoft.Features/providers/Microsoft.Kubernetes/features`;

    expect((await fixture.client.arm('GET', other, undefined, '2021-07-01')).json).toEqual({ value: [] });
  });
});
