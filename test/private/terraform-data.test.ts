import { TerraformStack, Testing } from 'cdktf';
import { TerraformData } from '../../lib/private/terraform-data';

const INPUT = { placement: 'none', scheduler: '${var.known ? "size 1Gi, class x" : "none"}' };

function stackWithData(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'Stack');
  new TerraformData(stack, 'Data', INPUT);
  return stack;
}

test('holds its input, in JSON, without a provider of its own', () => {
  const json = JSON.parse(Testing.synth(stackWithData()));
  delete json.resource.terraform_data.Data['//'];
  expect(json.resource).toStrictEqual({ terraform_data: { Data: { input: INPUT } } });
  expect(json).not.toHaveProperty('provider');
});

test('holds its input in HCL', () => {
  const lines = Testing.synthHcl(stackWithData()).split('\n').map((line: string) => line.trim()).filter((line: string) => line !== '');
  expect(lines.slice(lines.indexOf('resource "terraform_data" "Data" {'))).toStrictEqual([
    'resource "terraform_data" "Data" {',
    'input = {',
    'placement = "none"',
    'scheduler = "${var.known ? "size 1Gi, class x" : "none"}"',
    '}',
    '}',
  ]);
});

test('keeps what is overridden', () => {
  const stack = stackWithData();
  (stack.node.findChild('Data') as TerraformData).addOverride('input.extra', 'x');
  expect(JSON.parse(Testing.synth(stack)).resource.terraform_data.Data.input).toStrictEqual({ ...INPUT, extra: 'x' });
});
