import { Html, html, when } from './escape.js';
import type { Answers, Block, Cell, Column, Page, Section } from './page.js';
import { plotMarkup } from './plotMarkup.js';
import { PAGE_STYLE } from './style.js';

const each = <T>(items: readonly T[], markup: (item: T, i: number) => Html): Html[] => items.map(markup);
const list = (items: string[]): Html => html`<ul>${each(items, (item) => html`<li>${item}</li>`)}</ul>`;

/* A narrow screen shows each cell under the title of its column. */
function cell(value: Cell, { title, kind }: Column, isHeading: boolean): Html {
  const { text, more = [], tone } = typeof value === 'string' ? { text: value } : value;
  const body = html`${tone === undefined ? html`${text}` : html`<strong class="${tone}">${text}</strong>`}${each(more, (line) => html`<span class="more">${line}</span>`)}`;
  const empty = text === '' && more.length === 0 ? ' empty' : '';
  return isHeading
    ? html`<th scope="row" class="${kind ?? ''}${empty}">${body}</th>`
    : html`<td class="${kind ?? ''}${empty}" data-title="${title}">${body}</td>`;
}

const table = ({ columns, rows, note }: Extract<Block, { kind: 'table' }>): Html => html`<table>
${when(note !== undefined, () => html`<caption>${note ?? ''}</caption>`)}<thead><tr>${each(columns, ({ title, kind }) => html`<th scope="col" class="${kind ?? ''}">${title}</th>`)}</tr></thead>
<tbody>${each(rows, (row) => html`<tr>${each(columns, (column, i) => cell(row[i] ?? '', column, i === 0))}</tr>`)}</tbody></table>`;

const facts = (rows: { label: string; value: string }[]): Html =>
  html`<dl>${each(rows, ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

const answers = ({ heading, note, policy, pairs }: Answers): Html => html`<section class="form"><h4>${heading}</h4>
<p class="soft">${note}</p>${when(policy.length > 0, () => html`<p class="policy">Policy: ${policy.join('; ')}.</p>`)}
<dl class="answers">${each(pairs, ({ question, answer }) => html`<div><dt>${question}</dt><dd>${answer}</dd></div>`)}</dl></section>`;

const share = (parts: { label: string; share: string }[]): Html =>
  html`<div class="share" aria-hidden="true">${each(parts, (part, i) => html`<span class="s${i}" style="width:${part.share}%"></span>`)}</div>`;

function block(one: Block): Html {
  switch (one.kind) {
    case 'heading':
      return html`<h3>${one.text}</h3>`;
    case 'text':
      return html`<p>${one.text}</p>`;
    case 'list':
      return list(one.items);
    case 'facts':
      return facts(one.rows);
    case 'table':
      return table(one);
    case 'answers':
      return html`<div class="forms">${each(one.groups, answers)}</div>`;
    case 'share':
      return share(one.parts);
    case 'plot':
      return plotMarkup(one.plot);
    default: {
      const never: never = one;
      return never;
    }
  }
}

const sectionMarkup = ({ id, heading, blocks }: Section, i: number): Html =>
  html`<section id="${id}"><h2>${i + 1}. ${heading}</h2>${each(blocks, block)}</section>`;

/* A string of CSS: what could end it is taken out. */
const cssString = (text: string): string => `"${text.replace(/[\\"<>\n\r\f]/g, ' ')}"`;

/** The page as one self-contained HTML file without scripts; everything that people wrote is escaped. */
export function pageHtml({ kind, title, subtitle, answer, sections, reference, footer }: Page): string {
  const style = new Html(`${PAGE_STYLE}@page { @bottom-left { content: ${cssString(reference)}; } }`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${kind}: ${title}</title><style>${style}</style></head><body>
<header><div class="kicker">${kind}</div><h1>${title}</h1>${each(subtitle, (line) => html`<p class="soft">${line}</p>`)}</header>
<main>
<section class="answer ${answer.tone}"><p class="headline">${answer.headline}</p>${when(answer.points.length > 0, () => list(answer.points))}${facts(answer.facts)}</section>
<nav aria-label="Contents"><ol>${each(sections, (one) => html`<li><a href="#${one.id}">${one.heading}</a></li>`)}</ol></nav>
${each(sections, sectionMarkup)}
</main>
<footer>${footer}</footer>
</body></html>`.markup;
}
