import type { Draft } from './model.js';

/** What somebody is told who wants to sign in. */
export type SignInLetter = {
  /** Digits. */
  code: string;
  /** How long it counts. */
  minutes: number;
  reader: { name: string };
  /** Without a slash at the end. */
  baseUrl: string;
};

/** Words the letter with a sign-in code. No link holds the code: programs that open links use up nothing. */
export function draftSignInLetter({ code, minutes, reader, baseUrl }: SignInLetter): Draft {
  const half = code.length / 2;
  const { host } = new URL(baseUrl);
  return {
    subject: 'Your code to sign in to Drawbridge',
    head: [host],
    heading: `${code.slice(0, half)} ${code.slice(half)}`,
    reader: reader.name,
    intro: [
      `Enter this code in the browser in which you asked for it. It works for ${minutes} minutes, once, and nowhere else.`,
      'You did not ask for a code? Do nothing: without your browser it is of no use to anybody. Never tell it to anyone.',
    ],
    items: [],
    href: `${baseUrl}/sign-in`,
    client: host,
  };
}
