import { get, type IncomingMessage } from 'node:http';
import { waitUntil } from '../real/waitUntil.js';
import type { TestApi } from './harness.js';

type Told = { event: string; data: unknown; id?: string };

/** What a stream has told so far; `ended` once nothing more comes. */
export type Heard = {
  status: number;
  events: Told[];
  ended: boolean;
  /** Waits for an event of this name, with this data where it is given. */
  until(event: string, data?: object): Promise<void>;
  close(): void;
};

function toldIn(block: string): Told[] {
  const lines = block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  const { event, data = 'null', id } = Object.fromEntries(lines);
  return event === undefined ? [] : [{ event, data: JSON.parse(data), ...(id !== undefined && { id }) }];
}

/** Follows `GET /api/events` on a connection of its own. */
export async function follow(api: TestApi, headers: Record<string, string>): Promise<Heard> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${api.url}/api/events`, { headers, agent: false }, resolve).on('error', reject);
  });
  let rest = '';
  const heard: Heard = {
    status: answer.statusCode ?? 0,
    events: [],
    ended: false,
    until: async (event, data) => {
      const isIt = (one: Told) =>
        one.event === event && (data === undefined || JSON.stringify(one.data) === JSON.stringify(data));
      await waitUntil(`${event} ${JSON.stringify(data)}`, () => heard.events.some(isIt));
    },
    close: () => void answer.destroy(),
  };
  answer.setEncoding('utf8');
  answer.on('error', () => undefined);
  answer.on('close', () => {
    heard.ended = true;
  });
  answer.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    heard.events.push(...blocks.flatMap(toldIn));
  });
  return heard;
}
