import type { IncomingMessage, ServerResponse } from 'http';
import { createServer, type Server } from 'https';
import { setTimeout as wait } from 'timers/promises';
import type { Azure } from './azure';
import { AzureError } from './azure-error';
import type { Certificate } from './certificate';
import { ArmRequest, type Answer } from './http';
import { answer } from './router';

/** As ARM: more than this is refused. */
const MAXIMUM_BODY = 4 * 1024 * 1024;

/** Headers of every answer. The first one lets newer azurerm providers poll without waiting. */
const ALWAYS = { 'X-Go-Azure-Sdk-Skip-Polling-Delay': 'true', 'Cache-Control': 'no-cache' };

/** The body; undefined where it is too large. The rest is still read then, so that the client can read the refusal. */
async function readText(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size <= MAXIMUM_BODY) chunks.push(chunk as Buffer);
  }
  return size <= MAXIMUM_BODY ? Buffer.concat(chunks).toString('utf8') : undefined;
}

/** What went wrong, as Azure would say it. */
function toAnswer(error: unknown): Answer {
  if (error instanceof AzureError) return error.toAnswer();
  const message = error instanceof Error ? error.message : String(error);
  return new AzureError(500, 'InternalServerError', `The simulator failed: ${message}`).toAnswer();
}

function send(outgoing: ServerResponse, { status, body, headers }: Answer): void {
  const content = body === undefined ? '' : JSON.stringify(body);
  outgoing.writeHead(status, {
    ...ALWAYS,
    ...(content === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    // Set even where it is zero: without it a client waits for a body that ends with the connection.
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(content) }),
    ...headers,
  });
  outgoing.end(content);
}

async function serve(azure: Azure, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const text = await readText(incoming);
  const request = new ArmRequest(incoming.method ?? 'GET', incoming.url ?? '/', incoming.headers, text ?? '');
  const fault = azure.faults.take(request);
  if (fault?.delayMilliseconds) await wait(fault.delayMilliseconds);
  if (fault?.hangUp) {
    azure.recorder.add(request, 0);
    incoming.socket.destroy();
    return;
  }
  let answered: Answer;
  try {
    if (text === undefined) throw new AzureError(413, 'RequestContentTooLarge', `The request content exceeds ${MAXIMUM_BODY} bytes.`);
    answered = answer(azure, request, fault);
  } catch (error) {
    answered = toAnswer(error);
  }
  azure.recorder.add(request, answered.status, errorCode(answered));
  send(outgoing, answered);
}

function errorCode({ body }: Answer): string | undefined {
  const error = (body as { error?: { code?: string } | string } | undefined)?.error;
  return typeof error === 'string' ? error : error?.code;
}

/** An https server in front of the simulated Azure. */
export function createArmServer(azure: Azure, certificate: Certificate): Server {
  const server = createServer({ key: certificate.key, cert: certificate.certificate }, (incoming, outgoing) => {
    // A client that goes away while it is being served is no reason to stop.
    serve(azure, incoming, outgoing).catch(() => outgoing.destroy());
  });
  // What is not even HTTP is answered in the same shape.
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy();
    const content = JSON.stringify({ error: { code: 'BadRequest', message: 'The request is not valid HTTP.' } });
    socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${content.length}\r\n\r\n${content}`);
    return undefined;
  });
  server.on('tlsClientError', () => undefined);
  return server;
}
