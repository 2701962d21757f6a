import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as launcher, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { TestPlatform } from '@doit/testing';
import { chromium } from './chromium';

export interface Visit {
  /** A sample account (deploy/local/identity/accounts.ts), signed in as people sign in. */
  as?: string;
  language?: 'vi' | 'en';
  contrast?: boolean;
  theme?: 'light' | 'dark';
  width?: number;
  /** Statuses with which what is done here is meant to be refused: a browser complains of these by itself. */
  refused?: readonly number[];
}
/** The narrow and the wide screen that every page is looked at on. */
export const widths = [360, 1440] as const;
const shots = join(__dirname, '../../dist/console-shots');
const height = 900;

/**
 * One platform with its sample data and one browser for the pages of a spec. `CONSOLE_AT` names a platform that runs
 * already: while writing a page nobody waits for a start.
 */
export class ConsoleHouse {
  private platform: TestPlatform | undefined;
  private browser: Browser;
  private readonly contexts: BrowserContext[] = [];
  private readonly faults: string[] = [];
  address = '';

  static async open(): Promise<ConsoleHouse> {
    const house = new ConsoleHouse();
    const running = process.env['CONSOLE_AT'];
    if (running === undefined) house.platform = await new TestPlatform().start();
    house.address = running ?? house.platform?.address ?? '';
    house.browser = await launcher.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
    mkdirSync(shots, { recursive: true });
    return house;
  }

  /** Ends a test: closes its pages and fails where a page complained on its console. Call it in `afterEach`. */
  async leave(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    expect(this.faults.splice(0)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.platform?.stop();
  }

  /** A page as somebody sees it who goes there; each has a browser profile of its own. */
  async open(path: string, visit: Visit = {}): Promise<Page> {
    const { as, language = 'vi', contrast = false, theme = 'light', width = 1440, refused = [] } = visit;
    const context = await this.browser.newContext({ viewport: { width, height }, acceptDownloads: true });
    this.contexts.push(context);
    const settings = JSON.stringify({ language, contrast, theme, textSize: 'normal' });
    const keep = `localStorage['doit.settings'] ??= ${JSON.stringify(settings)}`;
    await context.addInitScript({
      content: `if (location.origin === ${JSON.stringify(this.address)}) ${keep}`,
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      const ours = message.location().url.startsWith(this.address);
      const isMeant = refused.some((status) => message.text().includes(`status of ${status}`));
      if (ours && !isMeant && ['error', 'warning'].includes(message.type()))
        this.faults.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`${path}: ${error.message}`));
    await page.goto(this.address + path);
    if (as !== undefined) await signIn(page, as, language);
    await this.settled(page);
    return page;
  }

  /** Waits until what was asked for is there: a heading, and nothing being loaded. */
  async settled(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('main [role=status]'));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** What axe-core finds wrong on a page, in words: none of it is allowed. */
  async violations(page: Page): Promise<string[]> {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  }

  /** Keeps what the page looks like, for people: dist/console-shots/<name>.png. */
  async keep(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  }

  /** By how many pixels the page is wider than its window: people would have to scroll sideways. */
  sideways(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
}

/** Signs in as people do: by the button, the provider's page, and back. */
async function signIn(page: Page, account: string, language: 'vi' | 'en'): Promise<void> {
  const back = page.url();
  await page.getByRole('button', { name: language === 'vi' ? 'Đăng nhập' : 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.origin !== new URL(back).origin);
  await page.getByRole('textbox').fill('demo');
  await page.getByRole('button', { name: account }).click();
  await page.waitForURL(back);
  await page
    .getByRole('button', { name: language === 'vi' ? 'Đăng xuất' : 'Sign out', exact: true })
    .waitFor();
}
