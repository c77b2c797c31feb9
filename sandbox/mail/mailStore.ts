import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';
import { loadPart } from '../errors.js';

/** One message as the mailbox lists it; a resend with the same Message-ID is the same message. */
export type MailSummary = {
  id: string;
  /** The Message-ID header without angle brackets; the mailbox's own id when the sender gave none. */
  messageId: string;
  from: string;
  /** Whom it was really delivered to, by the SMTP envelope. */
  to: string[];
  subject: string;
  /** When the first copy arrived, ISO 8601 in UTC; wall clock, also in a rehearsal. */
  receivedAt: string;
  /** How many times it was delivered. */
  copies: number;
};

/** A message to read. */
export type MailMessage = MailSummary & {
  text: string;
  html?: string;
  /** Header lines as they came, in order. */
  headers: { name: string; value: string }[];
};

/** What the envelope of a delivery said. */
export type Envelope = { from: string; to: string[] };

/** All deliveries, in memory and, when there is a folder, each in a file of its own. */
export type MailStore = {
  /** Keeps a delivery; resolved only when it is on disk. */
  add(envelope: Envelope, raw: Buffer): Promise<void>;
  list(): MailSummary[];
  read(id: string): MailMessage | null;
};

type Delivery = { id: string; receivedAt: string; envelope: Envelope; parsed: ParsedMail };

/** Opens the store and reads what its folder holds; a null folder keeps everything in memory. */
export async function openMailStore(dir: string | null): Promise<MailStore> {
  const { simpleParser } = await loadPart('The mailbox', () => import('mailparser'));
  const deliveries: Delivery[] = [];
  const byId = new Map<string, Delivery>();
  const keep = (delivery: Delivery) => {
    deliveries.push(delivery);
    byId.set(delivery.id, delivery);
  };
  if (dir !== null) {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(dir)).filter((one) => one.endsWith('.eml')).sort()) {
      const parsed = await simpleParser(await readFile(join(dir, name)));
      keep({ id: name.slice(0, -'.eml'.length), parsed, ...traceOf(parsed) });
    }
  }
  let next = Number(deliveries.at(-1)?.id ?? 0) + 1;
  return {
    async add(envelope, raw) {
      const id = String(next++).padStart(6, '0');
      const receivedAt = new Date().toISOString();
      const bytes = Buffer.concat([trace(envelope, receivedAt), raw]);
      if (dir !== null) await writeDurably(join(dir, `${id}.eml`), bytes);
      keep({ id, receivedAt, envelope, parsed: await simpleParser(bytes) });
    },
    list: () => summaries(deliveries),
    read(id) {
      const delivery = byId.get(id);
      const summary = delivery && summaries(deliveries).find((one) => one.messageId === messageIdOf(delivery));
      if (!delivery || !summary) return null;
      const { text, html, headerLines } = delivery.parsed;
      const headers = headerLines.map(({ key, line }) => ({
        name: key,
        value: line.slice(line.indexOf(':') + 1).trim(),
      }));
      return { ...summary, id, text: text ?? '', ...(html && { html }), headers };
    },
  };
}

/** The newest message first; copies are folded into the first one. */
function summaries(deliveries: Delivery[]): MailSummary[] {
  const byMessageId = new Map<string, MailSummary>();
  for (const delivery of deliveries) {
    const messageId = messageIdOf(delivery);
    const known = byMessageId.get(messageId);
    if (known) known.copies++;
    else byMessageId.set(messageId, { ...summaryOf(delivery), messageId, copies: 1 });
  }
  return [...byMessageId.values()].reverse();
}

function summaryOf({ id, receivedAt, envelope, parsed }: Delivery) {
  return { id, from: parsed.from?.text ?? envelope.from, to: envelope.to, subject: parsed.subject ?? '', receivedAt };
}

function messageIdOf(delivery: Delivery): string {
  return delivery.parsed.messageId?.replace(/^<|>$/g, '') ?? delivery.id;
}

/** Trace lines as a delivering server puts them on top, so that a file alone tells envelope and time. */
function trace(envelope: Envelope, receivedAt: string): Buffer {
  const lines = [
    `Return-Path: <${envelope.from}>`,
    ...envelope.to.map((address) => `Delivered-To: ${address}`),
    `X-Received-At: ${receivedAt}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function traceOf(parsed: ParsedMail): { receivedAt: string; envelope: Envelope } {
  const values = (name: string) =>
    parsed.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).trim());
  return {
    receivedAt: values('x-received-at')[0] ?? new Date(0).toISOString(),
    envelope: { from: (values('return-path')[0] ?? '').replace(/^<|>$/g, ''), to: values('delivered-to') },
  };
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
