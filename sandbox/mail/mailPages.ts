import type { MailMessage, MailSummary } from './mailStore.js';

const STYLE = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2.5rem auto; padding: 0 1.25rem; }
  h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
  p, dd, dt { margin: 0; } .quiet { opacity: .7; }
  table { border-collapse: collapse; width: 100%; margin-top: 1.5rem; }
  th { text-align: left; font-weight: 600; font-size: .85rem; }
  th, td { padding: .55rem .75rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
  a { color: inherit; text-underline-offset: .2em; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 0; }
  dt { font-weight: 600; } dd { overflow-wrap: anywhere; }
  .copies { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; white-space: nowrap; }
  iframe { width: 100%; height: 38rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0; }`;

/** The list of messages as a page. */
export function listPage(mails: MailSummary[]): string {
  const rows = mails.map(
    (mail) => `<tr><td class="when">${when(mail.receivedAt)}</td><td>${escapeHtml(mail.to.join(', '))}</td>
      <td><a href="/view/${encodeURIComponent(mail.id)}">${escapeHtml(mail.subject || '(no subject)')}</a> ${copies(mail)}</td></tr>`,
  );
  const table = `<table><thead><tr><th>Received (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const body = mails.length === 0 ? '<p class="quiet">Nothing has arrived yet.</p>' : table;
  const count = mails.length === 1 ? '1 message' : `${mails.length} messages`;
  return page('Mailbox', `<h1>Mailbox</h1><p class="quiet">${count}; nothing leaves this machine.</p>${body}`);
}

/** One message as a page; its HTML runs in a sandbox without scripts or remote content. */
export function messagePage(mail: MailMessage): string {
  const html =
    mail.html === undefined
      ? ''
      : `<h2>As shown</h2><iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcdoc="${escapeHtml(`<base target="_blank">${mail.html}`)}"></iframe>`;
  const facts: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', `${mail.receivedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['Message-ID', mail.messageId],
    ['Delivered', mail.copies === 1 ? 'once' : `${mail.copies} times, the same message`],
  ];
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  const subject = mail.subject || '(no subject)';
  return page(
    subject,
    `<p><a href="/">Mailbox</a></p><h1>${escapeHtml(subject)}</h1><dl>${list}</dl>${html}
     <h2>As text</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function copies(mail: MailSummary): string {
  return mail.copies > 1 ? `<span class="copies">${mail.copies} copies</span>` : '';
}

function when(iso: string): string {
  return `<time datetime="${escapeHtml(iso)}">${escapeHtml(iso.slice(0, 16).replace('T', ' '))}</time>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
