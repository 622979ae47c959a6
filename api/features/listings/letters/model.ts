/** What is written about places; `{place}` is replaced. One file a language beside this one. */
interface LetterWords {
  subject: string;
  text: string;
  /** On the button. */
  action: string;
}

export interface ListingLetters {
  /** To the address on the listing or at its website: prove that you run it. */
  claimProof: LetterWords;
  /** To whoever holds it. */
  claimTold: LetterWords;
  /** To somebody without an account who sent something. */
  confirm: LetterWords;
  /** Below: how long the link holds. */
  days7: string;
  ignore: string;
}
