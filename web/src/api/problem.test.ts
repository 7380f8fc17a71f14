import { describe, expect, it } from 'vitest';
import { faultsByField, Problem, problemFrom, problemOf } from './problem';

const fields = ['symbols', 'initial_balance'];

describe('problemFrom', () => {
  it('takes code, detail and every fault of a problem document', () => {
    const fault = { path: '$.symbols[0]', code: 'unknown_symbol', message: 'NO_USDT is not known.' };
    const problem = problemFrom(400, { type: 'about:blank', title: 'Bad request', status: 400, detail: 'One fault.', code: 'invalid_request', errors: [fault] });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', message: 'One fault.', faults: [fault] });
  });

  it('shows the title where there is no detail', () => {
    expect(problemFrom(409, { title: 'Not running', code: 'session_not_running' }).message).toBe('Not running');
  });

  it('makes a problem of any other answer', () => {
    expect(problemFrom(502, undefined)).toMatchObject({ status: 502, code: 'unexpected_answer', faults: [] });
    expect(problemFrom(500, { errors: ['odd', { path: 1 }] }).faults).toEqual([{ path: '$', code: 'invalid', message: 'This is not valid.' }]);
  });
});

describe('faultsByField', () => {
  const problem = new Problem(400, 'invalid_request', '', [
    { path: '$.symbols[0]', code: 'a', message: '' },
    { path: '$.symbols[3]', code: 'b', message: '' },
    { path: '$.initial_balance', code: 'c', message: '' },
    { path: '$.warm_up_s', code: 'd', message: '' },
    { path: '$', code: 'e', message: '' },
  ]);

  it('puts each fault beside its field, and the rest together', () => {
    const codes = [...faultsByField(problem, fields)].map(([field, faults]) => [field, faults.map((fault) => fault.code)]);
    expect(codes).toEqual([['symbols', ['a', 'b']], ['initial_balance', ['c']], ['', ['d', 'e']]]);
  });
});

describe('problemOf', () => {
  it('keeps a problem and wraps anything else', () => {
    const problem = new Problem(404, 'no_position', 'None.');
    expect(problemOf(problem)).toBe(problem);
    expect(problemOf(new TypeError('oops'))).toMatchObject({ code: 'internal', message: 'oops' });
  });
});
