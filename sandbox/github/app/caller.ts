/** What an App may do where it is installed, in GitHub's names: `administration`, `members`. */
export type AppPermissions = Readonly<Record<string, 'read' | 'write'>>;

/** Whoever asks with what the App gives: as the App itself, or as one of its installations. */
export type AppCaller = { as: 'app' } | { as: 'installation'; permissions: AppPermissions; selected?: string[] };
