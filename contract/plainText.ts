/** What of a text is no text: NUL and other control characters, lone surrogates, characters that reverse the reading direction. */
const ODD = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** True for text without control characters, lone surrogates and direction overrides; line breaks and tabs are fine. */
export const isPlainText = (text: string): boolean => !ODD.test(text);
