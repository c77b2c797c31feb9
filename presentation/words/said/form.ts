import type { Template } from '../fill.js';

/** Of one answer of an evidence form, to go on after the name of its field. */
export const form: Record<string, Template> = {
  'form.object': 'must be an object',
  'form.unknown-field': 'is not a field of this form',
  'form.missing': 'is missing',
  'form.text': 'must be text of 1 to {max:number} characters',
  'form.name':
    'must be one line in letters of one script, without line breaks and invisible characters such as zero-width or direction marks',
  'form.plain-text': 'must be plain text, without control characters and direction overrides',
  'form.paper': 'must be the id of a document registered in this case',
  'form.person': 'must be the id of a person in this case',
  'form.url': 'must be a link that starts with https://',
  'form.yes-no': 'must be true or false',
  'form.number': 'must be a number',
  'form.whole-number': 'must be a whole number',
  'form.at-least': 'must be at least {min:number}',
  'form.at-most': 'must be at most {max:number}',
  'form.choice': 'must be {of:or}',
  'form.choices': 'must be a list of any of: {of}',
  'form.day': 'must be a real date, written YYYY-MM-DD',
  'form.country': 'must be a country by its two capital letters, such as PL; the United Kingdom is GB',
  'form.hash': 'must be a SHA-256 hash in 64 lower-case hexadecimal digits',
  'form.list': 'must be a list',
  'form.entries': 'must have at least {min#entry|entries}',
};
