import type { TokenCredential } from '@azure/identity';
import { CryptographyClient, type CryptographyClientOptions } from '@azure/keyvault-keys';
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
  const vault = new CryptographyClient(url, credential, client);
  const [, name = ''] = /^(https:\/\/[^/]+\/keys\/[^/]+)/.exec(url) ?? [];
  return {
    setting: 'AZURE_KEY_VAULT_URL',
    owns: (by) => name !== '' && (by === name || by.startsWith(`${name}/`)),
    async wrap(plain) {
      const { result, keyID } = await vault.wrapKey(algorithm, plain);
      return { by: keyID ?? url, wrapped: Buffer.from(result).toString('base64') };
    },
    async unwrap({ by, wrapped }) {
      const version = new CryptographyClient(by, credential, client);
      const { result } = await version.unwrapKey(algorithm, Buffer.from(wrapped, 'base64'));
      return Buffer.from(result);
    },
  };
}
