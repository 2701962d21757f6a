import accounts from './accounts.js';

/** The login page: one button per sample account. Plain HTML, no script. */
export function loginPage(uid: string, refused: boolean): string {
  const buttons = accounts.sampleAccounts.map(
    ({ name, vi, en }) =>
      `<button name="account" value="${name}"><b>${name}</b><br>${escape(vi)}<br><i lang="en">${escape(en)}</i></button>`,
  );
  return page(
    'Đăng nhập · Sign in',
    `<p>Tài khoản mẫu, mật khẩu <code>demo</code>. <i lang="en">Sample accounts of a local start, password <code>demo</code>.</i></p>
    ${refused ? '<p role="alert">Sai tài khoản hoặc mật khẩu. <i lang="en">Wrong account or password.</i></p>' : ''}
    <form method="post" action="/login/${encodeURIComponent(uid)}">
      <label>Mật khẩu · <i lang="en">Password</i>
        <input type="password" name="password" autocomplete="current-password" required></label>
      ${buttons.join('\n      ')}
    </form>`,
  );
}

export function errorPage(code: string, description = ''): string {
  return page(
    'Không đăng nhập được · Sign-in failed',
    `<p><code>${escape(code)}</code> ${escape(description)}</p>`,
  );
}

/** Asks before it ends the session; `form` is the provider's own. */
export function logoutPage(form: string): string {
  return page(
    'Đăng xuất · Sign out',
    `${form}
    <button autofocus form="op.logoutForm" name="logout" value="yes">Đăng xuất · <i lang="en">Sign out</i></button>
    <button form="op.logoutForm">Ở lại · <i lang="en">Stay signed in</i></button>`,
  );
}

export function signedOutPage(): string {
  return page('Đã đăng xuất · Signed out', '');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(title)}</title>
    <style>
      body { font: 1rem/1.4 system-ui, sans-serif; max-width: 30rem; margin: 2rem auto; padding: 0 1rem }
      button { display: block; width: 100%; margin: .5rem 0; padding: .5rem; text-align: left; font: inherit }
    </style>
  </head>
  <body><main><h1>${escape(title)}</h1>${body}</main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
