import { PassThrough, type Readable } from 'node:stream';
import type { EventName } from '../../contract/console/events.js';

/** Bytes that may wait for a slow reader; whoever is further behind connects again and reads anew. */
const BEHIND_MAX = 64 * 1024;
/** How long a browser waits before it connects again, milliseconds. */
const RETRY_MS = 2_000;

/** One reader's stream of server-sent events. */
export type EventStream = {
  body: Readable;
  /** `id`: sent back as `Last-Event-ID` by whoever connects again. */
  send(event: EventName, data?: object, id?: string): void;
  /** Ends it after what was sent. */
  end(): void;
  /** Calls it once the stream is over, at once where it is already. */
  onClosed(then: () => void): void;
};

/** Opens a stream. */
export function openStream(): EventStream {
  const body = new PassThrough();
  // A reader that goes away is no error of ours.
  body.on('error', () => undefined);
  // An id from the start, so that whoever connects again says so even if nothing has happened.
  body.write(`retry: ${RETRY_MS}\nid: 0\n\n`);
  return {
    body,
    send(event, data = {}, id) {
      if (body.writableEnded || body.destroyed) return;
      if (body.writableLength + body.readableLength > BEHIND_MAX) {
        body.destroy();
        return;
      }
      body.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end: () => void body.end(),
    onClosed: (then) => (body.closed ? then() : void body.once('close', then)),
  };
}
