/** An OpenID Connect provider in miniature: discovery, keys, tokens. Whoever comes is the person it was told of. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll } from 'vitest';

export interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

export async function identityProvider(clientId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let claims: Claims | undefined;
  let nonce: string | null = null;
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const path = new URL(request.url ?? '', issuer).pathname;
    const idToken = () => {
      const now = Math.floor(Date.now() / 1000);
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...claims, iss: issuer, aud: clientId, nonce, iat: now, exp: now + 300 })}`;
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    };
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
      '/token': () => ({ access_token: 'synthetic', token_type: 'Bearer', expires_in: 300, id_token: idToken() }),
      '/userinfo': () => ({ ...claims }),
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[path]?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    discoveryUrl: `${origin}/.well-known/openid-configuration`,
    /** What a person does there: signs in as themselves, and is sent back with a code. */
    visit(url: string, as: Claims): string {
      const asked = new URL(url).searchParams;
      claims = as;
      nonce = asked.get('nonce');
      return `${asked.get('redirect_uri')}?code=synthetic&state=${asked.get('state')}`;
    },
  };
}
