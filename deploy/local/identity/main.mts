import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import accounts from './accounts.js';
import { loginPage } from './pages.mjs';
import { localProvider } from './provider.mjs';

// A process of its own: it stands for a provider that somebody else runs.
const { NODE_ENV, IDENTITY_PORT, IDENTITY_KEY_FILE, IDENTITY_CONSOLE_ORIGINS, IDENTITY_JOB_SECRET } =
  process.env;
if (NODE_ENV === 'production') {
  console.error(
    'The local identity provider has sample accounts with a known password. It refuses NODE_ENV=production.',
  );
  process.exit(1);
}
if (!IDENTITY_PORT || !IDENTITY_KEY_FILE || !IDENTITY_JOB_SECRET) {
  console.error('IDENTITY_PORT, IDENTITY_KEY_FILE and IDENTITY_JOB_SECRET are needed.');
  process.exit(1);
}

const PASSWORD = Buffer.from('demo');
const MAX_FORM = 2048;
const provider = localProvider({
  issuer: `http://127.0.0.1:${IDENTITY_PORT}`,
  keyFile: IDENTITY_KEY_FILE,
  consoleOrigins: (IDENTITY_CONSOLE_ORIGINS ?? '').split(',').filter((origin) => origin !== ''),
  jobSecret: IDENTITY_JOB_SECRET,
});
const others = provider.callback();

async function login(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The provider's own cookie says whose interaction this is; a page elsewhere cannot answer it.
  const { uid } = await provider.interactionDetails(request, response);
  const form = request.method === 'POST' ? await formOf(request) : null;
  const account = accounts.sampleAccount(form?.get('account'));
  if (account && isPassword(form?.get('password') ?? '')) {
    await provider.interactionFinished(request, response, { login: { accountId: account.name } });
    return;
  }
  response.writeHead(form === null ? 200 : 401, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(loginPage(uid, form !== null));
}

function isPassword(given: string): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === PASSWORD.length && timingSafeEqual(bytes, PASSWORD);
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MAX_FORM) break;
  }
  return new URLSearchParams(text);
}

const server = createServer((request, response) => {
  if (!request.url?.startsWith('/login/')) {
    void others(request, response);
    return;
  }
  login(request, response).catch((error: unknown) => {
    const expired = error instanceof Error && error.name === 'SessionNotFound';
    if (!expired) console.error(error);
    response.writeHead(expired ? 400 : 500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(expired ? 'This login has expired: go back and begin again.\n' : 'The login failed.\n');
  });
});
server.listen(Number(IDENTITY_PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
