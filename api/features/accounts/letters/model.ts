/** The letters that signing in sends; one file a language beside this one. */
interface LetterWords {
  subject: string;
  text: string;
  /** On the button. */
  action: string;
}

export interface AccountLetters {
  /** Prove that the address is yours, after signing up with a password. */
  verify: LetterWords;
  /** Sign in without a password. */
  signIn: LetterWords;
  /** Choose a new password. */
  reset: LetterWords;
  /** Somebody signed up with an address that has an account. */
  exists: LetterWords;
  /** Delete the account. */
  remove: LetterWords;
  /** Below: how long the link holds. */
  minutes15: string;
  hour1: string;
  day1: string;
  /** Below: what to do if one did not ask for it. */
  ignore: string;
}
