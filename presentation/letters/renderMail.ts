import Handlebars from 'handlebars';
import { convert } from 'html-to-text';
import type { Draft, Item } from './model.js';
import { tidyLine, tidyName, tidySubject, tidyText } from './tidyText.js';

/** The three parts of a mail that are read. */
export type RenderedMail = { subject: string; html: string; text: string };

/** Makes a mail of a letter and the names of those whom it speaks of, by id; pure. */
export type MailRenderer = (draft: Draft, names: Record<string, string>) => RenderedMail;

const NAMELESS = 'a person whose data was erased';

/** Builds the renderer from the compiled layout, HTML with Handlebars expressions. */
export function createMailRenderer(layout: string): MailRenderer {
  const fillLayout = Handlebars.compile(layout, { strict: true });
  return (draft, names) => {
    const html = fillLayout(viewOf(draft, (text) => filled(text, names)));
    return { subject: tidySubject(filled(draft.subject, names)), html, text: textOf(html) };
  };
}

/** The ids of the persons whom a letter names, each once. */
export function personsIn(draft: Draft): string[] {
  const ids = [...JSON.stringify(draft).matchAll(PERSON)].map((match) => match[1] ?? '');
  return [...new Set(ids)];
}

const PERSON = /\{person:([^{}\s"\\]+)\}/g;

const filled = (text: string, names: Record<string, string>): string =>
  text.replace(PERSON, (_, id: string) => (Object.hasOwn(names, id) ? tidyName(names[id] ?? '') : '') || NAMELESS);

type Fill = (text: string) => string;

function viewOf({ subject, head, heading, reader, intro, items, href, client, policy }: Draft, fill: Fill) {
  return {
    subject: tidySubject(fill(subject)),
    preview: items.map(({ title }) => tidyLine(fill(title))).join('. '),
    head: head.map(tidyLine).join(' · '),
    heading: tidyLine(fill(heading)),
    due: items.length === 1 ? (items[0]?.due ?? '') : '',
    reader: tidyName(reader),
    intro: intro.map((text) => tidyLine(fill(text))),
    items: items.map((item) => itemView(item, items.length === 1, fill)),
    href,
    client: tidyLine(client),
    policy: policy === undefined ? '' : tidyLine(policy),
  };
}

/* One paragraph a text: a line break that somebody typed begins no sentence of ours. */
const oneParagraph = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

/* A command stands as it is: what people gave is quoted in it, and every character counts. */
const itemView = ({ title, due, why, steps }: Item, isOne: boolean, fill: Fill) => ({
  title: isOne ? '' : tidyLine(fill(title)),
  due: isOne ? '' : due,
  why: why.map((text) => oneParagraph(fill(text))).filter(Boolean),
  steps: steps.map(({ text, commands }) => ({ text: oneParagraph(fill(text)), commands })),
});

/* Only what carries the class `read` is text: the preview line and the layout's tables are not. */
function textOf(html: string): string {
  const text = convert(html, {
    wordwrap: 78,
    baseElements: { selectors: ['td.read'], orderBy: 'occurrence' },
    selectors: [
      { selector: 'h1', options: { uppercase: false, trailingLineBreaks: 2 } },
      { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 3, trailingLineBreaks: 1 } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'p.due', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
      { selector: 'p.step', format: 'paragraph', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } },
      { selector: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  });
  return `${text.trim().replace(/\n{3,}/g, '\n\n')}\n`;
}
