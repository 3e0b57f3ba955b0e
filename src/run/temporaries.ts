import type { Files, World } from '../world.ts';

/** A world that remembers the temporary files it makes. */
export const keepTrack = (world: World): { readonly keeping: World; readonly made: readonly string[] } => {
  const made: string[] = [];
  const temporary: Files['temporary'] = async (...file) => {
    const path = await world.files.temporary(...file);
    made.push(path);
    return path;
  };
  // Not a copy: some properties are read only when they are needed.
  const keeping: World = Object.create(world, { files: { value: { ...world.files, temporary } } });
  return { keeping, made };
};
