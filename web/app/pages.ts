import type { ComponentType } from 'react';
import { configureWords } from '../embed/configure/words.ts';
import { accountWords } from '../features/account/words.ts';
import { answerWords } from '../features/answers/words.ts';
import { claimWords } from '../features/claim/words.ts';
import { freshnessWords } from '../features/freshness/words.ts';
import { mineWords } from '../features/mine/words.ts';
import { moderationWords } from '../features/moderation/words.ts';
import { organizationWords } from '../features/organizations/words.ts';
import { registerWords } from '../features/register/words.ts';
import { statementWords } from '../features/statements/words.ts';
import type { WordFiles } from '../lib/i18n/words.ts';
import type { AppPath } from './paths.ts';

interface Page {
  load: () => Promise<ComponentType>;
  words: WordFiles<unknown>;
}

/** Each plain page, loaded when its address is opened, with its own words. */
export const pages: Record<AppPath, Page> = {
  '/about': {
    load: () => import('../features/statements/about.tsx').then(({ About }) => About),
    words: statementWords,
  },
  '/privacy': {
    load: () => import('../features/statements/privacy.tsx').then(({ Privacy }) => Privacy),
    words: statementWords,
  },
  '/accessibility': {
    load: () => import('../features/statements/accessibility.tsx').then(({ Accessible }) => Accessible),
    words: statementWords,
  },
  '/worklist': {
    load: () => import('../features/freshness/worklist.tsx').then(({ Worklist }) => Worklist),
    words: freshnessWords,
  },
  '/still-right': {
    load: () => import('../features/freshness/still-right.tsx').then(({ StillRight }) => StillRight),
    words: freshnessWords,
  },
  '/embed/configure': {
    load: () => import('../embed/configure/page.tsx').then(({ Configure }) => Configure),
    words: configureWords,
  },
  '/sign-in': {
    load: () => import('../features/account/sign-in.tsx').then(({ SignIn }) => SignIn),
    words: accountWords,
  },
  '/sign-up': {
    load: () => import('../features/account/sign-up.tsx').then(({ SignUp }) => SignUp),
    words: accountWords,
  },
  '/account': {
    load: () => import('../features/account/account.tsx').then(({ Account }) => Account),
    words: accountWords,
  },
  '/account/reset': {
    load: () => import('../features/account/reset.tsx').then(({ Reset }) => Reset),
    words: accountWords,
  },
  '/account/delete': {
    load: () => import('../features/account/delete.tsx').then(({ Delete }) => Delete),
    words: accountWords,
  },
  '/invitations/:token': {
    load: () => import('../features/organizations/invitation.tsx').then(({ Invitation }) => Invitation),
    words: organizationWords,
  },
  '/organizations/new': {
    load: () => import('../features/organizations/create.tsx').then(({ Create }) => Create),
    words: organizationWords,
  },
  '/organizations/:slug': {
    load: () => import('../features/organizations/page.tsx').then(({ OrganizationPage }) => OrganizationPage),
    words: organizationWords,
  },
  '/moderation': {
    load: () => import('../features/moderation/page.tsx').then(({ Moderation }) => Moderation),
    words: moderationWords,
  },
  '/places/new': {
    load: () => import('../features/register/pages.tsx').then(({ NewPlace }) => NewPlace),
    words: registerWords,
  },
  '/places/mine': {
    load: () => import('../features/mine/page.tsx').then(({ MyPlaces }) => MyPlaces),
    words: mineWords,
  },
  '/places/:slug/claim': {
    load: () => import('../features/claim/pages.tsx').then(({ ClaimPlace }) => ClaimPlace),
    words: claimWords,
  },
  '/claims/:token': {
    load: () => import('../features/claim/pages.tsx').then(({ ProveClaim }) => ProveClaim),
    words: claimWords,
  },
  '/suggestions/:token': {
    load: () => import('../features/answers/suggestion.tsx').then(({ Suggestion }) => Suggestion),
    words: answerWords,
  },
  '/decisions/:id': {
    load: () => import('../features/answers/decision.tsx').then(({ Decision }) => Decision),
    words: answerWords,
  },
  '/places/:slug/edit': {
    load: () => import('../features/register/pages.tsx').then(({ EditPlace }) => EditPlace),
    words: registerWords,
  },
};
