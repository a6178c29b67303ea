/** Rewrites the committed JSON of all examples: `npx projen examples:write`. Nothing else does. */
import { readdir, rm, writeFile } from 'fs/promises';
import { join } from 'path';
import { committedFile, EXAMPLE_NAMES, EXAMPLES_DIR, synthExample } from './examples';

async function write(example: string): Promise<void> {
  const { stacks } = await synthExample(example);
  const dir = join(EXAMPLES_DIR, example);
  const old = (await readdir(dir)).filter((file) => file.endsWith('.tf.json'));
  await Promise.all(old.map((file) => rm(join(dir, file))));
  await Promise.all(Object.entries(stacks).map(([stack, json]) => writeFile(committedFile(example, stack), json)));
}

void Promise.all(EXAMPLE_NAMES.map(write));
