/** The code of a failed system call (`ENOENT`, `EACCES`, … of errno(3)); anything else thrown has none. */
export const errno = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};
