#!/usr/bin/env node
// npm start: from any folder, on nothing but Node. What runs then is main.ts.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`DOIT needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
try {
  const { prepare } = await import('./prepare.mjs');
  prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../../dist/deploy/local/main.js');
