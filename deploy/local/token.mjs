#!/usr/bin/env node
// npm run -s token -- <account>: prints an access token of the local identity provider, and nothing else.
// Plain JavaScript, so that it says what is wrong also where nothing was built yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = process.env.DOIT_HOME ?? fileURLToPath(new URL('../../.runtime', import.meta.url));
const [account] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (!account) fail('Which account? For example: npm run -s token -- nghean.officer');
let issuer;
try {
  ({ issuer } = JSON.parse(readFileSync(join(home, 'identity.json'), 'utf8')));
} catch {
  fail(`The platform was never started from ${home}: npm start`);
}
const response = await fetch(`${issuer}/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'urn:doit:dev-account', client_id: 'dev-cli', account }),
}).catch(() => fail(`The platform is not running (nobody answers at ${issuer}): npm start`));
const answer = await response.json().catch(() => ({}));
if (!answer.access_token) fail(`No token for "${account}": ${answer.error_description ?? response.status}`);
console.log(answer.access_token);
