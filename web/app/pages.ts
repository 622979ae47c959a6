import type { ComponentType } from 'react';
import type { AppPath } from './paths.ts';

/** Each plain page, loaded when its address is opened, with its own words. */
export const pages: Record<AppPath, () => Promise<ComponentType>> = {
  '/about': () => import('../features/statements/about.tsx').then(({ About }) => About),
  '/privacy': () => import('../features/statements/privacy.tsx').then(({ Privacy }) => Privacy),
  '/accessibility': () => import('../features/statements/accessibility.tsx').then(({ Accessible }) => Accessible),
  '/worklist': () => import('../features/freshness/worklist.tsx').then(({ Worklist }) => Worklist),
  '/still-right': () => import('../features/freshness/still-right.tsx').then(({ StillRight }) => StillRight),
  '/embed/configure': () => import('../embed/configure/page.tsx').then(({ Configure }) => Configure),
  '/sign-in': () => import('../features/account/sign-in.tsx').then(({ SignIn }) => SignIn),
  '/sign-up': () => import('../features/account/sign-up.tsx').then(({ SignUp }) => SignUp),
  '/account': () => import('../features/account/account.tsx').then(({ Account }) => Account),
  '/account/reset': () => import('../features/account/reset.tsx').then(({ Reset }) => Reset),
  '/account/delete': () => import('../features/account/delete.tsx').then(({ Delete }) => Delete),
  '/invitations/:token': () => import('../features/organizations/invitation.tsx').then(({ Invitation }) => Invitation),
  '/organizations/new': () => import('../features/organizations/create.tsx').then(({ Create }) => Create),
  '/organizations/:slug': () =>
    import('../features/organizations/page.tsx').then(({ OrganizationPage }) => OrganizationPage),
  '/moderation': () => import('../features/moderation/page.tsx').then(({ Moderation }) => Moderation),
  '/places/new': () => import('../features/register/pages.tsx').then(({ NewPlace }) => NewPlace),
  '/places/mine': () => import('../features/mine/page.tsx').then(({ MyPlaces }) => MyPlaces),
  '/places/:slug/claim': () => import('../features/claim/pages.tsx').then(({ ClaimPlace }) => ClaimPlace),
  '/claims/:token': () => import('../features/claim/pages.tsx').then(({ ProveClaim }) => ProveClaim),
  '/suggestions/:token': () => import('../features/answers/suggestion.tsx').then(({ Suggestion }) => Suggestion),
  '/decisions/:id': () => import('../features/answers/decision.tsx').then(({ Decision }) => Decision),
  '/places/:slug/edit': () => import('../features/register/pages.tsx').then(({ EditPlace }) => EditPlace),
};
