import { nearest } from '../../../lib/private/rendering/nearest';

describe('the nearest known word', () => {
  test.each([
    ['a letter left out', 'enable', 'enabled'],
    ['a letter too many', 'enableed', 'enabled'],
    ['a wrong letter', 'enabxed', 'enabled'],
    ['two letters swapped', 'enalbed', 'enabled'],
    ['other capitals', 'ENABLED', 'enabled'],
    ['underscores', 'dapr_operator', 'daprOperator'],
    ['many underscores', 'd_a_p_r', 'dapr'],
    ['a third of the letters', 'replicaQuantx', 'replicaCount'],
  ])('is found in spite of %s', (_mistake, word, expected) => {
    expect(nearest(word, ['x', expected, 'unrelated'])).toBe(expected);
  });

  test('is the closest one', () => {
    expect(nearest('ports', ['porta', 'port', 'ports', 'post'])).toBe('ports');
    expect(nearest('logLevl', ['logFile', 'logLevel', 'logLev'])).toBe('logLevel');
  });

  test('is the first of equally close ones', () => {
    expect(nearest('pod', ['pad', 'pid'])).toBe('pad');
    expect(nearest('pod', ['pid', 'pad'])).toBe('pid');
  });

  test.each([
    ['no letter is shared', 'ha', ['io']],
    ['more than a third differs', 'replicas', ['replicaCount']],
    ['three of five letters differ', 'mtlss', ['proxy']],
    ['nothing is known', 'ha', []],
    ['nothing is asked', '', ['ha', 'h']],
  ])('is absent if %s', (_why, word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  test('may differ by two letters in a short word, not by three', () => {
    expect(nearest('abcd', ['abxy'])).toBe('abxy');
    expect(nearest('abcd', ['axyz'])).toBeUndefined();
  });
});
