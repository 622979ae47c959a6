/** The letter that invites to an organisation, in eight languages. */
import type { Letter } from '../../platform/mail.ts';
import type { Language } from '../taxonomy/model.ts';
import { bg } from './letters/bg.ts';
import { cs } from './letters/cs.ts';
import { en } from './letters/en.ts';
import { es } from './letters/es.ts';
import { fi } from './letters/fi.ts';
import { fr } from './letters/fr.ts';
import { it } from './letters/it.ts';
import type { InvitationWords } from './letters/model.ts';
import { nl } from './letters/nl.ts';
import type { OrganizationRole } from './model.ts';

const words: Record<Language, InvitationWords> = { it, en, fr, es, nl, fi, cs, bg };

export interface Invitation {
  organization: string;
  /** Name of whoever invites; may be empty. */
  inviter: string;
  role: OrganizationRole;
  url: string;
}

export function invitationLetter(language: Language, { organization, inviter, role, url }: Invitation): Letter {
  const { subject, invitedBy, invited, asOwner, asEditor, action, holds, ignore } = words[language];
  const filled = (text: string) =>
    text.replaceAll(/\{(organization|inviter)\}/g, (_, name) => (name === 'inviter' ? inviter : organization));
  return {
    language,
    subject: filled(subject),
    paragraphs: [filled(inviter ? invitedBy : invited), role === 'OWNER' ? asOwner : asEditor],
    action: { label: action, url },
    notes: [holds, ignore],
  };
}
