import { AKS, ARC, created, DAPR, dapr, extensionOf, settled, useSimulator } from './testing';

const fixture = useSimulator();
const put = async (properties = {}) => fixture.client.arm('PUT', DAPR, dapr(properties));
const follow = async (url: any) => {
  const { pathname } = new URL(url);
  return fixture.client.arm('GET', pathname);
};

describe('an operation with a header to follow', () => {
  test('is in progress for as many looks as a test wants, then done', async () => {
    fixture.simulator.azure.switches.looks = 2;
    const { headers } = await put();

    const states: string[] = [];
    for (let i = 0; i < 3; i++) states.push((await follow(headers['azure-asyncoperation'])).json.status);

    expect(states).toEqual(['InProgress', 'InProgress', 'Succeeded']);
    expect((await follow(headers['azure-asyncoperation'])).json.status).toBe('Succeeded');
    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
  });

  test('tells how soon to look again', async () => {
    const { headers } = await put();

    expect(headers).toMatchObject({ 'retry-after': '1', 'retry-after-ms': '20', 'x-go-azure-sdk-skip-polling-delay': 'true' });
  });

  test('is also ended by looking at the resource', async () => {
    const { headers } = await put();
    await settled(fixture);

    expect((await follow(headers['azure-asyncoperation'])).json.status).toBe('Succeeded');
  });

  test('belongs to its resource', async () => {
    const { headers } = await put();
    const elsewhere = new URL(String(headers['azure-asyncoperation'])).pathname.replace('/dapr/', '/other/');

    expect((await fixture.client.arm('GET', elsewhere)).json.error.code).toBe('OperationNotFound');
  });

  test('has an address that survives names which need encoding', async () => {
    const { headers } = await fixture.client.arm('PUT', extensionOf(AKS, 'd%C3%A4pr%20'), dapr());

    expect((await follow(headers['azure-asyncoperation'])).json.status).toBe('Succeeded');
  });

  test('keeps a second one away until it ends', async () => {
    fixture.simulator.azure.switches.looks = 1;
    await put();

    expect((await put()).json.error.code).toBe('Conflict');
    expect((await fixture.client.arm('DELETE', DAPR)).json.error.code).toBe('Conflict');
    await settled(fixture);
    await settled(fixture);
    expect((await put()).status).toBe(200);
  });
});

describe('an operation without a header', () => {
  test('is seen in the state of the resource', async () => {
    Object.assign(fixture.simulator.azure.switches, { longRunning: 'provisioningState', looks: 1 });

    const { json, headers } = await put();

    expect(headers['azure-asyncoperation']).toBeUndefined();
    expect(json.properties.provisioningState).toBe('Creating');
    expect((await settled(fixture)).provisioningState).toBe('Creating');
    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
    expect((await fixture.client.arm('PATCH', DAPR, { properties: { configurationSettings: { a: '1' } } })).status).toBe(200);
  });

  test('that deletes has a location: 202 until it is gone', async () => {
    await created(fixture);
    Object.assign(fixture.simulator.azure.switches, { longRunning: 'provisioningState', looks: 1 });

    const { status, headers } = await fixture.client.arm('DELETE', DAPR);

    expect(status).toBe(202);
    expect((await follow(headers.location)).status).toBe(202);
    expect((await follow(headers.location)).status).toBe(204);
    expect(fixture.simulator.extension(DAPR)).toBeUndefined();
  });

  test('that fails to delete says so at that location', async () => {
    await created(fixture);
    fixture.simulator.azure.switches.longRunning = 'provisioningState';
    fixture.simulator.azure.faults.failOperation({ method: 'DELETE' }, 'timed out');

    const { headers } = await fixture.client.arm('DELETE', DAPR);

    expect((await follow(headers.location)).json.error).toEqual({ code: 'ExtensionOperationFailed', message: 'timed out' });
    expect(fixture.simulator.extension(DAPR)!.provisioningState).toBe('Failed');
  });
});

test('an operation can be done at once', async () => {
  fixture.simulator.azure.switches.longRunning = 'none';

  expect((await put()).json.properties.provisioningState).toBe('Succeeded');
  expect((await fixture.client.arm('PATCH', DAPR, { properties: { configurationSettings: { a: '1' } } })).json.properties.provisioningState).toBe('Succeeded');
  expect((await fixture.client.arm('DELETE', DAPR)).status).toBe(200);
  expect(fixture.simulator.azure.extensions.all).toEqual([]);
});

