import { X509Certificate, createPrivateKey } from 'crypto';
import { makeCertificate } from './certificate';

const HOUR = 3_600_000;

describe('the certificate', () => {
  const { key, certificate } = makeCertificate();
  const parsed = new X509Certificate(certificate);

  test('is for the loopback interface and for nothing else', () => {
    expect(parsed.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  });

  test('is its own authority, signed with its key', () => {
    expect(parsed.ca).toBe(true);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(parsed.checkIssued(parsed)).toBe(true);
  });

  test('is valid for two days', () => {
    expect(Date.parse(parsed.validFrom)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(parsed.validTo) - Date.now()).toBeLessThanOrEqual(48 * HOUR);
    expect(Date.parse(parsed.validTo) - Date.now()).toBeGreaterThan(47 * HOUR);
  });

  test('is another one each time', () => {
    expect(makeCertificate().certificate).not.toBe(certificate);
  });
});
