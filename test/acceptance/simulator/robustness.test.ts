import { connect as connectPlain } from 'net';
import { connect } from 'tls';
import fc from 'fast-check';
import { CREDENTIALS } from './sign-in';
import { AKS, ARC, DAPR, dapr, extensionOf, SUBSCRIPTION, useSimulator } from './testing';

const fixture = useSimulator();

const BEGIN = `/subscriptions/${SUBSCRIPTION}`;
const PATHS = [
  '/', BEGIN, `${BEGIN}/providers`, `${BEGIN}/providers/Microsoft.KubernetesConfiguration`, `${BEGIN}/providers/Microsoft.KubernetesConfiguration/register`,
  `${BEGIN}/providers/Microsoft.Features/providers/Microsoft.KubernetesConfiguration/features`, DAPR, extensionOf(ARC), extensionOf(AKS, ''),
  `${DAPR}/operations/x`, `${DAPR}/operationResults/x`, '/metadata/endpoints', `/${CREDENTIALS.tenantId}/oauth2/v2.0/token`,
  `/${CREDENTIALS.tenantId}/v2.0/.well-known/openid-configuration`, `${BEGIN}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/x`,
];

/** Characters that may stand in a request line; the rest is the business of the test with raw bytes. */
const target = fc.string({ unit: fc.constantFrom(...'abc/%2F?&=.:_-~{}[]"<>\\^`|äß'), maxLength: 30 }).map((text) => encodeURI(text).replace(/%25/g, '%'));
const path = fc.oneof(
  fc.constantFrom(...PATHS),
  fc.tuple(fc.constantFrom(...PATHS), target).map(([known, more]) => `${known}/${more}`),
  fc.tuple(fc.constantFrom(...PATHS), fc.nat(40)).map(([known, at]) => `/${known.slice(at)}`),
  target.map((text) => `/${text}`),
);
const apiVersion = fc.constantFrom('', '?api-version=2024-11-01', '?api-version=2023-05-01', '?api-version=2022-09-01', '?api-version=', '?api-version=x');
const method = fc.constantFrom('GET', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'PROPFIND');
const nearly = fc.record({
  properties: fc.oneof(fc.jsonValue(), fc.record({
    extensionType: fc.oneof(fc.constantFrom('microsoft.dapr', 'Microsoft.Dapr', ''), fc.jsonValue()),
    autoUpgradeMinorVersion: fc.oneof(fc.boolean(), fc.jsonValue()),
    version: fc.oneof(fc.constantFrom('1.14.4', null, ''), fc.jsonValue()),
    releaseTrain: fc.oneof(fc.constantFrom('stable', 'dev'), fc.jsonValue()),
    scope: fc.oneof(fc.constant({ cluster: { releaseNamespace: 'x' } }), fc.jsonValue()),
    configurationSettings: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.jsonValue()),
    configurationProtectedSettings: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.jsonValue()),
  }, { requiredKeys: [] })),
  identity: fc.jsonValue(),
}, { requiredKeys: [] });
const body = fc.oneof(fc.constant(undefined), nearly.map((value) => JSON.stringify(value)), fc.json(), fc.string());

/** Azure's shape; OAuth's at the token endpoint alone. */
function wellFormed(sentTo: string, { status, text, json }: { status: number; text: string; json: any }): boolean {
  if (status < 400) return status >= 200 && (text === '' || typeof json === 'object');
  if (status >= 500) return false;
  if (typeof json.error === 'string') return sentTo.includes('/oauth2/v2.0/token') && typeof json.error_description === 'string';
  return /^\w+$/.test(json.error.code) && json.error.message.length > 0;
}

test('every request gets an answer or an error in the shape of Azure, and the server lives on', async () => {
  await fc.assert(fc.asyncProperty(method, path, apiVersion, body, fc.boolean(), async (verb, where, version, content, signedIn) => {
    const token = fixture.simulator.azure.signIn.issue(fixture.simulator.url);
    const headers: Record<string, string> = signedIn ? { Authorization: `Bearer ${token}` } : {};
    const answer = await fixture.client.send(`${where}${version}`, { method: verb, body: content, headers });
    return wellFormed(where, answer) && fixture.simulator.azure.recorder.all.at(-1)!.status === answer.status;
  }), { numRuns: 1000 });

  expect((await fixture.client.arm('PUT', extensionOf(ARC, 'after'), dapr())).status).toBe(201);
});

