import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { npmStart, type Started } from '../support/npm-start.ts';
import { PlaygroundPage } from './playground-page.ts';

/** How Chromium is started where nobody sits before it. */
const browserArguments = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The demo as `npm start` runs it, and a browser before it, for the tests of one file. */
export class DemoInBrowser {
  readonly data = mkdtempSync(join(tmpdir(), 'lantern-e2e-'));
  readonly #firstPort: number;
  readonly #options: readonly string[];
  #demo: Started | undefined;
  #browser: Browser | undefined;

  /** Starts before the first test and stops after the last; what everybody saw when a test failed is kept. */
  constructor(firstPort: number, ...options: readonly string[]) {
    this.#firstPort = firstPort;
    this.#options = options;
    beforeAll(async () => {
      await this.start();
      this.#browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserArguments });
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.stop();
      rmSync(this.data, { recursive: true });
    });
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      const pages = this.#browser?.contexts().flatMap((context) => context.pages()) ?? [];
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: `test-results/e2e/failed-${firstPort}-${index}.png` });
      }
    });
  }

  /** Starts the demo, with more settings where there are any. */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const args = ['--playground-port', String(this.#firstPort), ...this.#options];
    this.#demo = npmStart(args, { PORT: '0', LANTERN_DATA: this.data, ...settings });
    await this.#demo.line(/^ready$/);
  }

  /** Stops it and starts it again with its clock so many days ahead. */
  async startAgain(days: number): Promise<void> {
    await this.stop();
    const clock = pathToFileURL(join(import.meta.dirname, 'days-ahead.mjs'));
    await this.start({ NODE_OPTIONS: `--import=${clock}?${days}` });
  }

  async stop(): Promise<void> {
    await this.#demo?.stop();
  }

  /** The Playground of the persona with this offset. */
  open(offset: number): Promise<PlaygroundPage> {
    if (!this.#browser) throw new Error('no browser yet');
    return PlaygroundPage.open(this.#browser, `http://localhost:${this.#firstPort + offset}`);
  }
}
