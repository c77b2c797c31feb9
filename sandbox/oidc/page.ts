import { createHash } from 'node:crypto';

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1.25rem}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1rem;margin:2rem 0 .5rem}p{margin:0 0 1rem}
button,input,select{font:inherit;color:inherit;box-sizing:border-box;border:1px solid #7a8699;border-radius:.5rem;padding:.6rem .8rem}
ul{list-style:none;margin:0;padding:0}li{margin:.5rem 0}button{background:transparent;text-align:left;cursor:pointer}
li button{width:100%}button:hover{background:rgba(122,134,153,.18)}button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #2f6fed;outline-offset:2px}
small{display:block;color:#5b6675}@media(prefers-color-scheme:dark){small{color:#aab4c3}}label{display:block;margin:.75rem 0}label input,label select{display:block;width:100%;margin-top:.25rem}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The policy of every page here: its own style, no script, and forms that lead on to these origins alone. */
export const pagePolicy = (formsLeadTo: string[]): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "script-src 'none'",
    // Browsers hold the redirects after a form against this as well.
    `form-action 'self' ${formsLeadTo.join(' ')}`.trimEnd(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in a page. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A whole page around its content. */
export const page = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1>${content}</main></body></html>`;
