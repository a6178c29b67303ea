import { Construct, IConstruct } from 'constructs';
import {
  Aspects, dependable, ITerraformDependable, TerraformDataSource, TerraformElement, TerraformModule, TerraformResource, TerraformStack,
} from './framework';

/**
 * cdktf gives `node.addDependency` no meaning in Terraform. For the library's own constructs it has one:
 * within a stack it becomes `depends_on`, across stacks a dependency of the stacks.
 */
export function joinDependencies(construct: IConstruct & ITerraformDependable): void {
  own.add(construct);
  const stack = TerraformStack.of(construct);
  if (!joined.has(stack)) {
    joined.add(stack);
    const connected = new Map<Dependent, Set<ITerraformDependable>>();
    Aspects.of(stack).add({ visit: (node) => connectWithin(node, connected) });
  }
  const root = construct.node.root;
  if (!rootsWithScan.has(root)) {
    rootsWithScan.add(root);
    new StackDependencies(stack, 'cdktf-azure-dapr-stack-dependencies');
  }
}

/** What can carry `depends_on`. */
type Dependent = TerraformElement & { dependsOn?: string[] };

/** A construct that is wired as a whole: one of ours, or one Terraform block. */
type Unit = IConstruct & ITerraformDependable;

const own = new WeakSet<IConstruct>();
const joined = new WeakSet<TerraformStack>();
const rootsWithScan = new WeakSet<IConstruct>();

function connectWithin(construct: IConstruct, connected: Map<Dependent, Set<ITerraformDependable>>): void {
  for (const dependency of construct.node.dependencies.filter((one) => !TerraformStack.isStack(one) && stackOf(one) === stackOf(construct))) {
    for (const dependent of units(construct)) {
      for (const target of units(dependency).filter((unit) => own.has(dependent) || own.has(unit))) {
        connect(blockOf(dependent), target, connected);
      }
    }
  }
}

function connect(block: Dependent, target: Unit, connected: Map<Dependent, Set<ITerraformDependable>>): void {
  const targets = connected.get(block) ?? new Set();
  connected.set(block, targets);
  if (!targets.has(target)) {
    targets.add(target);
    block.dependsOn = [...(block.dependsOn ?? []), dependable(target)];
  }
}

/**
 * Finds the dependencies across stacks while the app is being prepared: an aspect is too late, because the
 * first stacks are written before it runs in the last. One for each app; it adds nothing to the JSON.
 */
class StackDependencies extends TerraformElement {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  public override toTerraform(): object {
    for (const construct of this.node.root.node.findAll()) {
      for (const dependency of construct.node.dependencies) {
        this.connect(construct, dependency);
      }
    }
    return {};
  }

  private connect(construct: IConstruct, dependency: IConstruct): void {
    const [dependent, target] = [stackOf(construct), stackOf(dependency)];
    if (dependent && target && dependent !== target && (holdsOwn(construct) || holdsOwn(dependency))) {
      dependent.addDependency(target);
    }
  }
}

function holdsOwn(construct: IConstruct): boolean {
  return construct.node.findAll().some((node) => own.has(node));
}

function stackOf(construct: IConstruct): TerraformStack | undefined {
  return construct.node.scopes.reverse().find((scope): scope is TerraformStack => TerraformStack.isStack(scope));
}

/** What a construct stands for in Terraform: the outermost own constructs and Terraform blocks at or under it. */
function units(construct: IConstruct): Unit[] {
  if (own.has(construct) || isBlock(construct)) {
    return [construct as Unit];
  }
  return construct.node.children.filter((child) => !TerraformStack.isStack(child)).flatMap(units);
}

function isBlock(construct: IConstruct): boolean {
  return TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct)
    || typeof (construct as Partial<TerraformModule>).interpolationForOutput === 'function';
}

/** The block that carries the `depends_on` of a unit. */
function blockOf(unit: Unit): Dependent {
  return (own.has(unit) ? unit.node.defaultChild : unit) as Dependent;
}
