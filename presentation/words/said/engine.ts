import type { Template } from '../fill.js';

/** Of commands as such. */
export const engine: Record<string, Template> = {
  'engine.key-used': 'This key was already used for a different request. Use a new key.',
  'engine.too-many-refusals': '{said} This was not recorded: too many refusals within the hour.',
  'engine.no-answer': 'No answer in time, or an unexpected failure.',
  'calendars.unknown-zone': 'Unknown time zone {timeZone}. Use a name such as Europe/Warsaw or America/New_York.',
  'calendars.unknown-region': 'Unknown holiday region {region}. Use a name such as PL, US-NY or DE-BY-A.',
  'engine.failed': 'The engine failed on {command}. Nothing was changed.',
  'engine.already-open': 'This case is already open.',
  'engine.case-not-found': 'Case not found, or you don’t have access to it.',
  'engine.case-closing': 'The case is closing and no longer accepts this.',
  'engine.case-closed': 'The case is closed. Its ledger can be read; nothing can be added.',
};
