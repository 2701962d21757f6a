import { mkdirSync, readFileSync } from 'node:fs';
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
/** What a browser says of a gateway that is away. */
export const lostConnection =
  /Failed to load resource: (net::ERR_|the server responded with a status of 50[234])/;
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

  /** A browser notes on its console every answer that refuses, and every request that nobody answers: a test that provokes some says so. */
  forgive(like: RegExp): void {
    const kept = this.faults.filter((fault) => !like.test(fault));
    this.faults.splice(0, this.faults.length, ...kept);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.platform?.stop();
  }

  /** An access token of a sample account: what is done elsewhere is done without a browser. */
  async token(account: string): Promise<string> {
    const { issuer } = (await (await fetch(`${this.address}/console.json`)).json()) as { issuer: string };
    const form = { grant_type: 'urn:doit:dev-account', client_id: 'dev-cli', account };
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** The process of this name, which the platform's launcher starts again when it dies. */
  pidOf(name: string): number {
    const pid = this.runs(name);
    if (pid === null) throw new Error(`no process is ${name}`);
    return pid;
  }

  /** The same, or null while it is away. */
  runs(name: string): number | null {
    const home = this.platform?.home ?? process.env['DOIT_HOME'] ?? join(__dirname, '../../.runtime');
    const kept = JSON.parse(readFileSync(join(home, 'processes.json'), 'utf8')) as Record<
      string,
      { pid: number }
    >;
    return kept[name]?.pid ?? null;
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
    await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
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
  await page
    .getByRole('banner') // a page that only signed-in people may read offers a second button
    .getByRole('button', { name: language === 'vi' ? 'Đăng nhập' : 'Sign in', exact: true })
    .click();
  await page.waitForURL((url) => url.origin !== new URL(back).origin);
  await page.getByRole('textbox').fill('demo');
  await page.getByRole('button', { name: account }).click();
  await page.waitForURL(back);
  await page
    .getByRole('button', { name: language === 'vi' ? 'Đăng xuất' : 'Sign out', exact: true })
    .waitFor();
}
