import type { ListingLetters } from './model.ts';

export const en: ListingLetters = {
  claimProof: {
    subject: 'Do you run {place}?',
    text: 'Somebody signed in to Ricircolo says that they run {place}. If that was you, confirm it: open this link where you are signed in.',
    action: 'Confirm',
  },
  claimTold: {
    subject: 'Somebody says that they run {place}',
    text: 'Somebody says that they run {place}, which you hold. Nothing changes unless a moderator decides so. If you do not agree, say why.',
    action: 'See the place',
  },
  confirm: {
    subject: 'Confirm what you sent: {place}',
    text: 'You, or somebody who gave your address, sent something about {place} to Ricircolo. It counts once you confirm it.',
    action: 'Confirm',
  },
  days7: 'The link holds for 7 days and works once.',
  ignore: 'If this was not you, you need not do anything.',
};
