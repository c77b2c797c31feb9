const ROLES: Record<string, string> = {
  procurement: 'Procurement',
  'engineering-manager': 'Engineering manager',
  legal: 'Legal',
  privacy: 'Privacy',
  security: 'Security',
  executive: 'Executive',
  compliance: 'Compliance',
  'in-house-engineer': 'In-house engineer',
  'vendor-contact': 'Vendor contact',
  engineer: 'Engineer',
  operator: 'Operator',
};

/** `staff-augmentation` as a person reads it: "Staff augmentation". */
export const plain = (id: string): string => {
  const words = id.replaceAll('-', ' ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A role as it is called. */
export const roleName = (role: string): string => ROLES[role] ?? plain(role);

/** The name of a person; never an id. */
export const nameOf = (names: Record<string, string>, id: string): string => names[id] ?? 'Somebody';

/** `A`, `A and B`, `A, B and C`. */
export const listed = (items: string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

/** "a, b or c". */
export const oneOf = (items: string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(items);

/** "1 task", "3 tasks". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString()} ${n === 1 ? one : many}`;

/** Today as a day of the reader's calendar, `2026-09-01`. */
export const dayOfToday = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
