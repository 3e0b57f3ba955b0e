import { UserError } from '../../../src/errors.ts';

/** The expected failure of `work`. */
export const failure = async (
  work: () => unknown,
): Promise<{ message: string; hint: string | undefined; code: number }> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { message: error.message, hint: error.hint, code: error.code };
  }
  throw new Error('nothing failed');
};
