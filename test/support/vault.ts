import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Nobody's certificate but this machine's, made for these tests. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUJum6tenhT6xW1BAk90HgT9v7jKUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjA0NTkxNVoYDzIxMjYxMDI5
MDQ1OTE1WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQpnn6mDcediF5Y8XFPW1oDNt32nTCt4KWqnNhuDjK5x46+nPuQUx4m
NkeZNgCEKCYa0p8CaB4rb1XzAspNbPs1o2QwYjAdBgNVHQ4EFgQUiwgt1YkKHhT0
ng9kvBY6BHalAEcwHwYDVR0jBBgwFoAUiwgt1YkKHhT0ng9kvBY6BHalAEcwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCBorp+mjxPRmuC8LaOSb/UdWSEY0PBpUkHCY44U/e5lAIhAOk0so/rho62l6iH
7jjNYC3EP1xEFQB8Rh/U5+sdaOLL
-----END CERTIFICATE-----`;
const serverKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgg99rC2H+hqLA1Ljd
1i/J8ZZt3QDquh3O3gHeWGo8DcyhRANCAAQpnn6mDcediF5Y8XFPW1oDNt32nTCt
4KWqnNhuDjK5x46+nPuQUx4mNkeZNgCEKCYa0p8CaB4rb1XzAspNbPs1
-----END PRIVATE KEY-----`;

/** What Key Vault's REST reference says of a key: its address, its versions, wrapkey and unwrapkey, and who may ask. */
export type Vault = {
  /** The address of the key without a version. */
  readonly url: string;
  /** What the client must know to trust the certificate. */
  readonly ca: string;
  /** Every operation that was asked for, with its version. */
  readonly asked: string[];
  /** Makes a new version of the key, which wraps from now on; its number. */
  newVersion(): string;
  stop(): Promise<void>;
};

/** A vault on this machine, over HTTPS. */
export async function startVault(token: string): Promise<Vault> {
  const versions: KeyObject[] = [];
  const asked: string[] = [];
  const newVersion = () => {
    versions.push(
      createPrivateKey(
        generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
      ),
    );
    return versionName(versions.length);
  };
  newVersion();
  const server = createServer({ cert, key: serverKey });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/keys/lantern`;
  server.on('request', async (request: IncomingMessage, response) => {
    const { status, body } = await answer(request, token, versions, url, asked);
    const challenge = 'Bearer authorization="https://login.example/tenant", resource="https://vault.azure.net"';
    response.writeHead(status, { 'Content-Type': 'application/json', 'WWW-Authenticate': challenge });
    response.end(JSON.stringify(body));
  });
  return {
    url,
    ca: cert,
    asked,
    newVersion,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function versionName(n: number): string {
  return String(n).padStart(32, '0');
}

async function answer(
  request: IncomingMessage,
  token: string,
  versions: readonly KeyObject[],
  url: string,
  asked: string[],
): Promise<{ readonly status: number; readonly body: unknown }> {
  const sent = await text(request);
  if (request.headers.authorization !== `Bearer ${token}`)
    return { status: 401, body: { error: { code: 'Unauthorized' } } };
  const [, version = '', operation = 'get'] =
    /^\/keys\/lantern(?:\/(\d{32}))?\/?(wrapkey|unwrapkey)?\/?\?/i.exec(request.url ?? '') ?? [];
  const name = version || versionName(versions.length);
  const key = versions[Number(name) - 1];
  asked.push(`${operation} ${Number(name)}`);
  const kid = `${url}/${name}`;
  if (!key) return { status: 404, body: { error: { code: 'KeyNotFound' } } };
  if (operation === 'get') {
    const { n, e } = key.export({ format: 'jwk' });
    return {
      status: 200,
      body: { key: { kid, kty: 'RSA', n, e, key_ops: ['wrapKey', 'unwrapKey'] }, attributes: { enabled: true } },
    };
  }
  const { alg, value } = JSON.parse(sent) as { alg: string; value: string };
  if (alg !== 'RSA-OAEP-256') return { status: 400, body: { error: { code: 'BadParameter' } } };
  const how = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const bytes = Buffer.from(value, 'base64url');
  try {
    const result = operation === 'wrapkey' ? publicEncrypt(how, bytes) : privateDecrypt(how, bytes);
    return { status: 200, body: { kid, value: result.toString('base64url') } };
  } catch {
    return { status: 400, body: { error: { code: 'BadParameter', message: 'does not decrypt' } } };
  }
}
