import { HubConnectionBuilder, HttpTransportType, LogLevel } from '@microsoft/signalr';
import { eventNames, type Envelope, type LiveEvent, type Snapshot, type Subscription } from './events';

/** One connection's life: opened once, closed once. */
export interface Hub {
  open(): Promise<void>;
  close(): Promise<void>;
  subscribe(to: Subscription): Promise<Snapshot>;
  unsubscribe(from: Subscription): Promise<void>;
}

export interface HubListener {
  onEvent(event: LiveEvent): void;
  onCutOff(reason: string): void;
  onClosed(): void;
}

export type OpenHub = (listener: HubListener) => Hub;

export const signalRHub: OpenHub = (listener) => {
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/trading', { transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
    .configureLogging(LogLevel.None)
    .build();

  for (const name of eventNames)
    connection.on(name, (envelope: Envelope<never>) => listener.onEvent({ name, ...envelope } as LiveEvent));
  connection.on('disconnected', (farewell: { reason?: string } | undefined) => listener.onCutOff(farewell?.reason ?? 'unknown'));
  connection.onclose(() => listener.onClosed());

  return {
    open: () => connection.start(),
    close: () => connection.stop(),
    subscribe: (to) => connection.invoke<Snapshot>('Subscribe', to),
    unsubscribe: (from) => connection.invoke<void>('Unsubscribe', from),
  };
};
