import { Problem, problemFrom } from './problem';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null;
}

type QueryValue = string | number | boolean | null | undefined;

export function get<T>(path: string, query: Record<string, QueryValue> = {}, signal?: AbortSignal): Promise<T> {
  return request<T>('GET', path + queryString(query), undefined, signal);
}

export function post<T>(path: string, body?: unknown, query: Record<string, QueryValue> = {}): Promise<T> {
  return request<T>('POST', path + queryString(query), body);
}

async function request<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } };
  if (signal) init.signal = signal;
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }

  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, 'unreachable', 'The engine cannot be reached.');
  }

  const answer: unknown = await response.json().catch(() => undefined);
  // An answer cut short by the caller must not pass for an empty one.
  signal?.throwIfAborted();
  if (!response.ok || answer === undefined) throw problemFrom(response.status, answer);
  return answer as T;
}

function queryString(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
