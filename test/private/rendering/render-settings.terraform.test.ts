import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Fn, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import * as fc from 'fast-check';
import { renderSettings } from '../../../lib/private/rendering/render-settings';
import { SAMPLE } from '../../helpers/sample-settings';
import { parseSet } from '../../helpers/set-parser';

/** Texts that Helm would misread in one way or another, and some that it would not. */
const NASTY = [
  'plain', 'a,b\\c', '{x', '{x,y}', 'a{b}', '\\', '\\\\', ',', '}', '\\,', '{', '"', 'say "hi"', 'two\nlines', 'tab\t', 'a=b', 'x.y[0]', '${x}', '%{x}', '$', '%', '100%',
  '/regex/', '/,/', 'C:\\dapr\\raft', '{{ .Release.Name }}', 'ünïcode €', ' space ', "it's", '#', '<&>',
  ...fc.sample(fc.array(fc.constantFrom(...'\\,{}"\n/$%.=[]ab'), { minLength: 1, maxLength: 9 }).map((signs) => `x${signs.join('')}`), { numRuns: 60, seed: 1 }),
];

const stack = new TerraformStack(Testing.app(), 'stack');
const variable = (name: string, type: string, sensitive = false) => new TerraformVariable(stack, name, { type, sensitive });
const texts = variable('texts', 'list(string)');
const none = variable('none', 'list(string)');
const number = variable('number', 'number');
const flag = variable('flag', 'bool');
const secret = variable('secret', 'string', true);

/** Makes an output of what the extension would get for a tree. */
function send(name: string, tree: object): Record<string, string> {
  const { rendered, sensitive, problems } = renderSettings(tree, SAMPLE);
  expect(problems).toEqual([]);
  const value = Object.fromEntries([...rendered, ...sensitive]);
  new TerraformOutput(stack, `sent_${name}`, { staticId: true, value, sensitive: name === 'secret' });
  return value;
}

/** What Helm reads of what Terraform makes of the outputs: one run for all tests. */
const outputs: Record<string, { value: Record<string, string>; sensitive: boolean }> = {};
const helm = (name: string): any => parseSet(Object.entries(outputs[`sent_${name}`].value).map((pair) => pair.join('=')).join(','));

