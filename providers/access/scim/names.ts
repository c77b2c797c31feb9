/** Longest name of a user or a group that is asked for, and longest id that is believed, characters. */
const LONGEST_NAME = 256;
const LONGEST_ID = 512;

/** True for what can be a user name or the display name of a group. */
export const isName = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_NAME && text.trim() === text && !/\p{Cc}/u.test(text);

/** True for an id that can stand in a path: a dot or two would lead elsewhere. */
export const isId = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_ID && !/^\.{1,2}$/.test(text) && !/\p{Cc}/u.test(text);

/** True when both are one name in SCIM's eyes, which ignores upper and lower case of them (RFC 7643, 4.1.1 and 4.2). */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `attribute eq "value"`, the value quoted as JSON quotes, so that nothing in it ends the filter (RFC 7644, 3.4.2.2). */
export const equals = (attribute: string, value: string): string => `${attribute} eq ${JSON.stringify(value)}`;
