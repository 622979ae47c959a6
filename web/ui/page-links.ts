import type { Messages } from '../lib/i18n/en.ts';

/** The plain pages in the order in which menus and footers name them. */
export const pageLinks = [
  { path: '/about', label: (t: Messages) => t.aboutPage },
  { path: '/worklist', label: (t: Messages) => t.worklistPage },
  { path: '/privacy', label: (t: Messages) => t.privacyPage },
  { path: '/accessibility', label: (t: Messages) => t.accessibilityPage },
  { path: '/embed/configure', label: (t: Messages) => t.embedPage },
];
