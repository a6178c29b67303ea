import { SAMPLE } from './sample-settings';
import { Problem } from '../../lib/private/problem';
import { renderSettings } from '../../lib/private/rendering/render-settings';

/** What a tree that has no problem renders to, as a plain object. */
export function rendered(tree: object): Record<string, string> {
  const result = renderSettings(tree, SAMPLE);
  expect(result.problems).toEqual([]);
  expect([...result.sensitive.keys()]).toEqual([]);
  return Object.fromEntries(result.rendered);
}

/** The one problem of a tree, of which nothing is rendered. */
export function problemOf(tree: object): Problem {
  const result = renderSettings(tree, SAMPLE);
  expect([...result.rendered, ...result.sensitive]).toEqual([]);
  expect(result.problems).toHaveLength(1);
  return result.problems[0];
}
