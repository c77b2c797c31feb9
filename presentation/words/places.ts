/** A resource by the name that people know it by: without its provider. */
export const placeText = (ref: string): string => ref.replace(/^[a-z][a-z0-9-]{0,30}:(?=\S)/, '');
