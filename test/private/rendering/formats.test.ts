import { FORMATS } from '../../../lib/private/rendering/formats';

const RIGHT = {
  duration: ['0', '0s', '12.5h', '1s', '1m30s', '1.5h', '.5s', '1.s', '100ms', '5us', '5µs', '5μs', '10ns', '24h', '1h1m1s1ms'],
  quantity: ['0', '1', '16Gi', '12.5Gi', '9.2E', '100m', '1.5', '.5', '1.', '5Ki', '5Mi', '5Ti', '5Pi', '5Ei', '5n', '5u', '5k', '5M', '5G', '5T', '5P', '1e3', '1E-3', '1e+3'],
  intOrPercent: ['0', '3', '25%', '100%'],
  hostPort: ['dapr-sentry.dapr-system.svc.cluster.local:443', 'localhost:1', '10.0.0.1:65535', '[::1]:443', '[fe80::1.2.3.4]:80'],
  pem: [
    '-----BEGIN CERTIFICATE-----\nAb+/==\n-----END CERTIFICATE-----\n',
    'Issuer: C = US, O = x\r\n-----BEGIN EC PRIVATE KEY-----\r\nAb\r\n-----END EC PRIVATE KEY-----',
    '-----BEGIN X509 CRL-----\nA\n-----END X509 CRL-----',
  ],
};

const WRONG = {
  duration: ['', '1', '-1s', '+1s', '1 s', '1d', '1S', 's', '1m30', 'abc', '1s\n', ' 1s', '00', '0x', 'x0', '.s', '1..5s', '1,5s', 'P1D'],
  quantity: ['', '-1', '+1', '16GiB', '16 Gi', '16gi', '16K', '5KI', 'Gi', '.', '1e', '1e1.5', '1,5', '5mi', '1Gi\n', ' 1', '1ki'],
  intOrPercent: ['', '-1', '2.5', '25 %', '%', '25%%', 'x', '1e1', '+1', '25%\n', ' 1'],
  hostPort: ['', 'host', 'host:', ':443', 'host:0', 'host:65536', 'host:123456', 'a b:1', 'a,b:1', '::1:443', '[]:1', '[x]:1', 'host:1 ', 'https://host:1', 'host:+1'],
  pem: [
    '', './ca.crt', 'LS0tLS1CRUdJTiBDRVJU', '-----BEGIN CERTIFICATE-----', '-----BEGIN CERTIFICATE----------END CERTIFICATE-----',
    '-----BEGIN -----\nA\n-----END -----', 'BEGIN X\nA\nEND X', '-----END X-----\nA\n-----BEGIN X-----',
  ],
};

describe.each(Object.keys(FORMATS) as (keyof typeof FORMATS)[])('the form of a %s', (name) => {
  const format = FORMATS[name];

  test.each(RIGHT[name])('has %j', (text) => expect(format.fits(text)).toBe(true));

  test.each(WRONG[name])('does not have %j', (text) => expect(format.fits(text)).toBe(false));

  test('has its example, unless that is code', () => {
    expect(name === 'pem' || format.fits(format.example.slice(1, -1))).toBe(true);
  });
});
