/** The letter's words; `{name}` is replaced by the place's name. One file a language beside this one. */
export interface FreshnessWords {
  subject: string;
  question: string;
  why: string;
  /** On the button, and on the links below it. */
  stillTrue: string;
  changed: string;
  closed: string;
  holds: string;
  ignore: string;
}
