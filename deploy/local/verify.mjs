#!/usr/bin/env node
// npm run audit:verify: reads the chain of events of every service, and the heads that were signed. What runs is audit-verify.ts.
import { prepare } from './prepare.mjs';

try {
  prepare();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const { main } = (await import('../../dist/deploy/local/audit-verify.js')).default;
await main(process.argv.slice(2));
