import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How long something may take to appear, in milliseconds. */
const patience = 20_000;

/** One Agents Playground in a browser, used as a person would: by what can be seen and named. */
export class PlaygroundPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
  }

  /** Opens a Playground and waits until it has found Lantern. */
  static async open(browser: Browser, url: string): Promise<PlaygroundPage> {
    const page = await browser.newPage({ viewport: { width: 1300, height: 1900 } });
    await page.goto(url);
    await page.getByText('Connected.').waitFor();
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return new PlaygroundPage(page);
  }

  /** Writes into the chat. */
  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox').last().click();
    await this.page.keyboard.type(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Shows the person's own chat with Lantern. */
  async openChat(): Promise<void> {
    await this.page.getByRole('treeitem', { name: 'Personal Chat' }).click();
  }

  /** Shows a channel of the person's team. */
  async openChannel(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
  }

  /** The newest card in which all these words stand; waits until it is there. */
  async card(...words: readonly (string | RegExp)[]): Promise<Locator> {
    const cards = this.page.locator('.ac-preview-panel');
    const found = words.reduce((rest, hasText) => rest.filter({ hasText }), cards).last();
    await found.waitFor();
    return found;
  }

  /** The card that is the newest of all, once these words stand in it. */
  async newest(words: string): Promise<Locator> {
    const last = this.page.locator('.ac-preview-panel').last();
    await last.filter({ hasText: words }).waitFor();
    return last;
  }

  /** The newest message of the chat in which these words stand, card or not; waits until it is there. */
  async message(words: string | RegExp): Promise<Locator> {
    const messages = this.page.locator('div:has(> [aria-label="Message header"])');
    const found = messages.filter({ hasText: words }).last();
    await found.waitFor();
    return found;
  }

  /** Presses a button of a card. */
  async press(card: Locator, name: string): Promise<void> {
    await card.getByRole('button', { name, exact: true }).last().click();
  }

  /** Chooses from a list of a card. */
  async choose(card: Locator, label: string, option: string): Promise<void> {
    await card.getByRole('combobox', { name: label }).first().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Types a day into the field for it, and sees to it that the calendar which that opens is closed again. */
  async pickDay(card: Locator, label: string, day: string): Promise<void> {
    await card.getByRole('combobox', { name: label }).fill(day);
    await this.page.keyboard.press('Enter');
    const calendar = this.page.getByRole('grid');
    await expect
      .poll(async () => {
        const open = await calendar.first().isVisible();
        if (open) await this.page.keyboard.press('Escape');
        return open;
      })
      .toBe(false);
  }

  /** Keeps a picture of a card, or of the whole window, for somebody to look at. */
  async picture(name: string, of: Locator | Page = this.page): Promise<void> {
    await of.screenshot({ path: `test-results/e2e/${name}.png` });
  }
}
