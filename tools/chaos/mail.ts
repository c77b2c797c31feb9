import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { listenSmtp } from '../../sandbox/mail/mailSmtp.js';
import { randomOf } from './random.js';

const FAULTS = ['lost-before-kept', 'kept-but-unanswered', 'deferred', 'slow', 'dropped-after-data'] as const;
export type MailTrouble = (typeof FAULTS)[number];

/** One delivery that the mail server kept. */
export type Delivered = { messageId: string; resend: boolean };

/** A mail server on loopback that keeps what it is given, and misbehaves. */
export type ChaosMail = {
  url: string;
  deliveries: Delivered[];
  faults: Record<MailTrouble | 'down', number>;
  /** Refuses connections until it is called with false. */
  setDown(down: boolean): Promise<void>;
  /** From now on every letter is taken at once. */
  calm(): void;
  stop(): Promise<void>;
};

const SLOW_MS = 400;

/** `share` of the letters meets each of the faults. `patienceMs`: for how long senders wait for an answer. */
export async function startMail(seed: number, share: number, patienceMs: number): Promise<ChaosMail> {
  const random = randomOf(seed, 'mail');
  const deliveries: Delivered[] = [];
  const faults = {
    'lost-before-kept': 0,
    'kept-but-unanswered': 0,
    deferred: 0,
    slow: 0,
    'dropped-after-data': 0,
    down: 0,
  };
  let calm = false;
  const keep = async (raw: Buffer) => {
    const { messageId = '', headers } = await simpleParser(raw);
    deliveries.push({ messageId, resend: headers.has('x-drawbridge-resend') });
  };
  const smtp = await listenSmtp(0, async (_envelope, raw) => {
    const fault = calm ? undefined : FAULTS[Math.floor(random.next() / share)];
    if (fault !== undefined) faults[fault]++;
    if (fault === 'deferred') throw Object.assign(new Error('Try again later'), { responseCode: 451 });
    if (fault === 'lost-before-kept') return void (await wait(patienceMs * 1.5));
    if (fault === 'slow') await wait(SLOW_MS);
    await keep(raw);
    // The sender hangs up before the answer comes: it is accepted late, and nobody is told.
    if (fault === 'kept-but-unanswered') await wait(patienceMs * 1.5);
    if (fault === 'dropped-after-data') await smtp.setFault('down').then(() => smtp.setFault('none'));
  });
  return {
    url: `smtp://127.0.0.1:${smtp.port}`,
    deliveries,
    faults,
    async setDown(down) {
      if (down) faults.down++;
      await smtp.setFault(down ? 'down' : 'none');
    },
    calm: () => {
      calm = true;
    },
    stop: () => smtp.stop(),
  };
}
