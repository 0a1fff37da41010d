import { createHash } from 'node:crypto';
import { translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';

/** The door of the one-time link: hands the token behind `#` over and leaves it out of the history. */
const script = `
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const headers = { 'content-type': 'application/json' };
const show = (id) => { document.getElementById(id).hidden = false; };
fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify({ token }) })
  .then((answer) => show(answer.ok ? 'in' : 'void'), () => show('void'));
`;

const policy = `default-src 'none'; connect-src 'self'; frame-ancestors 'none'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export function openPage(language: Language): { readonly html: string; readonly policy: string } {
  const say = translator(language);
  const html = `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>АКБ</title>
<p id="in" hidden>${say('open.signedIn')}</p>
<p id="void" hidden>${say('linkVoid')}</p>
<script>${script}</script></html>
`;
  return { html, policy };
}
