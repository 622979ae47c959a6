/** A passkey in software, as far as tests need one (Web Authentication Level 3): ES256, attestation "none". */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const userPresent = 1;
const userVerified = 4;
const hasCredential = 64;

interface Ceremony {
  challenge: string;
  origin: string;
  rpId: string;
}

export function createAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  // COSE key: kty EC2, alg ES256, crv P-256, x, y.
  const key = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const data = (rpId: string, flags: number, more = Buffer.alloc(0)) =>
    Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags, 0, 0, 0, 0]), more]);
  const client = (type: string, { challenge, origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  });
  return {
    register(ceremony: Ceremony) {
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const authData = data(ceremony.rpId, userPresent | userVerified | hasCredential, credential);
      // CBOR: { fmt: "none", attStmt: {}, authData }.
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      return answer({ clientDataJSON: client('webauthn.create', ceremony), attestationObject });
    },
    /** `verified`: whether the device checked who holds it. */
    authenticate(ceremony: Ceremony, { verified = true } = {}) {
      const clientDataJSON = client('webauthn.get', ceremony);
      const authenticatorData = data(ceremony.rpId, userPresent | (verified ? userVerified : 0));
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
      return answer({ clientDataJSON, authenticatorData, signature: sign('sha256', signed, privateKey) });
    },
  };
}
