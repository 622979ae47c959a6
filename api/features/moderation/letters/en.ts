import type { ModerationLetters } from './model.ts';

export const en: ModerationLetters = {
  newApproved: {
    subject: '{place} is on the map',
    text: 'The place that you registered, {place}, is on the map. Thank you.',
  },
  editApproved: {
    subject: 'Your change of {place} is published',
    text: 'What you suggested about {place} is published. Thank you.',
  },
  claimApproved: {
    subject: 'You look after {place}',
    text: 'From now on you keep {place} current yourself: your changes show at once.',
  },
  asked: {
    subject: 'A question about {place}',
    text: 'A moderator has a question about what you sent about {place}.',
  },
  refused: {
    subject: 'Not published: {place}',
    text: 'What you sent about {place} is not published.',
  },
  removed: {
    subject: 'Removed: {place}',
    text: 'A moderator has removed {place} from the map.',
  },
  reverted: {
    subject: 'Your change of {place} was undone',
    text: 'A moderator has undone your change of {place}.',
  },
  appealGranted: {
    subject: 'Your appeal about {place}',
    text: 'Your appeal was looked at, and the decision about {place} is reversed.',
  },
  appealRefused: {
    subject: 'Your appeal about {place}',
    text: 'Your appeal was looked at. The decision about {place} stands.',
  },
  reportSettled: {
    subject: 'Your report about {place}',
    text: 'A moderator has looked at what you reported about {place}. Thank you.',
  },
  reason: 'The moderator writes: {reason}',
  law: 'It is against the law.',
  rules: 'It is against the rules of this directory.',
  byPerson: 'A person decided this, without automated means.',
  redress:
    'If you do not agree, you can appeal here within six months, free of charge. You may also turn to an out-of-court dispute settlement body, or to a court.',
  see: 'See the place',
  answer: 'See and change it',
  appeal: 'Read the decision, or appeal',
};
