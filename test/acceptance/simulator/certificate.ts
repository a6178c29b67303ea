import { generateKeyPairSync, randomBytes, sign } from 'crypto';
import { bits, integer, octets, oid, sequence, set, tagged, time, utf8, yes } from './der';

/** What an https server needs, as PEM. */
export interface Certificate {
  readonly key: string;
  /** The certificate, which is its own issuer: clients are given this very text as the authority to trust. */
  readonly certificate: string;
}

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAltName: '2.5.29.17',
  serverAuth: '1.3.6.1.5.5.7.3.1',
};

const HOUR = 3_600_000;
const LOOPBACK = [Buffer.from([127, 0, 0, 1]), Buffer.from([...new Array(15).fill(0), 1])];

function pem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END ${label}-----\n`;
}

const name = (): Buffer => sequence(set(sequence(oid(OID.commonName), utf8('ARM simulator'))));

/** The private key never leaves the process, so nothing on the machine is put at risk by trusting the certificate for a test. */
function extensions(): Buffer {
  const critical = (id: string, value: Buffer) => sequence(oid(id), yes(), octets(value));
  const plain = (id: string, value: Buffer) => sequence(oid(id), octets(value));
  const dns = tagged(0x82, Buffer.from('localhost', 'ascii'));
  return sequence(
    critical(OID.basicConstraints, sequence(yes())),
    // digitalSignature and keyCertSign, the first and sixth bit; two bits of the byte are unused.
    critical(OID.keyUsage, bits(Buffer.from([0x84]), 2)),
    plain(OID.extendedKeyUsage, sequence(oid(OID.serverAuth))),
    plain(OID.subjectAltName, sequence(dns, ...LOOPBACK.map((ip) => tagged(0x87, ip)))),
  );
}

/** A new key and a certificate for `localhost`, `127.0.0.1` and `::1`, valid for two days. */
export function makeCertificate(now = Date.now()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1, ...randomBytes(15)),
    algorithm,
    name(),
    // An hour of tolerance for clocks that disagree.
    sequence(time(new Date(now - HOUR)), time(new Date(now + 48 * HOUR))),
    name(),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions()),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem('CERTIFICATE', sequence(body, algorithm, bits(sign('sha256', body, privateKey)))),
  };
}
