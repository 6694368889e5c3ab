import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
// Taken from `botbuilder`, these are missing at run time under ESM.
import { ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import { onceOnly } from './once-only.ts';

/** How Teams knows Lantern. `none`: callers are not checked, so the server may listen on this machine only. */
export type TeamsCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'single-tenant'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

type Settings = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0]>;

/** Where Bot Framework's own servers are, for a cloud of its own and for tests. Set all or none: one drops the rest. */
export type BotFrameworkCloud = Pick<
  Settings,
  | 'ToChannelFromBotLoginUrl'
  | 'ToChannelFromBotOAuthScope'
  | 'ToBotFromChannelTokenIssuer'
  | 'OAuthUrl'
  | 'ToBotFromChannelOpenIdMetadataUrl'
  | 'ToBotFromEmulatorOpenIdMetadataUrl'
  | 'CallerId'
>;

/** What both ways to Teams' servers need: answering a turn, and writing first. */
export type Line = {
  readonly credentials: TeamsCredentials;
  readonly cloud?: BotFrameworkCloud;
  /** How long one call may last, in milliseconds; 10,000 where absent. */
  readonly timeLimitMs?: number;
};

/** How long one call to Teams may last, in milliseconds. */
export const usualTimeLimitMs = 10_000;

/** Bot Framework's checks of callers, and connectors that make each call once and in time. */
export class LanternAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #timeLimitMs: number;

  constructor({ credentials, cloud = {}, timeLimitMs = usualTimeLimitMs }: Line) {
    super({ ...settings(credentials), ...cloud });
    this.#timeLimitMs = timeLimitMs;
  }

  override async authenticateRequest(activity: Activity, header: string): ReturnType<CallerCheck> {
    const caller = await super.authenticateRequest(activity, header);
    const factory = caller.connectorFactory;
    return factory ? { ...caller, connectorFactory: new OnceOnlyFactory(factory, this.#timeLimitMs) } : caller;
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new OnceOnlyFactory(super.createConnectorFactory(claims), this.#timeLimitMs);
  }
}

type CallerCheck = ConfigurationBotFrameworkAuthentication['authenticateRequest'];

class OnceOnlyFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #timeLimitMs: number;

  constructor(inner: ConnectorFactory, timeLimitMs: number) {
    super();
    this.#inner = inner;
    this.#timeLimitMs = timeLimitMs;
  }

  override async create(serviceUrl: string, audience?: string): ReturnType<ConnectorFactory['create']> {
    return onceOnly(await this.#inner.create(serviceUrl, audience), this.#timeLimitMs);
  }
}

function settings(credentials: TeamsCredentials): Settings {
  switch (credentials.kind) {
    case 'none':
      return {};
    case 'single-tenant':
      return {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: credentials.appId,
        MicrosoftAppTenantId: credentials.tenantId,
        MicrosoftAppPassword: credentials.password,
      };
    case 'managed-identity':
      return {
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppId: credentials.appId,
        MicrosoftAppTenantId: credentials.tenantId,
      };
    default:
      return credentials satisfies never;
  }
}

/** The claims Lantern writes to Teams with, when it is not answering anybody. */
export function ownClaims(credentials: TeamsCredentials): ClaimsIdentity {
  const appId = credentials.kind === 'none' ? '' : credentials.appId;
  return new ClaimsIdentity([
    { type: 'aud', value: appId },
    { type: 'appid', value: appId },
  ]);
}
