import { CREDENTIALS } from './sign-in';
import { AKS, DAPR, SUBSCRIPTION, useSimulator } from './testing';

const fixture = useSimulator();

describe('the endpoints of this cloud', () => {
  test('are those of the simulator, and it is no Azure Stack', async () => {
    const { client, simulator: { url } } = fixture;

    const { status, json } = await client.send('/metadata/endpoints?api-version=2022-09-01');

    expect(status).toBe(200);
    expect(json).toMatchObject({ resourceManager: url, microsoftGraphResourceId: url, suffixes: { storage: expect.any(String) } });
    expect(json.authentication).toEqual({ loginEndpoint: url, audiences: [url], tenant: 'common', identityProvider: 'AAD' });
  });

  test('come with locations in the form of the year 2018, also behind two slashes', async () => {
    const { json } = await fixture.client.send('//metadata/endpoints?api-version=2018-01-01');

    expect(json.cloudEndpoint.simulator.locations).toContain('westeurope');
  });

  test('include the OpenID configuration of a tenant', async () => {
    const { client, simulator: { url } } = fixture;

    const { json } = await client.send(`/${CREDENTIALS.tenantId}/v2.0/.well-known/openid-configuration`);

    expect(json.token_endpoint).toBe(`${url}/${CREDENTIALS.tenantId}/oauth2/v2.0/token`);
    expect(new URL(json.issuer).origin).toBe(url);
  });
});

describe('signing in', () => {
  test('gives a token of three parts whose middle names the caller', async () => {
    const { json } = await fixture.client.signIn();

    const parts = json.access_token.split('.');
    expect(parts).toHaveLength(3);
    expect(JSON.parse(Buffer.from(parts[1], 'base64url').toString())).toMatchObject({
      aud: fixture.simulator.url, tid: CREDENTIALS.tenantId, appid: CREDENTIALS.clientId, oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test.each([
    ['another secret', async () => fixture.client.signIn(undefined, 'wrong'), 401, 'invalid_client'],
    ['no usable scope', async () => fixture.client.signIn('openid'), 400, 'invalid_scope'],
    ['another tenant', async () => fixture.client.send('/common/oauth2/v2.0/token', { method: 'POST', body: 'a=b' }), 400, 'invalid_request'],
    ['a password', async () => fixture.client.send(`/${CREDENTIALS.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: 'grant_type=password' }),
      400, 'unsupported_grant_type'],
  ])('with %s is refused as OAuth does', async (_what, send, status, error) => {
    const answer = await send();

    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(answer.json.error_description).toMatch(/^AADSTS\d+: /);
  });

  test('leaves no secret in the record', async () => {
    await fixture.client.signIn();

    const [token] = fixture.simulator.azure.recorder.find({ path: '/token' });
    expect(token.body).toMatchObject({ client_secret: '***', client_id: CREDENTIALS.clientId });
    expect(JSON.stringify(fixture.simulator.azure.recorder.all)).not.toContain(CREDENTIALS.clientSecret);
  });
});

describe('a call to ARM', () => {
  const path = `${DAPR}?api-version=2024-11-01`;

  test('without a token is refused', async () => {
    const { status, json, headers } = await fixture.client.send(path);

    expect([status, json.error.code]).toEqual([401, 'AuthenticationFailed']);
    expect(headers['www-authenticate']).toContain(CREDENTIALS.tenantId);
  });

  test('with a token that was not given here is refused', async () => {
    const { status, json } = await fixture.client.send(path, { headers: { Authorization: 'Bearer a.b.c' } });

    expect([status, json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  test('with a token for another audience is refused', async () => {
    const token = (await fixture.client.signIn('https://graph.invalid/.default')).json.access_token;

    const { status, json } = await fixture.client.send(path, { headers: { Authorization: `Bearer ${token}` } });

    expect([status, json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  test('with an expired token is refused', async () => {
    const token = (await fixture.client.signIn()).json.access_token;
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 90_000_000);
    try {
      const { status, json } = await fixture.client.send(path, { headers: { Authorization: `Bearer ${token}` } });

      expect([status, json.error.code]).toEqual([401, 'ExpiredAuthenticationToken']);
    } finally {
      now.mockRestore();
    }
  });

  test('names the API version it was written for', async () => {
    const token = (await fixture.client.signIn()).json.access_token;
    const headers = { Authorization: `Bearer ${token}` };

    const missing = await fixture.client.send(DAPR, { headers });
    const unknown = await fixture.client.send(`${DAPR}?api-version=2001-01-01`, { headers });
    const inCapitals = await fixture.client.send(`${AKS}/providers/Microsoft.KubernetesConfiguration/extensions?API-Version=2024-11-01`, { headers });

    expect([missing.status, missing.json.error.code]).toEqual([400, 'MissingApiVersionParameter']);
    expect([unknown.status, unknown.json.error.code]).toEqual([400, 'NoRegisteredProviderFound']);
    expect(unknown.json.error.message).toContain('2024-11-01');
    expect([inCapitals.status, inCapitals.json]).toEqual([200, { value: [] }]);
  });

  test('can ask for the subscription', async () => {
    const { json } = await fixture.client.arm('GET', `/subscriptions/${SUBSCRIPTION}`, undefined, '2022-12-01');

    expect(json).toMatchObject({ subscriptionId: SUBSCRIPTION, tenantId: CREDENTIALS.tenantId, state: 'Enabled' });
  });
});
