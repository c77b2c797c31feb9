/** What of the record is read in a way that is itself recorded. */
export const READ_KINDS = [
  'story',
  'report',
  'certificate',
  'ledger',
  'export',
  'document',
  'population',
  'sample',
  'readings',
] as const;
export type ReadKind = (typeof READ_KINDS)[number];
