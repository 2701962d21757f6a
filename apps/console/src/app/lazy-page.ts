import { lazyRouteComponent as lazily } from '@tanstack/react-router';

/** A page's component, loaded when somebody goes there; a gateway that restarts meanwhile is waited for. */
export const lazyRouteComponent: typeof lazily = (load, name) => lazily(() => patiently(load), name);

const attempts = 3;

/**
 * Loads a part of the console. Where that fails it waits until the gateway answers and tries again, so that nobody has to
 * reload. Where the gateway answers and the part is gone a new version was put in place: the page is loaded anew, once, and
 * stays what its address says; only what fails then, too, goes on as an error.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      if (attempt >= attempts) return await anew(error);
      await theGateway();
      await mendStyles();
    }
  }
}

/** Loads the page anew unless that was done for the same failure; the name of a missing part tells versions apart. */
function anew(error: unknown): Promise<never> {
  const mark = `doit.anew.${String(error)}`;
  if (sessionStorage.getItem(mark) !== null) throw error;
  sessionStorage.setItem(mark, '');
  location.reload();
  return new Promise(() => undefined);
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
