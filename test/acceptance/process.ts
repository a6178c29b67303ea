import { spawn } from 'child_process';

export interface RunOptions {
  readonly folder: string;
  /** The whole environment: nothing is inherited. */
  readonly environment: Record<string, string>;
  readonly timeoutMilliseconds: number;
}

export interface RunResult {
  /** Undefined when the process was ended because of its time limit. */
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Processes that were started and have not ended; the plugins of Terraform are in the group of their Terraform. */
const running = new Set<number>();

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.once('exit', () => running.forEach(killGroup));

/** Runs a program to its end, or to the end of its time. Rejects only when it cannot be started. */
export async function run(program: string, args: string[], options: RunOptions): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.folder, env: options.environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => output[name] += text);
    }
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child.pid!);
    }, options.timeoutMilliseconds);
    if (child.pid !== undefined) running.add(child.pid);
    const end = () => {
      clearTimeout(timer);
      running.delete(child.pid!);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('close', (code) => {
      end();
      resolve({ exitCode: late ? undefined : code ?? 1, ...output });
    });
  });
}
