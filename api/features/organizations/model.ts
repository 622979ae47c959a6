import type { OrganizationClass, OrganizationRole } from '../../generated/prisma/enums.ts';

export type { OrganizationRole };

export interface OrganizationInput {
  name: string;
  class?: OrganizationClass | null | undefined;
  website?: string | null | undefined;
}

/** What the person who asks may do with an organisation; the interface shows what is true and hides the rest. */
export interface OrganizationRights {
  /** Change name, kind and website. */
  edit: boolean;
  /** See who the members are. */
  seeMembers: boolean;
  /** Invite, change roles, remove. */
  manageMembers: boolean;
  /** Decide whether its members decide on suggested changes of its places. */
  chooseApproval: boolean;
  /** Make another member the owner in one's place. */
  handOver: boolean;
  leave: boolean;
}

/** How long an invitation holds. */
export const invitationDays = 14;
/** Invitations under way, an organisation. */
export const invitationLimit = 50;
/** Organisations that one person may own. */
export const ownedLimit = 20;
