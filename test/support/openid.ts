import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { BotFrameworkCloud } from '../../src/teams/connectors.ts';

/** What a token may say differently from a good one. */
export type TokenChanges = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  /** Seconds from now; negative has expired. */
  readonly lasts?: number;
  /** Signed with another key than the one the document shows, under its name. */
  readonly forged?: boolean;
  /** The name of a key that the document does not show. */
  readonly unknownKey?: boolean;
};

/** Bot Framework's log-in on this machine: an OpenID document, its keys, and tokens of its own making. */
export type LocalOpenId = {
  readonly cloud: BotFrameworkCloud;
  /** An `authorization` header as Teams sends it. */
  header(changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
};

const issuer = 'https://api.botframework.com';
const kid = 'local-key';

/** Starts one on a free port, for this bot and this connector. */
export async function startOpenId(appId: string, connectorUrl: string): Promise<LocalOpenId> {
  const [real, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(real.publicKey)), kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${url()}keys` };
    // Not chained: restify, where it is loaded, has every server's `writeHead` return nothing.
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    cloud: cloudAt(url()),
    async header(changes = {}) {
      const key = changes.forged ? other.privateKey : real.privateKey;
      const token = claims(appId, connectorUrl, changes).setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        kid: changes.unknownKey ? 'no-such-key' : kid,
      });
      return `Bearer ${await token.sign(key)}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function claims(appId: string, connectorUrl: string, changes: TokenChanges): SignJWT {
  const now = Math.floor(Date.now() / 1000);
  const payload: JWTPayload = { serviceurl: changes.serviceUrl ?? connectorUrl };
  return new SignJWT(payload)
    .setIssuer(changes.issuer ?? issuer)
    .setAudience(changes.audience ?? appId)
    .setNotBefore(now - 7200)
    .setExpirationTime(now + (changes.lasts ?? 3600));
}

function cloudAt(url: string): BotFrameworkCloud {
  return {
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: `${url}openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}openid`,
    CallerId: 'urn:botframework:azure',
  };
}
