/** Mutations for people without an account: what they send counts once a mailed link confirms it. */
import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { rowIdOf } from '../../platform/row-id.ts';
import { StatusChangeEnum } from './content-schema.ts';
import { ListingInputType } from './input-schema.ts';
import { confirmSuggestion, suggestChange, suggestListing } from './unconfirmed.ts';
import { PossibleDuplicate } from './write-model.ts';

const SentType = builder.objectRef<{ sentTo: string }>('SuggestionReceived').implement({
  description: 'A letter with a link is on its way; what was sent counts once it is opened.',
  fields: (t) => ({ sentTo: t.exposeString('sentTo', { description: 'Where the letter goes.' }) }),
});

const ConfirmedType = builder.objectRef<{ confirmedAt: Date }>('SuggestionConfirmed').implement({
  description: 'What was sent waits for a moderator.',
  fields: (t) => ({ confirmedAt: t.expose('confirmedAt', { type: 'DateTime', description: 'When.' }) }),
});

const outcome = (union: string) => ({
  types: [ValidationError, NotAllowed, NotFound],
  directResult: true,
  union: { name: union, description: 'SuggestionReceived, or why not.' },
});

const email = {
  required: true,
  description: 'Where the link is sent, and a moderator’s answer; never public.',
} as const;
const reason = { description: 'Why, for the moderator: at most 500 characters.' } as const;
const trap = { description: 'Stays empty: a field that people do not see and machines fill in.' } as const;
const limits =
  'RATE_LIMITED beyond ten an hour from one network address, and beyond five letters a day to one mailbox.';

builder.mutationFields((t) => ({
  suggestListing: t.field({
    type: SentType,
    description: `Sends in a place that is missing, without an account. Given to everybody under CC0 1.0. ${limits}`,
    errors: {
      ...outcome('SuggestListingResult'),
      types: [ValidationError, PossibleDuplicate, NotAllowed],
    },
    args: {
      input: t.arg({ type: ListingInputType, required: true, description: 'What is said of it; no organisation.' }),
      email: t.arg.string(email),
      distinct: t.arg.boolean({
        defaultValue: false,
        description: 'The listings that may be the same place were looked at: it is none of them.',
      }),
      reason: t.arg.string(reason),
      trap: t.arg.string(trap),
    },
    resolve: async (_, { input: { organization: _none, ...input }, email, distinct, reason, trap }, context) => {
      await suggestListing(context, { input, email, reason, trap, distinct: distinct ?? false });
      return { sentTo: email };
    },
  }),
  suggestChange: t.field({
    type: SentType,
    description: `Suggests a change of a place, or says that it has closed, without an account. ${limits}`,
    errors: outcome('SuggestChangeResult'),
    args: {
      listing: t.arg.globalID({ required: true, description: 'Global id of the public listing.' }),
      input: t.arg({ type: ListingInputType, description: 'What is said of it from now on: only what changes.' }),
      change: t.arg({ type: StatusChangeEnum, description: 'Whether it is still there.' }),
      email: t.arg.string(email),
      reason: t.arg.string(reason),
      trap: t.arg.string(trap),
    },
    resolve: async (_, { listing, input, change, email, reason, trap }, context) => {
      const { organization: _none, ...rest } = input ?? {};
      await suggestChange(context, rowIdOf('Listing', listing), { input: rest, change, email, reason, trap });
      return { sentTo: email };
    },
  }),
  confirmSuggestion: t.field({
    type: ConfirmedType,
    description: 'Confirms what was sent without an account, by what was mailed.',
    errors: {
      types: [ValidationError, NotAllowed, NotFound],
      directResult: true,
      union: { name: 'ConfirmSuggestionResult', description: 'SuggestionConfirmed, or why not.' },
    },
    args: { token: t.arg.string({ required: true, description: 'What stands at the end of the mailed address.' }) },
    resolve: async (_, { token }, context) => {
      await confirmSuggestion(context, token);
      return { confirmedAt: context.now };
    },
  }),
}));
