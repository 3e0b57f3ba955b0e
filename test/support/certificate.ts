import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate that vouches for itself, both PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** The length of an element's content in the fewest bytes, as DER wants it (X.690, 8.1.3). */
const length = (size: number): number[] => {
  if (size < 0x80) return [size];
  return size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
};

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...length(content.length)]), content]);
};

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const hex = (tag: number, digits: string): Buffer => der(tag, Buffer.from(digits, 'hex'));
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));

const OID = {
  commonName: hex(0x06, '550403'),
  ecdsaWithSha256: hex(0x06, '2a8648ce3d040302'),
  subjectAltName: hex(0x06, '551d11'),
  basicConstraints: hex(0x06, '551d13'),
} as const;

const TRUE = hex(0x01, 'ff');
const VALIDITY = sequence(text(0x18, '20200101000000Z'), text(0x18, '21200101000000Z'));
const ALGORITHM = sequence(OID.ecdsaWithSha256);

const NAME = sequence(der(0x31, sequence(OID.commonName, text(0x0c, 'loopback'))));

const extensions = (hosts: readonly string[]): Buffer =>
  der(
    0xa3,
    sequence(
      sequence(OID.subjectAltName, der(0x04, sequence(...hosts.map((host) => text(0x82, host))))),
      sequence(OID.basicConstraints, TRUE, der(0x04, sequence(TRUE))),
    ),
  );

/** Makes a certificate for these host names, in the form of RFC 5280. Trust it to be taken for them. */
export const selfSigned = (hosts: readonly string[]): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const version = der(0xa0, hex(0x02, '02'));
  const serial = hex(0x02, '01');
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(version, serial, ALGORITHM, NAME, VALIDITY, NAME, key, extensions(hosts));
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const base64 = sequence(body, ALGORITHM, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
};
