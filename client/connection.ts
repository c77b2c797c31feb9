import {
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

/** How the way to a Temporal server is secured; nothing: in clear, for this machine. */
export type TemporalSecurity = {
  tls?: Exclude<ConnectionOptions['tls'], boolean | null>;
  /** Sent with every call. */
  apiKey?: string;
};

const RESOURCE_EXHAUSTED = 8;
const CLOSING_TRIES = 60;
/** By itself gRPC would wait up to two minutes before it looks whether a server that was away for long is back. */
const LONGEST_RECONNECT_MS = 2_000;

type Status = Parameters<ReturnType<typeof defaultGrpcRetryOptions>['retryableDecider']>[1];

const isClosing = (status: Status): boolean =>
  status.code === RESOURCE_EXHAUSTED && /workflow is closing/i.test(String(status.details));

/**
 * Connects to a Temporal server, `host:port`.
 *
 * While a case hands over to its next run the server says "closing" for some milliseconds; the SDK would wait a second and more each time.
 */
export function connectTemporal(address: string, security: TemporalSecurity = {}): Promise<Connection> {
  const usual = defaultGrpcRetryOptions();
  const retry = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) =>
      isClosing(status) ? attempt <= CLOSING_TRIES : usual.retryableDecider(attempt, status),
    delayFunction: (attempt, status) =>
      isClosing(status) ? 10 + Math.random() * 20 : usual.delayFunction(attempt, status),
  });
  const channelArgs = { 'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS };
  return Connection.connect({ address, ...security, interceptors: [retry], channelArgs });
}
