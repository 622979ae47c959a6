/**
 * A failure that an operator can mend: its message is one sentence that says what is wrong and where.
 * Commands print it without a stack trace and end with exit code 1.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** The `code` of a Node, network or PostgreSQL error, where it has one. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Bad input from outside: names the argument and says what is wrong. GraphQL answers it as BAD_USER_INPUT, the other
 * routes as 400.
 */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  /** Path of the argument or parameter, such as `near.radiusMeters`. */
  readonly argument: string;

  constructor(argument: string, problem: string) {
    super(`${argument}: ${problem}`);
    this.argument = argument;
  }
}
