import type { Answer } from './http';

/** A refusal in the shape all of Azure Resource Manager uses: `{"error": {"code": ..., "message": ...}}`. */
export class AzureError extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string,
    public readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  public toAnswer(): Answer {
    return { status: this.status, body: { error: { code: this.code, message: this.message } }, headers: this.headers };
  }
}

/** A request whose content breaks a rule of the service. */
export function badRequest(code: string, message: string): AzureError {
  return new AzureError(400, code, message);
}