test('an extension that was accepted comes back as it was sent', async () => {
  const settings = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
  fixture.simulator.azure.switches.longRunning = 'none';
  fixture.simulator.azure.switches.statefulSets = 'ignored';
  await fc.assert(fc.asyncProperty(settings, settings, async (configurationSettings, configurationProtectedSettings) => {
    await fixture.client.arm('PUT', DAPR, dapr({ configurationSettings, configurationProtectedSettings }));
    const { json } = await fixture.client.arm('GET', DAPR);
    expect(Object.entries(json.properties.configurationSettings).sort()).toEqual(Object.entries(configurationSettings).sort());
    expect(Object.keys(json.properties.configurationProtectedSettings).sort()).toEqual(Object.keys(configurationProtectedSettings).sort());
    expect(Object.values(json.properties.configurationProtectedSettings).every((value) => value === '')).toBe(true);
  }), { numRuns: 200 });
});

describe('what is no request at all', () => {
  const port = () => Number(new URL(fixture.simulator.url).port);
  const raw = async (bytes: Uint8Array, secure = true): Promise<string> => new Promise((resolve) => {
    const socket = secure ? connect({ port: port(), host: 'localhost', ca: fixture.simulator.ca }) : connectPlain(port(), 'localhost');
    let text = '';
    const timer = setTimeout(() => socket.destroy(), 300);
    socket.on('data', (chunk) => text += chunk.toString('latin1')).on('error', () => undefined).on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
    socket.write(bytes);
  });

  test('gets an error in the same shape', async () => {
    const answer = await raw(Buffer.from('this is not HTTP\r\n\r\n'));

    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]).error.code).toBe('BadRequest');
  });

  test('cannot stop the server, be it noise within TLS or without', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.boolean(), async (bytes, secure) => {
      await raw(bytes, secure);
      return (await fixture.client.send('/metadata/endpoints?api-version=2022-09-01')).status === 200;
    }), { numRuns: 15 });
  });

  test('a request that is broken off is forgotten', async () => {
    await raw(Buffer.from(`PUT ${DAPR} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"prop`));

    expect((await fixture.client.arm('GET', DAPR)).status).toBe(404);
  });
});

test.each([
  ['a path that leads nowhere', 'GET', `${BEGIN}/nonsense`, 404, 'InvalidResourceType'],
  ['a path outside of ARM', 'GET', '/nonsense', 404, 'NotFound'],
  ['a cluster of another kind', 'GET', extensionOf(AKS).replace('managedClusters', 'openShiftClusters'), 404, 'InvalidResourceType'],
  ['a verb that the path does not have', 'POST', DAPR, 405, 'UnsupportedHttpVerb'],
  ['a verb named as a member of every object', 'PUT', `${DAPR}/operations/constructor`, 405, 'UnsupportedHttpVerb'],
  ['a subscription that is no GUID', 'GET', DAPR.replace(SUBSCRIPTION, 'mine'), 400, 'InvalidSubscriptionId'],
  ['a percent sign that encodes nothing', 'GET', extensionOf(AKS, '%zz'), 400, 'InvalidRequestUri'],
  ['a slash within a name', 'GET', extensionOf(AKS, 'a%2fb'), 400, 'InvalidRequestUri'],
])('%s is refused', async (_what, verb, where, status, code) => {
  const answer = await fixture.client.arm(verb, where);

  expect([answer.status, answer.json.error.code]).toEqual([status, code]);
});

test('a body of more than four megabytes is refused', async () => {
  const { status, json } = await fixture.client.arm('PUT', DAPR, dapr({ configurationSettings: { a: 'x'.repeat(4 * 1024 * 1024) } }));

  expect([status, json.error.code]).toEqual([413, 'RequestContentTooLarge']);
});

test('a body that is nested too deeply for a mortal is survived', async () => {
  const { status } = await fixture.client.arm('PUT', DAPR, `{"properties":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);

  expect(status).toBe(400);
  expect((await fixture.client.arm('PUT', DAPR, dapr())).status).toBe(201);
});

test('a fault in the simulator itself is an error in the same shape', async () => {
  jest.spyOn(fixture.simulator.azure.extensions, 'read').mockImplementation(() => {
    throw new TypeError('broken');
  });
  try {
    const { status, json } = await fixture.client.arm('GET', DAPR);

    expect([status, json.error]).toEqual([500, { code: 'InternalServerError', message: 'The simulator failed: broken' }]);
  } finally {
    jest.restoreAllMocks();
  }
});
