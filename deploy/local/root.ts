import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function above(folder: string): string {
  if (existsSync(join(folder, 'nest-cli.json'))) return folder;
  if (dirname(folder) === folder) throw new Error('The folder of the project was not found.');
  return above(dirname(folder));
}

/** The project's folder, found from the sources as well as from dist, whatever the working directory is. */
export const root = above(__dirname);