beforeAll(() => {
  NASTY.forEach((_, index) => {
    const text = Token.asString(Fn.element(texts.listValue, index));
    send(`text${index}`, {
      registry: text,
      nodeSelector: { 'a.b': text },
      tolerations: [{ key: text, value: `x${text}` }],
      imagePullSecrets: [text],
      extraVolumes: { sentry: [{ name: text, path: `{"\\${text},` }] },
      daprOperator: { extraEnvVars: { A: text } },
      daprPlacement: { cluster: { logStoreWinPath: text } },
      daprScheduler: { etcdClientEndpoints: [text, 'b,{c}', `${text}}`], etcdClientPassword: text },
      daprSidecarInjector: {
        allowedServiceAccounts: [text, 'b'],
        extraEnvVars: { A: `{"${text}\\` },
        ignoreEntrypointTolerations: [{ key: text, value: `"${text}\\`, tolerationSeconds: number.numberValue }],
      },
    });
  });
  send('numbers', {
    ha: { replicaCount: number.numberValue },
    registry: `r-${number.numberValue}`,
    mtls: { sentryAddress: `host:${number.numberValue}` },
    extraVolumes: { sentry: [{ readOnly: flag.booleanValue, mode: number.numberValue }] },
  });
  send('lists', { daprScheduler: { etcdClientEndpoints: texts.listValue }, daprSidecarInjector: { allowedServiceAccounts: texts.listValue } });
  send('none', { daprScheduler: { etcdClientEndpoints: none.listValue } });
  const value = send('secret', { registry: secret.stringValue, daprOperator: { logLevel: '${var.texts[0]}' } });
  new TerraformOutput(stack, 'sent_merged', { staticId: true, sensitive: true, value: Fn.merge([{ a: 'b' }, { c: value['global.registry'] }]) });
  send('expressions', {
    registry: 'a,${upper("b,{\\"}")}${~ " c" ~} \\ %{ if true }{d}%{ endif }$${e}',
    nodeSelector: { a: '${var.number + 1},' },
    tolerations: [{ value: '%{ if false }' }, { value: '{%{' }],
  });

  const directory = mkdtempSync(join(tmpdir(), 'settings-'));
  try {
    const terraform = (...args: string[]) => execFileSync('terraform', args, {
      cwd: directory, encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const json = JSON.parse(Testing.synth(stack));
    const [, inside] = /^\$\{(.*)\}$/.exec(json.output.sent_secret.value['global.registry'])!;
    json.output.sent_issensitive = { value: `\${issensitive(${inside})}` };
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify(json));
    writeFileSync(join(directory, 'terraform.tfvars.json'), JSON.stringify({ texts: NASTY, none: [], number: 1000810000, flag: false, secret: 'a,b' }));
    terraform('apply', '-auto-approve', '-no-color');
    Object.assign(outputs, JSON.parse(terraform('output', '-json')));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

/** The text of a string of YAML between double quotes. */
const yaml = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

test.each(NASTY.map((text, index) => [text, index] as const))('%j comes through Terraform and Helm wherever it stands', (text, index) => {
  expect(helm(`text${index}`)).toEqual({
    global: {
      registry: text,
      nodeSelector: { 'a.b': text },
      tolerations: [{ key: text, value: `x${text}` }],
      imagePullSecrets: [{ name: text }],
      extraVolumes: { sentry: [{ name: text, path: `{"\\${text},` }] },
    },
    dapr_operator: { extraEnvVars: { A: yaml(text) } },
    dapr_placement: { cluster: { logStoreWinPath: yaml(text.replaceAll('\\\\', '\\')) } },
    dapr_scheduler: { etcdClientEndpoints: [text, 'b,{c}', `${text}}`], etcdClientPassword: text },
    dapr_sidecar_injector: {
      allowedServiceAccounts: `${text},b`,
      extraEnvVars: { A: `{"${text}\\` },
      ignoreEntrypointTolerations: expect.any(String),
    },
  });
  expect(JSON.parse(helm(`text${index}`).dapr_sidecar_injector.ignoreEntrypointTolerations))
    .toEqual([{ key: text, value: `"${text}\\`, tolerationSeconds: 1000810000 }]);
});

test('numbers are strings without exponent', () => {
  expect(outputs.sent_numbers.value).toEqual({
    'global.ha.replicaCount': '1000810000',
    'global.registry': 'r-1000810000',
    'global.mtls.sentryAddress': 'host:1000810000',
    'global.extraVolumes.sentry[0].mode': '1000810000',
    'global.extraVolumes.sentry[0].readOnly': 'false',
  });
});

test('whole lists come through, and an empty one removes the default', () => {
  expect(helm('lists')).toEqual({ dapr_scheduler: { etcdClientEndpoints: NASTY }, dapr_sidecar_injector: { allowedServiceAccounts: NASTY.join(',') } });
  expect(helm('none')).toEqual({ dapr_scheduler: { etcdClientEndpoints: null } });
});

test('what is sensitive stays so, and is escaped inside functions too', () => {
  expect(outputs.sent_secret.value).toEqual({ 'global.registry': 'a\\,b', 'dapr_operator.logLevel': 'plain' });
  expect(outputs.sent_issensitive.value).toBe(true);
  expect(outputs.sent_merged.value).toEqual({ a: 'b', c: 'a\\,b' });
});

test('expressions and literals with signs of Terraform come through', () => {
  expect(helm('expressions').global).toEqual({
    registry: 'a,B,{"} c\\ {d}${e}',
    nodeSelector: { a: '1000810001,' },
    tolerations: [{ value: '%{ if false }' }, { value: '{%{' }],
  });
});
