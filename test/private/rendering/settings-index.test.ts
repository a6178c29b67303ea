import { settingsIndex } from '../../../lib/private/rendering/settings-index';
import { SAMPLE } from '../../helpers/sample-settings';

describe('the typed tree as a tree', () => {
  test('has structs with their members and settings at its ends', () => {
    const index = settingsIndex(SAMPLE);
    expect([...(index.get('ha') as Map<string, unknown>).keys()]).toEqual(['enabled', 'replicaCount', 'disruption']);
    expect(index.get('registry')).toBe(SAMPLE.get('registry'));
  });

  test('is made once for a table', () => {
    expect(settingsIndex(SAMPLE)).toBe(settingsIndex(SAMPLE));
    expect(settingsIndex(new Map())).not.toBe(settingsIndex(new Map()));
  });
});
