import { spawnSync } from 'node:child_process';

/**
 * The browser that pages are tested in: `CHROMIUM`, else Debian's package found on PATH.
 *
 * @throws Error that says what to do where there is none
 */
export function chromium(): string {
  const candidates = [process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome'];
  const found = candidates.find((name) => name && spawnSync(name, ['--version']).status === 0);
  if (!found) throw new Error('There is no Chromium: apt-get install chromium, or set CHROMIUM to its path.');
  return found.includes('/') ? found : spawnSync('which', [found], { encoding: 'utf8' }).stdout.trim();
}