test('many operations do not fill the memory', async () => {
  const { operations } = fixture.simulator.azure.extensions;
  fixture.simulator.azure.switches.longRunning = 'none';
  const first = operations.start({ resource: '/first', cluster: '/', looks: 0, finish: () => undefined });
  operations.finish(first);

  for (let i = 0; i < 10_000; i++) operations.finish(operations.start({ resource: `/${i}`, cluster: '/', looks: 0, finish: () => undefined }));

  expect(() => operations.status('/first', first.id)).toThrow('was not found');
});

describe('failures on demand', () => {
  test('a create that fails half-way leaves a Failed extension, which a second PUT repairs', async () => {
    fixture.simulator.azure.faults.failOperation({ method: 'PUT' }, 'timed out');

    const { status, headers } = await put();

    expect(status).toBe(201);
    expect((await follow(headers['azure-asyncoperation'])).json)
      .toMatchObject({ status: 'Failed', error: { code: 'ExtensionOperationFailed', message: 'timed out' } });
    expect(await settled(fixture)).toMatchObject({ provisioningState: 'Failed', currentVersion: null, errorInfo: { message: 'timed out' } });
    expect((await put()).status).toBe(200);
    expect(await settled(fixture)).toMatchObject({ provisioningState: 'Succeeded', errorInfo: null });
  });

  test('throttling', async () => {
    fixture.simulator.azure.faults.throttle({ path: DAPR }, 7);

    const { status, headers, json } = await fixture.client.arm('GET', DAPR);

    expect([status, headers['retry-after'], json.error.code]).toEqual([429, '7', 'TooManyRequests']);
    expect((await fixture.client.arm('GET', DAPR)).status).toBe(404);
  });

  test('a server error, so many times, on what matches', async () => {
    fixture.simulator.azure.faults.serverError({ method: 'put', path: /extensions/g, times: 2 });

    expect((await fixture.client.arm('GET', DAPR)).status).toBe(404);
    expect((await put()).json.error.code).toBe('InternalServerError');
    expect(fixture.simulator.azure.faults.pending).toHaveLength(1);
    expect((await put()).status).toBe(500);
    expect((await put()).status).toBe(201);
  });

  test('a slow operation', async () => {
    fixture.simulator.azure.faults.slowOperation(1);
    await put();

    expect((await settled(fixture)).provisioningState).toBe('Creating');
    expect((await settled(fixture)).provisioningState).toBe('Succeeded');
  });

  test('a slow answer', async () => {
    fixture.simulator.azure.faults.add({ delayMilliseconds: 60, path: '/metadata' });
    const before = performance.now();

    await fixture.client.send('/metadata/endpoints?api-version=2022-09-01');

    expect(performance.now() - before).toBeGreaterThan(50);
  });

  test('a connection that breaks', async () => {
    await fixture.client.arm('GET', DAPR);
    fixture.simulator.azure.faults.add({ hangUp: true });

    await expect(fixture.client.arm('GET', DAPR)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await fixture.client.arm('GET', DAPR)).status).toBe(404);
    expect(fixture.simulator.azure.recorder.all.map(({ status }) => status)).toEqual([404, 0, 404]);
  });
});

describe('what Helm finds out', () => {
  test('a second Dapr on a cluster fails, on another cluster it does not', async () => {
    await created(fixture);

    expect((await created(fixture, {}, extensionOf(AKS, 'second'))).errorInfo.message).toContain('already exists');
    expect((await created(fixture, {}, extensionOf(ARC))).provisioningState).toBe('Succeeded');
  });

  test('two operations at once on a cluster can be made to race', async () => {
    Object.assign(fixture.simulator.azure.switches, { concurrentOperations: 'refused', looks: 1 });
    await put();

    const { status, json } = await fixture.client.arm('PUT', extensionOf(AKS, 'second'), dapr());

    expect([status, json.error.code]).toEqual([409, 'EtagMismatch']);
  });

  test('global.ha instead of global.ha.enabled fails', async () => {
    expect((await created(fixture, { configurationSettings: { 'global.ha': 'false' } })).errorInfo.message).toContain("can't evaluate field enabled");
  });
});
