import type { Command } from 'commander';
import { z } from 'zod';
import { dataDirOf, readUpFile } from '../../workers/upFiles.js';
import { CliError, EXIT, unreachable } from '../exit.js';
import { withExamples } from '../lib/examples.js';
import { type Globals, optionsOf } from '../lib/globals.js';
import { heading, pairs, safe, show, table } from '../lib/print.js';
import { readable } from '../lib/times.js';

const Summary = z.object({
  id: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  receivedAt: z.string(),
  copies: z.number(),
});
const Mails = z.object({ messages: z.array(Summary) });
const Mail = Summary.extend({ text: z.string(), html: z.string().optional() });

/** `drawbridge mail`: the mailbox of a local `up`. */
export function addMail(program: Command): void {
  const mail = program.command('mail').description('read what a local "drawbridge up" has mailed');
  const list = mail
    .command('list')
    .description('list mails, newest first')
    .option('--to <text>', 'only those to an address that holds this')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<{ to?: string }>(command);
      const { messages } = await ask(options, '/messages', Mails);
      const { to } = options;
      const found = messages.filter((one) => to === undefined || one.to.some((address) => address.includes(to)));
      show(options.json, { messages: found }, () => inWords(found));
    });
  withExamples(list, 'mail list', 'mail list --to legal');
  const read = mail
    .command('show <id>')
    .description('show one mail')
    .action(async (id: string, _: unknown, command: Command) => {
      const options = optionsOf(command);
      const message = await ask(options, `/messages/${encodeURIComponent(id)}`, Mail);
      show(options.json, message, () =>
        [
          pairs([
            ['From', message.from],
            ['To', message.to.join(', ')],
            ['When', readable(message.receivedAt)],
            ['Message-ID', message.messageId],
            ['Copies', message.copies],
          ]),
          heading(message.subject),
          safe(message.text).trim(),
        ].join('\n'),
      );
    });
  withExamples(read, 'mail show 000012');
}

function inWords(messages: z.infer<typeof Summary>[]): string {
  if (messages.length === 0) return 'No mail has been sent.';
  return table(
    ['ID', 'WHEN', 'TO', 'SUBJECT', 'COPIES'],
    messages.map((one) => [one.id, readable(one.receivedAt), one.to.join(', '), one.subject, one.copies]),
  );
}

async function ask<T>(globals: Globals, path: string, schema: z.ZodType<T>): Promise<T> {
  const up = await readUpFile(dataDirOf(globals.data));
  if (up === undefined) throw unreachable('No drawbridge runs on this data.', 'Start one with "drawbridge up".');
  if (up.mailboxUrl === undefined)
    throw new CliError(EXIT.notFound, 'This drawbridge mails through your own SMTP server: read it there.');
  const response = await fetch(`${up.mailboxUrl}${path}`, { signal: AbortSignal.timeout(10_000) }).catch(() => {
    throw unreachable('The mailbox cannot be reached: is "drawbridge up" still running?');
  });
  if (response.status === 404) throw new CliError(EXIT.notFound, 'There is no such mail.');
  return schema.parse(await response.json());
}
