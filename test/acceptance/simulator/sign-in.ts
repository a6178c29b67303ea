import { randomBytes } from 'crypto';
import { AzureError } from './azure-error';
import type { Answer, ArmRequest } from './http';

/** Whom the simulator lets in. All of it is made up: no real account is behind it. */
export interface Credentials {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const CREDENTIALS: Credentials = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  subscriptionId: '00000000-0000-4000-8000-000000000000',
  clientId: '22222222-2222-4222-8222-222222222222',
  clientSecret: 'not-a-secret-simulator-only',
};

const PRINCIPAL = '33333333-3333-4333-8333-333333333333';
const LIFETIME_SECONDS = 86_400;

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Errors of the token endpoint have the shape of OAuth 2 (RFC 6749, 5.2), which the sign-in libraries read. */
function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description, error_codes: [] } };
}

/** The token endpoint, and the check of the tokens it gave. */
export class SignIn {
  private readonly tokens = new Map<string, { audience: string; expires: number }>();

  public constructor(private readonly url: () => string, private readonly now: () => number = () => Date.now()) {}

  public openIdConfiguration(tenant: string): Answer {
    const authority = `${this.url()}/${tenant}`;
    return {
      status: 200,
      body: {
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
        token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      },
    };
  }

  public token(tenant: string, request: ArmRequest): Answer {
    const form = new URLSearchParams(request.text);
    if (tenant !== CREDENTIALS.tenantId) return refused(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
    if (form.get('grant_type') !== 'client_credentials') {
      return refused(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
    }
    const known = form.get('client_id') === CREDENTIALS.clientId
      && (form.get('client_secret') === CREDENTIALS.clientSecret || form.get('client_assertion'));
    if (!known) return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    const scope = (form.get('scope') ?? '').split(' ').find((entry) => entry.endsWith('/.default'));
    if (!scope) return refused(400, 'invalid_scope', 'AADSTS1002012: The provided value for scope is not valid.');
    const token = this.issue(scope.replace(/\/+\.default$/, ''));
    return { status: 200, body: { token_type: 'Bearer', expires_in: LIFETIME_SECONDS, ext_expires_in: LIFETIME_SECONDS, access_token: token } };
  }

  /** A token for this audience: three parts, as the providers read the second one. */
  public issue(audience: string): string {
    const seconds = Math.floor(this.now() / 1000);
    const payload = {
      aud: audience,
      iss: `${this.url()}/${CREDENTIALS.tenantId}/`,
      iat: seconds,
      nbf: seconds,
      exp: seconds + LIFETIME_SECONDS,
      oid: PRINCIPAL,
      sub: PRINCIPAL,
      tid: CREDENTIALS.tenantId,
      appid: CREDENTIALS.clientId,
      ver: '1.0',
    };
    const token = [base64url({ alg: 'none', typ: 'JWT' }), base64url(payload), randomBytes(16).toString('base64url')].join('.');
    this.tokens.set(token, { audience, expires: payload.exp });
    return token;
  }

  /** Refuses a call to ARM without a token of ours that is meant for ARM. */
  public check(request: ArmRequest): void {
    const header = request.headers.authorization;
    const token = typeof header === 'string' ? /^bearer (.+)$/i.exec(header)?.[1] : undefined;
    const challenge = { 'WWW-Authenticate': `Bearer authorization_uri="${this.url()}/${CREDENTIALS.tenantId}"` };
    if (!token) {
      throw new AzureError(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.", challenge);
    }
    const found = this.tokens.get(token);
    if (!found || found.audience !== this.url()) {
      throw new AzureError(401, 'InvalidAuthenticationToken', 'The access token is invalid or meant for another audience.', challenge);
    }
    if (found.expires <= this.now() / 1000) {
      throw new AzureError(401, 'ExpiredAuthenticationToken', 'The access token expiry UTC time is in the past.', challenge);
    }
  }
}
