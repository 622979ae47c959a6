/** English, and the shape of the other languages. */
export const words = {
  suggestion: {
    title: 'Confirm your suggestion',
    lead: 'You told us something about a place. Press the button, and it goes to whoever looks after the map there.',
    confirm: 'Confirm it',
    confirmed: 'Thank you. It is with the moderators now, who will write to you.',
    void: 'This link was used before or is too old. Nothing is lost if you pressed it once; else send your suggestion again.',
    failed: 'It did not reach us. Try again.',
    toMap: 'To the map',
  },
  decision: {
    title: 'A decision about your contribution',
    lead: 'What was decided, why, and how to have it looked at again.',
    signInFirst: 'Only whoever the decision was sent to can read it.',
    signIn: 'Sign in',
    missing: 'There is no such decision about something of yours.',
    failed: 'It did not reach us. Try again.',
    acts: {
      REFUSED: 'Your contribution was not published',
      REVERTED: 'Your change was undone',
      REMOVED: 'The place was taken off the map',
    },
    place: 'Place',
    decidedAt: 'Decided on',
    byPeople: 'Decided by a person, not by a machine.',
    facts: 'The facts',
    ground: 'Ground',
    grounds: {
      LAW: 'It is against the law.',
      RULES: 'It is against the rules of this directory.',
    },
    appeal: 'Appeal',
    appealNote: 'Once, free of charge, within six months. Another look is taken at it.',
    words: 'Why is the decision wrong?',
    send: 'Send the appeal',
    sending: 'One moment',
    need: 'Write why the decision is wrong, in at most 2,000 characters.',
    tooLate: 'An appeal is not possible any more.',
    sent: 'Your appeal',
    waiting: 'It has been received and waits to be decided.',
    granted: 'Your appeal was granted.',
    denied: 'Your appeal was not granted.',
    court: 'Beside it, the ways to a court and to a certified body that settles disputes stay open.',
  },
};

export type AnswerWords = typeof words;
