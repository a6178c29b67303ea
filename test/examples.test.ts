import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { committedFile, EXAMPLE_NAMES, ExampleName, EXAMPLES, EXAMPLES_DIR, INPUTS, SynthesizedExample, synthExample } from './helpers/examples';
import { syntaxProblems } from './helpers/terraform-json';

const synthesized = {} as Record<ExampleName, SynthesizedExample>;
const stacks = EXAMPLE_NAMES.flatMap((example) => EXAMPLES[example].map((stack) => ({ example, stack })));

beforeAll(async () => {
  await Promise.all(EXAMPLE_NAMES.map(async (example) => {
    synthesized[example] = await synthExample(example);
  }));
}, 120_000);

test('every folder under examples/ is tested', () => {
  // Those of the other languages are run by test/languages, which has the toolchains.
  const otherLanguages = ['go', 'java', 'python'];
  const folders = readdirSync(EXAMPLES_DIR, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual([...EXAMPLE_NAMES, ...otherLanguages].sort());
});

describe.each(EXAMPLE_NAMES)('%s', (example) => {
  test('holds its app and the JSON of each of its stacks, and nothing else', () => {
    const expected = ['main.ts', ...INPUTS[example] ?? [], ...EXAMPLES[example].map((stack) => `${stack}.tf.json`)];
    expect(readdirSync(join(EXAMPLES_DIR, example)).sort()).toEqual(expected.sort());
    expect(Object.keys(synthesized[example].stacks).sort()).toEqual(EXAMPLES[example]);
  });

  test('gives no warning that is not acknowledged', () => {
    expect(synthesized[example].annotations).toEqual([]);
  });
});

describe.each(stacks)('$example, stack $stack', ({ example, stack }) => {
  test('yields the committed JSON (if the change is meant: npx projen examples:write, and read the diff)', () => {
    expect(synthesized[example].stacks[stack]).toBe(readFileSync(committedFile(example, stack), 'utf8'));
  });

  test('holds nothing that Terraform\'s JSON syntax refuses', () => {
    expect(syntaxProblems(synthesized[example].stacks[stack])).toEqual([]);
  });
});

test('the quickstart is what cdktf.json runs', () => {
  const { app } = JSON.parse(readFileSync(join(EXAMPLES_DIR, '../cdktf.json'), 'utf8'));
  expect(app).toMatch(/ examples\/quickstart\/main\.ts$/);
});

describe('the check of the syntax finds', () => {
  const resource = (block: object) => JSON.stringify({ resource: { some_type: { Some: { name: 'x', ...block } } } });

  test.each([
    ['an expression in depends_on', resource({ depends_on: ['${some_type.Other}'] }), 'resource.some_type.Some.depends_on.0 is no bare address'],
    ['an expression in replace_triggered_by', resource({ lifecycle: { replace_triggered_by: ['${terraform_data.A}'] } }), 'is no bare address'],
    ['an expression in ignore_changes', resource({ lifecycle: { ignore_changes: ['${x}'] } }), 'is no bare address'],
    ['an expression as provider', resource({ provider: '${azurerm.arc}' }), 'resource.some_type.Some.provider is no bare address'],
    ['an expression in moved', JSON.stringify({ moved: [{ from: 'a.B', to: '${a.C}' }] }), 'moved.0.to is no bare address'],
    ['an expression in import.to', JSON.stringify({ import: [{ id: '${var.id}', to: '${a.C}' }] }), 'import.0.to is no bare address'],
    ['an empty lifecycle', resource({ lifecycle: {} }), 'resource.some_type.Some.lifecycle is empty'],
    ['an empty list', resource({ depends_on: [] }), 'resource.some_type.Some.depends_on is empty'],
    ['an absolute path', JSON.stringify({ terraform: { backend: { path: '/home/me/x.tfstate' } } }), 'terraform.backend.path is an absolute path'],
    ['a token', resource({ name: '${TfToken[TOKEN.0]}' }), 'a token that was never resolved'],
  ])('%s', (_, json, problem) => {
    expect(syntaxProblems(json)).toEqual([expect.stringContaining(problem)]);
  });

  test('nothing in addresses, resource IDs and expressions where they belong', () => {
    const id = '/subscriptions/0/resourceGroups/rg';
    expect(syntaxProblems(JSON.stringify({
      provider: { azurerm: [{ features: [{}], alias: 'arc' }] },
      resource: {
        some_type: {
          Some: {
            '//': {},
            'cluster_id': id,
            'name': '${var.name}',
            'depends_on': ['a.B', 'module.C["d"]'],
            'provider': 'azurerm.arc',
            'lifecycle': { ignore_changes: 'all' },
          },
        },
      },
      import: [{ id, to: 'a.B' }],
    }))).toEqual([]);
  });
});
