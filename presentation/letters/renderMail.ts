import Handlebars from 'handlebars';
import { convert } from 'html-to-text';
import type { PendingLetter } from '../../domain/case/state.js';
import type { Letter } from '../../domain/mail/letter.js';
import { wordsOf } from '../words/words.js';
import { dueText } from './dueText.js';
import { takeApart } from './steps.js';
import { tidyLine, tidyName, tidyText } from './tidyText.js';

/** What a mail is for; it decides the heading, never the content. */
export type MailTemplate = PendingLetter['template'];

/** Whom the mail is for. */
export type Reader = {
  name: string;
  /** IANA name; UTC when there is none, or when nobody knows it. */
  timeZone?: string;
};

/** The three parts of a mail that are read. */
export type RenderedMail = { subject: string; html: string; text: string };

/** Everything that a mail is made of. */
export type MailContent = {
  template: MailTemplate;
  letter: Letter;
  reader: Reader;
  /** Names for `{person:ID}`, by id. */
  names: Record<string, string>;
  /** Where links lead; without a slash at the end. */
  baseUrl: string;
};

/** Renders mails; pure. */
export type MailRenderer = (content: MailContent) => RenderedMail;

const HEADINGS: Record<MailTemplate, string> = {
  task: 'Your task',
  reminder: 'Reminder',
  escalation: 'Escalated to you',
  notice: 'For your information',
  invitation: 'Invitation',
};
const NAMELESS = 'a person whose data was erased';

/** Builds the renderer from the compiled layout, HTML with Handlebars expressions. */
export function createMailRenderer(layout: string): MailRenderer {
  const fillLayout = Handlebars.compile(layout, { strict: true });
  return (content) => {
    const subject = tidyLine(filled(content.letter.subject, content.names));
    const html = fillLayout({ ...viewOf(content), subject });
    return { subject, html, text: textOf(html) };
  };
}

/** The ids of the persons whom the letter names. */
export function personsIn(letter: Letter): string[] {
  const strings = [
    letter.subject,
    letter.what,
    wordsOf(letter.why),
    letter.vendor,
    letter.caseTitle ?? '',
    ...letter.how,
  ];
  const ids = strings.flatMap((text) => [...text.matchAll(PERSON)].map((match) => match[1] ?? ''));
  return [...new Set(ids)];
}

const PERSON = /\{person:([^{}\s]+)\}/g;

function viewOf({ template, letter, reader, names, baseUrl }: MailContent) {
  const fill = (text: string) => filled(text, names);
  const paragraphs = (text: string) => tidyText(fill(text)).split(/\n+/).filter(Boolean);
  return {
    heading: HEADINGS[template],
    reader: tidyName(reader.name),
    what: paragraphs(letter.what),
    why: paragraphs(wordsOf(letter.why, { zone: reader.timeZone })),
    due: letter.byWhen === undefined ? null : dueText(letter.byWhen, reader.timeZone),
    steps: letter.how.map((step) => takeApart(tidyText(step), baseUrl, fill)).filter((step) => step.length > 0),
    vendor: tidyLine(fill(letter.vendor)),
    caseTitle: letter.caseTitle === undefined ? '' : tidyLine(fill(letter.caseTitle)),
  };
}

const filled = (text: string, names: Record<string, string>): string =>
  text.replace(PERSON, (_, id: string) => (Object.hasOwn(names, id) ? tidyName(names[id] ?? '') : '') || NAMELESS);

/* Only what carries the class `read` is text: the preview line and the layout's tables are not. */
function textOf(html: string): string {
  const text = convert(html, {
    wordwrap: 78,
    baseElements: { selectors: ['td.read'], orderBy: 'occurrence' },
    selectors: [
      { selector: 'h1', options: { uppercase: false, trailingLineBreaks: 2 } },
      { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
      { selector: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  });
  return `${text.trim().replace(/\n{3,}/g, '\n\n')}\n`;
}
