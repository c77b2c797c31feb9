/** Roles that register and send documents. */
export const HANDLERS: readonly string[] = ['vendor-contact', 'procurement', 'legal', 'privacy', 'security'];
/** Roles that end a document for good. */
export const REVOKERS: readonly string[] = ['legal', 'procurement', 'vendor-contact'];
/** Roles that take over documents of earlier cases. */
export const REUSERS: readonly string[] = ['procurement', 'legal'];

/** The first of one's roles that may. */
export const roleAmong = (roles: readonly string[], may: readonly string[]): string | undefined =>
  roles.find((role) => may.includes(role));
