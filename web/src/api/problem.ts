/** One thing wrong with what was sent, with the JSON path of what it concerns. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal or failure of the engine (RFC 9457), or of the way to it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** Reads a problem document; anything else that was answered becomes a problem that says so. */
export function problemFrom(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null)
    return new Problem(status, 'unexpected_answer', `The engine answered ${status} without saying why.`);

  const { code, title, detail, errors } = body as Record<string, unknown>;
  return new Problem(
    status,
    text(code) ?? 'unexpected_answer',
    text(detail) ?? text(title) ?? `The engine answered ${status}.`,
    Array.isArray(errors) ? errors.flatMap(faultFrom) : [],
  );
}

/** What to show for anything that was thrown. */
export function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, 'internal', error instanceof Error ? error.message : String(error));
}

/** Faults by the first name of their path, so that a form can show each beside its field; `''` holds the rest. */
export function faultsByField(problem: Problem, fields: readonly string[]): ReadonlyMap<string, readonly Fault[]> {
  const byField = new Map<string, Fault[]>();
  for (const fault of problem.faults) {
    const name = /^\$\.?([A-Za-z_]\w*)/.exec(fault.path)?.[1] ?? '';
    const field = fields.includes(name) ? name : '';
    const list = byField.get(field);
    if (list) list.push(fault);
    else byField.set(field, [fault]);
  }
  return byField;
}

function faultFrom(value: unknown): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  const { path, code, message } = value as Record<string, unknown>;
  return [{ path: text(path) ?? '$', code: text(code) ?? 'invalid', message: text(message) ?? 'This is not valid.' }];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
