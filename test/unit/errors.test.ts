import { EXIT, UsageError, UserError } from '../../src/errors.ts';

test('a usage error exits with 2, any other user error with 1', () => {
  expect(new UsageError('two providers').code).toBe(EXIT.usage);
  expect(new UserError('no credentials', { hint: 'set one' })).toMatchObject({ code: 1, hint: 'set one' });
});
