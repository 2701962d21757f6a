import { configFrom } from './config';
import { sampleAccounts } from './identity/accounts';
import { LocalPlatform } from './platform';
import { wordsOf } from './words';

/** `npm start`, after installation and build: runs until it is told to end. */
async function main(): Promise<void> {
  const config = configFrom(process.env);
  const platform = new LocalPlatform(config, (line) => console.log(`  ${line}`));
  const ending = onceToldToEnd(() => {
    console.log('stopping …');
    void platform.stop().then(() => process.exit(0));
  });
  console.log(`starting DOIT, kept in ${config.home}`);
  const begun = Date.now();
  try {
    const address = await platform.start();
    const names = sampleAccounts.map(({ name, en }) => `  ${name.padEnd(20)} ${en}`);
    console.log(`ready in ${((Date.now() - begun) / 1000).toFixed(1)} s; Ctrl-C stops everything`);
    console.log(`sample accounts, password "demo" (npm run -s token -- <account>):\n${names.join('\n')}`);
    console.log(`DOIT ready at ${address}`);
  } catch (error) {
    // Whoever told it to end needs no error; the process ends when all is stopped.
    if (ending.aborted) return;
    throw error;
  }
}

/** Calls `end` once, at the first signal, or when npm, which does not pass all signals on, is gone. */
function onceToldToEnd(end: () => void): AbortSignal {
  const told = new AbortController();
  told.signal.addEventListener('abort', end, { once: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => told.abort());
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) told.abort();
    }, 500).unref();
  }
  return told.signal;
}

main().catch((error: unknown) => {
  console.error(wordsOf(error));
  process.exit(1);
});
