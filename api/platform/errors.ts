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

/** Expected failures of a mutation: members of its result's union, each with a sentence for people. */

export const problemCodes = ['REQUIRED', 'INVALID', 'UNKNOWN', 'TOO_LONG', 'TOO_MANY', 'NOT_ALLOWED'] as const;

/** One value that cannot be taken. */
export interface Problem {
  /** Path of the value within the mutation's arguments, such as `input.offers.0.amountMin`. */
  field: string;
  message: string;
  /** What kind of mistake it is, for words in other languages. */
  code: (typeof problemCodes)[number];
}

/** Values given cannot be taken. */
export class ValidationError extends Error {
  override name = 'ValidationError';
  /** Path of the first of them. */
  readonly field: string;
  readonly problems: readonly Problem[];

  constructor(field: string, message: string, problems: readonly Problem[] = [{ field, message, code: 'INVALID' }]) {
    super(message);
    this.field = field;
    this.problems = problems;
  }
}

/** Throws a ValidationError where there are problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new ValidationError(first.field, first.message, problems);
}

/** Whoever asks may not do this. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** What it was to be done to is not there, or not for whoever asks. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Asked too often from one address. GraphQL answers it as RATE_LIMITED, with the seconds to wait. */
export class RateLimited extends Error {
  override name = 'RateLimited';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(`Too many in a short time. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
