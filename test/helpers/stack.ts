import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';

/** A stack with variables to make tokens of. */
export class TokenStack {
  public readonly stack = new TerraformStack(Testing.app(), 'stack');
  public readonly text = new TerraformVariable(this.stack, 'text', { type: 'string' });
  public readonly count = new TerraformVariable(this.stack, 'count', { type: 'number' });
  public readonly flag = new TerraformVariable(this.stack, 'flag', { type: 'bool' });
  public readonly texts = new TerraformVariable(this.stack, 'texts', { type: 'list(string)' });
  public readonly map = new TerraformVariable(this.stack, 'map', { type: 'map(string)' });

  private outputs = 0;

  /** What Terraform gets for a value: the value of an output, in the JSON of the stack. */
  public written(value: unknown): any {
    const name = `written${this.outputs++}`;
    new TerraformOutput(this.stack, name, { value, staticId: true });
    return this.json().output[name].value;
  }

  /** The JSON of the stack. */
  public json(): any {
    return JSON.parse(Testing.synth(this.stack));
  }
}
