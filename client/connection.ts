import { InterceptingCall, type InterceptorOptions, Metadata, type NextCall, status } from '@grpc/grpc-js';
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

const CLOSING_TRIES = 60;
/** By itself gRPC would wait up to two minutes before it looks whether a server that was away for long is back. */
const LONGEST_RECONNECT_MS = 2_000;

type Status = Parameters<ReturnType<typeof defaultGrpcRetryOptions>['retryableDecider']>[1];

const isClosing = ({ code, details }: Status): boolean =>
  code === status.RESOURCE_EXHAUSTED && /workflow is closing/i.test(String(details));

/** A call on a connection that is closed: nothing is sent, and whoever waits hears that it is cancelled. */
const cancelledCall = (): InterceptingCall =>
  new InterceptingCall({
    start: (_metadata, listener) =>
      process.nextTick(() => {
        listener?.onReceiveMessage?.(null);
        const details = 'The connection to Temporal is closed.';
        listener?.onReceiveStatus?.({ code: status.CANCELLED, details, metadata: new Metadata() });
      }),
    sendMessageWithContext: () => undefined,
    sendMessage: () => undefined,
    startRead: () => undefined,
    halfClose: () => undefined,
    cancelWithStatus: () => undefined,
    getPeer: () => '',
    getAuthContext: () => null,
  });

/** A call that waited for its next try while the connection was closed is cancelled; by itself gRPC throws out of a timer, which ends the process. */
function cancelledOnceClosed(options: InterceptorOptions, next: NextCall): InterceptingCall {
  try {
    return new InterceptingCall(next(options));
  } catch {
    return cancelledCall();
  }
}

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
  return Connection.connect({ address, ...security, interceptors: [retry, cancelledOnceClosed], channelArgs });
}
