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
};
