import { lazyRouteComponent as lazily } from '@tanstack/react-router';

/** A page's component, loaded when somebody goes there; a gateway that restarts meanwhile is waited for. */
export const lazyRouteComponent: typeof lazily = (load, name) => lazily(() => patiently(load), name);

const attempts = 3;

/** A part of the console that did not come, though the gateway answers. */
export class PartMissing extends Error {
  constructor(cause: unknown) {
    super('A part of the console did not come.', { cause });
  }
}

/**
 * Loads a part of the console. Where that fails it waits until the gateway answers and tries again, so that nobody has to
 * reload.
 * @throws PartMissing after the last attempt; it may be asked for ahead of need, so nothing else happens here
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      if (attempt >= attempts) throw new PartMissing(error);
      await theGateway();
      await mendStyles();
    }
  }
}

/**
 * Reloads the page where another version of the console was put in place of the one that runs, which took its parts away.
 * @throws the error where none was: a reload would not help
 */
export async function reloadIfReplaced(error: unknown): Promise<never> {
  if (!(await isReplaced())) throw error;
  location.reload();
  return new Promise(() => undefined);
}

/** The page names its first script, whose name changes with what is in it. */
async function isReplaced(): Promise<boolean> {
  const running = document.querySelector('script[type=module][src]')?.getAttribute('src');
  const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => null);
  if (!running || !answer?.ok) return false;
  return !(await answer.text()).includes(running);
}

async function theGateway(): Promise<void> {
  for (let pause = 250; ; pause = Math.min(pause * 1.5, 5000)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) return;
  }
}

/** A style that did not come is not asked for again by who asked: it is put in anew. */
async function mendStyles(): Promise<void> {
  const failed = [...document.querySelectorAll('link')].filter(
    (link) => link.rel === 'stylesheet' && link.sheet === null,
  );
  await Promise.all(
    failed.map((link) => {
      const again = document.createElement('link');
      again.rel = 'stylesheet';
      again.href = link.href;
      const done = new Promise<void>((resolve) => {
        again.addEventListener('load', () => resolve());
        again.addEventListener('error', () => resolve());
      });
      link.replaceWith(again);
      return done;
    }),
  );
}
