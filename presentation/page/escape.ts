/** Markup that is safe to put into a page. */
export class Html {
  constructor(readonly markup: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Value = string | number | Html | readonly Html[];

const markupOf = (value: Value): string => {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
  return value.map(({ markup }) => markup).join('');
};

/** Markup with values put in; every text is escaped. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, i) => (i === 0 ? part : `${markupOf(values[i - 1] ?? '')}${part}`)).join(''));

/** Markup where there is something to show. */
export const when = (shown: boolean, markup: () => Html): Html => (shown ? markup() : new Html(''));
