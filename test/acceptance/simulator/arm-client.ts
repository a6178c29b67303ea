import { Agent, request as httpsRequest, type RequestOptions } from 'https';
import type { Json } from './http';
import { CREDENTIALS } from './sign-in';
import type { ArmSimulator } from './simulator';

export interface Response {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  /** The parsed JSON; an empty object where there is none. */
  readonly json: any;
}

export interface Send {
  readonly method?: string;
  readonly body?: Json | string;
  readonly headers?: Record<string, string>;
}

/** A client that trusts the simulator's certificate, for tests and benchmarks. */
export class ArmClient {
  private readonly agent: Agent;
  private token?: string;

  public constructor(private readonly simulator: Pick<ArmSimulator, 'url' | 'ca'>, connections = 8) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, ca: simulator.ca });
  }

  /** A call without a token. */
  public async send(path: string, { method = 'GET', body, headers = {} }: Send = {}): Promise<Response> {
    const content = typeof body === 'object' ? JSON.stringify(body) : body;
    const { hostname, port } = new URL(this.simulator.url);
    const options: RequestOptions = { hostname, port, path, method, agent: this.agent, headers };
    if (content !== undefined) options.headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(content), ...headers };
    return new Promise((resolve, reject) => {
      const sent = httpsRequest(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: answer.statusCode!, headers: answer.headers, text, json: text === '' ? {} : JSON.parse(text) });
        });
      });
      sent.on('error', reject).end(content);
    });
  }

  public async signIn(scope = `${this.simulator.url}/.default`, secret = CREDENTIALS.clientSecret): Promise<Response> {
    const { tenantId, clientId } = CREDENTIALS;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.send(`/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form.toString(), headers });
  }

  /** A call to ARM, signed in. */
  public async arm(method: string, path: string, body?: Json | string, apiVersion = '2024-11-01'): Promise<Response> {
    this.token ??= (await this.signIn()).json.access_token;
    const query = `${path.includes('?') ? '&' : '?'}api-version=${apiVersion}`;
    return this.send(`${path}${query}`, { method, body, headers: { Authorization: `Bearer ${this.token}` } });
  }

  public close(): void {
    this.agent.destroy();
  }
}
