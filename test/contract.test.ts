import { readFileSync } from 'fs';
import { join } from 'path';

// The test task compiles first: without the assembly there is no contract to check.
const assembly = JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8'));
const types: any[] = Object.values(assembly.types);
const members = types.flatMap((type) => [...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []]
  .map((member: any) => ({ name: `${type.name}.${member.name}`, type, member })));

test('there is a public API', () => {
  expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining(['DaprExtension', 'DaprExtensionProps', 'DaprCluster', 'DaprWarnings']));
});

test.each(types.map((type) => [type.name, type]))('%s is documented', (_, type) => {
  expect(type.docs?.summary).toMatch(/\S/);
});

test.each(members.map(({ name, member }) => [name, member]))('%s is documented', (_, member) => {
  expect(member.docs?.summary).toMatch(/\S/);
});

test.each(members.filter(({ type, member }) => type.datatype && member.optional).map(({ name, member }) => [name, member]))(
  '%s says its default', (_, member) => {
    expect(member.docs.default).toMatch(/\S/);
  });

test('the API mentions types of constructs, cdktf and its own, and no other', () => {
  const mentioned = new Set([...JSON.stringify(types).matchAll(/"fqn":"([^".]+)\./g)].map(([, name]) => name));
  expect([...mentioned].sort()).toStrictEqual(['cdktf', 'cdktf-azure-dapr', 'constructs']);
  expect(JSON.stringify(types)).not.toContain('provider-azurerm');
});

test('each language has its package', () => {
  expect(assembly.targets).toMatchObject({
    python: { distName: 'cdktf-azure-dapr', module: 'cdktf_azure_dapr' },
    java: { package: 'io.github.cdktfazuredapr', maven: { groupId: 'io.github.cdktf-azure-dapr', artifactId: 'cdktf-azure-dapr' } },
    dotnet: { namespace: 'CdktfAzureDapr', packageId: 'CdktfAzureDapr' },
    go: { moduleName: 'github.com/cdktf-azure-dapr/cdktf-azure-dapr-go', packageName: 'cdktfazuredapr' },
  });
});

test('the package has no dependencies at run time', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  expect(dependencies).toBeUndefined();
  expect(Object.keys(peerDependencies).sort()).toStrictEqual(['@cdktf/provider-azurerm', 'cdktf', 'constructs']);
});
