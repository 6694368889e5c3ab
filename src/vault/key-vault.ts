import type { TokenCredential } from '@azure/identity';
import { CryptographyClient, type CryptographyClientOptions, KeyClient } from '@azure/keyvault-keys';
import type { Wrapper } from '../app/keys/wrapper.ts';

/** Which key of which vault, and who we are there. */
type KeyVaultOptions = {
  /** The key's address, `https://{vault}/keys/{name}`. With a version at its end, that version wraps. */
  readonly url: string;
  readonly credential: TokenCredential;
  /** For a vault that is not Azure's. */
  readonly client?: CryptographyClientOptions;
};

const algorithm = 'RSA-OAEP-256';

/**
 * Wraps with an RSA key of Azure Key Vault, which never leaves it. What was wrapped with an older version of the key is
 * unwrapped with that version. Asks the vault at the start, at a rotation, and when another process has rotated.
 */
export function keyVaultWrapper({ url, credential, client }: KeyVaultOptions): Wrapper {
  const [, vault = '', name = '', version] = /^(https:\/\/[^/]+)\/keys\/([^/]+)(?:\/([^/]+))?$/.exec(url) ?? [];
  const using = (id: string) => new CryptographyClient(id, credential, client);
  const newest = async (): Promise<string> =>
    (await new KeyClient(vault, credential, client).getKey(name)).id ?? `the key ${name} has no address`;
  return {
    setting: 'AZURE_KEY_VAULT_URL',
    owns: (by) => name !== '' && by.startsWith(`${vault}/keys/${name}/`),
    async wrap(plain) {
      const by = version === undefined ? await newest() : url;
      const { result } = await using(by).wrapKey(algorithm, plain);
      return { by, wrapped: Buffer.from(result).toString('base64') };
    },
    async unwrap({ by, wrapped }) {
      const { result } = await using(by).unwrapKey(algorithm, Buffer.from(wrapped, 'base64'));
      return Buffer.from(result);
    },
  };
}
