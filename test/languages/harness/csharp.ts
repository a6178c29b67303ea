import { readdir, readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { cdktfInCSharp } from './bindings';
import { Command, execute, LANGUAGES, PACKAGES, ROOT, VERSIONS } from './workshop';

const SOURCES = join(PACKAGES.csharp, 'CdktfAzureDapr');

/** What Program.cs takes from .NET, from the bindings of azurerm, and its own functions. */
const OTHER_WORDS = new Set(('Collections Console Dictionary Exception Generic IO File Message System WriteAllText '
  + 'Azurerm AzurermProvider AzurermProviderConfig AzurermProviderFeatures DataAzurermKubernetesCluster DataAzurermKubernetesClusterConfig Features '
  + 'Azapi Mistake Named NewAzurerm NewStack Production Quickstart Registration Secret Subscription Tokens Variable Warnings').split(' '));

/** Types and members of the assembly that the generated C# lacks. */
export async function missingInCSharp(): Promise<string[]> {
  const assembly = JSON.parse(await readFile(join(ROOT, '.jsii'), 'utf8'));
  const missing = await Promise.all(Object.values<any>(assembly.types).map(async (type) => {
    const files = type.datatype ? [type.name, `I${type.name}`] : [type.name];
    return (await Promise.all(files.map(async (file) => missingInFile(type, file)))).flat();
  }));
  return missing.flat();
}

async function missingInFile(type: any, file: string): Promise<string[]> {
  const source = await readFile(join(SOURCES, `${file}.cs`), 'utf8').catch(() => '');
  const declares = (pattern: string) => new RegExp(pattern, 'm').test(source);
  const kind = type.kind === 'enum' ? 'enum' : file === type.name ? 'class' : 'interface';
  const members: string[] = [
    ...(type.members ?? []).map(({ name }: any) => [name, `^ +${name},?$`]),
    ...(type.properties ?? []).map(({ name }: any) => [name, `^ +(?!\\[|///).* ${pascal(name)}$`]),
    ...(type.methods ?? []).map(({ name }: any) => [name, `^ +(?!\\[|///).* ${pascal(name)}\\(`]),
  ].filter(([, pattern]) => !declares(pattern)).map(([name]) => `${file}.${name}`);
  return declares(`^ +public .*${kind} ${file}\\b`) ? members : [file];
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many members the check above looks at. */
export async function memberCount(): Promise<{ types: number; members: number }> {
  const types: any[] = Object.values(JSON.parse(await readFile(join(ROOT, '.jsii'), 'utf8')).types);
  const count = (list?: unknown[]) => list?.length ?? 0;
  return { types: types.length, members: types.reduce((sum, type) => sum + count(type.members) + count(type.properties) + count(type.methods), 0) };
}

/** Names in Program.cs that neither the library nor cdktf declares: all that can be seen without a compiler. */
export async function unknownWords(): Promise<string[]> {
  const known = new Set(OTHER_WORDS);
  for (const folder of [SOURCES, await cdktfInCSharp()]) {
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.cs'));
    for (const source of await Promise.all(files.map(async (file) => readFile(join(folder, file), 'utf8')))) {
      words(source).forEach((word) => known.add(word));
    }
  }
  return words(await readFile(join(LANGUAGES, 'csharp/Program.cs'), 'utf8')).filter((word) => !known.has(word));
}

function words(source: string): string[] {
  const code = source.replace(/\/\/.*$/gm, '').replace(/"[^"]*"/g, '""');
  return [...new Set(code.match(/\b[A-Z]\w*\b/g))];
}

/** Builds Program.cs against the generated sources, with all else from the registry. */
export async function compileCSharp(folder: string): Promise<Command> {
  await writeFile(join(folder, 'App.csproj'), `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net8.0</TargetFramework>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="HashiCorp.Cdktf.Providers.Azurerm" Version="${VERSIONS.azurerm}" />
    <ProjectReference Include="${join(PACKAGES.csharp, 'CdktfAzureDapr.csproj')}" />
  </ItemGroup>
</Project>
`);
  await execute({ file: 'dotnet', args: ['build', '--nologo', '--output', 'bin'] }, folder);
  return { file: 'dotnet', args: ['bin/App.dll'] };
}
