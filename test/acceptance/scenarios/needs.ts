/** Name and version of the program, such as `terraform 1.11.4`, which `npm run test:acceptance` found out before it started jest. */
export const PROGRAM = process.env.ACCEPTANCE_PROGRAM ?? '';
if (PROGRAM === '') throw new Error('Scenarios are run by npm run test:acceptance.');

/** OpenTofu since 1.12 replaces, by `replace_triggered_by`, also when what is referred to is created; Terraform does so only when it changes. */
export const CREATION_TRIGGERS = PROGRAM.startsWith('tofu') && meets(PROGRAM, { terraform: '0.0', tofu: '1.12' });

/** The lowest version of each program that can run a scenario. */
export interface Needs {
  readonly terraform: string;
  readonly tofu: string;
}

/** `import` and `terraform_data`. */
export const AZURERM: Needs = { terraform: '1.5', tofu: '1.6' };
/** `moved` from one type to another: azapi's resource always has it. */
export const AZAPI: Needs = { terraform: '1.8', tofu: '1.10' };
/** Write-only arguments: azapi's protected settings. */
export const AZAPI_SECRETS: Needs = { terraform: '1.11', tofu: '1.11' };

/** Whether a program is new enough. */
export function meets(program: string, needs: Needs): boolean {
  const [name, version] = program.split(' ');
  const wanted = needs[name as keyof Needs].split('.').map(Number);
  const found = version.split(/[.-]/).map(Number);
  return found[0] !== wanted[0] ? found[0] > wanted[0] : found[1] >= wanted[1];
}
