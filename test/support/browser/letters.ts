import { z } from 'zod';
import { waitUntil } from '../real/waitUntil.js';

const Messages = z.object({ messages: z.array(z.object({ id: z.string(), to: z.array(z.string()) })) });
const Message = z.object({ subject: z.string(), text: z.string() });

/** The path of the link in the newest letter to somebody whose subject fits; waits until there is one. */
export async function linkInLetter(mailboxUrl: string, email: string, subject: RegExp): Promise<string> {
  return await waitUntil(`a letter to ${email} about ${subject}`, async () => {
    const { messages } = Messages.parse(await (await fetch(`${mailboxUrl}/messages`)).json());
    for (const { id } of messages.filter(({ to }) => to.includes(email)).reverse()) {
      const letter = Message.parse(await (await fetch(`${mailboxUrl}/messages/${id}`)).json());
      const link = /https?:\/\/[^\s/]+(\/tasks\/\S+)/.exec(letter.text)?.[1];
      if (subject.test(letter.subject) && link !== undefined) return link;
    }
    return undefined;
  });
}
