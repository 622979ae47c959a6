/** What moderators' decisions write to people; `{place}` and `{reason}` are replaced. One file a language beside this one. */
interface LetterWords {
  subject: string;
  text: string;
}

export interface ModerationLetters {
  newApproved: LetterWords;
  editApproved: LetterWords;
  claimApproved: LetterWords;
  asked: LetterWords;
  refused: LetterWords;
  removed: LetterWords;
  reverted: LetterWords;
  appealGranted: LetterWords;
  appealRefused: LetterWords;
  reportSettled: LetterWords;
  /** What the moderator wrote. */
  reason: string;
  /** The grounds of a decision against somebody. */
  law: string;
  rules: string;
  byPerson: string;
  redress: string;
  /** On the buttons. */
  see: string;
  answer: string;
  appeal: string;
}
