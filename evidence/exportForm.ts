import type { Head } from './ledger.js';

/** Form of the export that this version writes. */
export const EXPORT_FORM = 'drawbridge-ledger/1';

/** First line of an export: what follows, and where the case stood. */
export type ExportHeader = { form: typeof EXPORT_FORM; caseId: string; head: Head; stateHash: string };
