/**
 * FNV-1a of 32 bits (RFC 9923, offset basis and prime): names for files, where a good hash would take longer to load than the
 * file to read. What has the same name is told apart by what is in it.
 */
export const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};
