import type { AccountLetters } from './model.ts';

export const en: AccountLetters = {
  verify: {
    subject: 'Confirm your address',
    text: 'Confirm that this address is yours, and your Ricircolo account is ready.',
    action: 'Confirm address',
  },
  signIn: {
    subject: 'Your link to sign in',
    text: 'With this link you sign in to Ricircolo.',
    action: 'Sign in',
  },
  reset: {
    subject: 'Choose a new password',
    text: 'With this link you choose a new password for Ricircolo.',
    action: 'Choose password',
  },
  exists: {
    subject: 'You already have an account',
    text: 'Somebody, perhaps you, signed up to Ricircolo with this address. It already has an account: sign in, or ask there for a new password.',
    action: 'Go to Ricircolo',
  },
  remove: {
    subject: 'Delete your account',
    text: 'With this link you delete your Ricircolo account for good. Your personal data go; what you contributed stays without your name.',
    action: 'Delete account',
  },
  minutes15: 'The link holds for 15 minutes and works once.',
  hour1: 'The link holds for one hour and works once.',
  day1: 'The link holds for one day.',
  ignore: 'If you did not ask for this, you need not do anything.',
};
