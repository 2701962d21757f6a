import { sampleAccounts } from './identity/accounts';
import { configFrom } from './config';
import { LocalPlatform } from './platform';

/** `npm start`, after installation and build: runs until it is told to end. */
async function main(): Promise<void> {
  const say = (line: string): void => console.log(`  ${line}`);
  const config = configFrom(process.env);
  const platform = new LocalPlatform(config, say);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      console.log('stopping …');
      void platform.stop().then(() => process.exit(0));
    });
  }
  console.log(`starting DOIT, kept in ${config.home}`);
  const begun = Date.now();
  try {
    const address = await platform.start();
    const names = sampleAccounts.map(({ name, en }) => `  ${name.padEnd(20)} ${en}`);
    console.log(`ready in ${((Date.now() - begun) / 1000).toFixed(1)} s; Ctrl-C stops everything`);
    console.log(`sample accounts, password "demo" (npm run -s token -- <account>):\n${names.join('\n')}`);
    console.log(`DOIT ready at ${address}`);
  } catch (error) {
    if (ending) return;
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
