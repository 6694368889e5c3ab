import { describe, expect } from 'vitest';
import { KeysRefused } from '../../src/app/keys/key-rows.ts';
import { openKeyRing } from '../../src/app/keys/open-key-ring.ts';
import { rewrapKeys, rotateKeys } from '../../src/app/keys/rotate.ts';
import type { Wrapper } from '../../src/app/keys/wrapper.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import type { Store } from '../../src/app/store.ts';
import { keyVaultWrapper } from '../../src/vault/key-vault.ts';
import { insert, read, save, school } from '../support/rows.ts';
import { testWrapper } from '../support/sealer.ts';
import { drivers, testOn } from '../support/store-drivers.ts';
import { startVault, type Vault } from '../support/vault.ts';

const [driver] = drivers;
if (!driver) throw new Error('no driver');
const test = testOn(driver).extend('vault', async ({ home: _ }, { onCleanup }): Promise<Vault> => {
  const vault = await startVault('let-me-in');
  onCleanup(vault.stop);
  return vault;
});

function wrapperOf({ url, ca }: Vault, token = 'let-me-in'): Wrapper {
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const retryOptions = { maxRetries: 0 };
  return keyVaultWrapper({
    url,
    credential,
    client: { tlsOptions: { ca }, retryOptions, disableChallengeResourceVerification: true },
  });
}

async function open(raw: Store, ...wrappers: readonly Wrapper[]): Promise<Store> {
  return sealedStore(raw, await openKeyRing(raw, [school], wrappers));
}

describe('keys wrapped by a vault (a local one, as its documentation says)', () => {
  test('are unwrapped by it alone, at the start and never at a row', async ({ store: raw, vault }) => {
    const store = await open(raw, wrapperOf(vault));
    const before = vault.asked.length;
    await save(store, [insert('case:a')]);
    await read(store, 'case:a');
    expect(vault.asked.length).toBe(before);
    expect(await read(await open(raw, wrapperOf(vault)), 'case:a')).toMatchObject({ value: { n: 1 } });
    expect(vault.asked.at(-1)).toBe('unwrapkey 1');
    expect((await read(raw, 'keys:index')).value).toMatchObject({ by: `${vault.url}/${'1'.padStart(32, '0')}` });
    await expect(open(raw, testWrapper())).rejects.toThrow(/^LANTERN_SEAL_KEY: is not the key that the records/);
  });

  test('stay readable when the vault has a new version of its key, which wraps new ones', async ({
    store: raw,
    vault,
  }) => {
    await save(await open(raw, wrapperOf(vault)), [insert('case:a')]);
    vault.newVersion();
    await rotateKeys(raw, school, [wrapperOf(vault)]);
    const store = await open(raw, wrapperOf(vault));
    expect(await read(store, 'case:a')).toMatchObject({ value: { n: 1 } });
    expect((await read(raw, 'keys:00000002')).value).toMatchObject({ by: `${vault.url}/${'2'.padStart(32, '0')}` });
    expect((await read(raw, 'keys:00000001')).value).toMatchObject({ by: `${vault.url}/${'1'.padStart(32, '0')}` });
  });

  test('move in from a seal key, and out again', async ({ store: raw, vault }) => {
    await save(await open(raw, testWrapper()), [insert('case:a')]);
    await rewrapKeys(raw, school, [testWrapper(), wrapperOf(vault)], wrapperOf(vault));
    expect(await read(await open(raw, wrapperOf(vault)), 'case:a')).toMatchObject({ value: { n: 1 } });
    await rewrapKeys(raw, school, [wrapperOf(vault), testWrapper()], testWrapper());
    expect(await read(await open(raw, testWrapper()), 'case:a')).toMatchObject({ value: { n: 1 } });
  });

  test('are refused where the vault does not let us in, or is not there', async ({ store: raw, vault }) => {
    await open(raw, wrapperOf(vault));
    await expect(open(raw, wrapperOf(vault, 'somebody else'))).rejects.toThrow(KeysRefused);
    await vault.stop();
    await expect(open(raw, wrapperOf(vault))).rejects.toThrow(/^AZURE_KEY_VAULT_URL: does not open the key index of/);
  });
});
