import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { reportFailure } from '../../../../src/ui/shell/report-failure';
import { createFakePorts } from '../support/fake-ports';

describe('an error that nothing in a page caught', () => {
  it('is reported without what it quotes', () => {
    const fake = createFakePorts({ answers: { 'problem.report': () => ({}) } });
    const error = new SyntaxError('Unexpected token in "hidden"');
    error.stack = '';
    reportFailure(fake.ports, 'popup', error);
    const failure = { name: 'SyntaxError', message: 'unexpected token in …', frames: [] };
    expect(fake.calls).toEqual([{ name: 'problem.report', input: { page: 'popup', failure } }]);
  });

  it('is not reported when the background told it, or when it is none', () => {
    const fake = createFakePorts();
    reportFailure(fake.ports, 'panel', new AppError('unexpected'));
    reportFailure(fake.ports, 'panel', 'ResizeObserver loop completed with undelivered notifications.');
    expect(fake.calls).toEqual([]);
  });
});
