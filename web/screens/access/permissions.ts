import { plain } from '../../kit/words.js';

const PERMISSIONS: Record<string, string> = { pull: 'Reads', triage: 'Reads', push: 'Reads and writes' };

/** What a permission lets somebody do, in the reader's words where the provider's are not. */
export const permissionName = (permission: string): string => PERMISSIONS[permission] ?? plain(permission);
