/** The letter that invites; `{organization}` and `{inviter}` are replaced. One file a language beside this one. */
export interface InvitationWords {
  subject: string;
  invitedBy: string;
  /** Where whoever invites has not said their name. */
  invited: string;
  asOwner: string;
  asEditor: string;
  /** On the button. */
  action: string;
  holds: string;
  ignore: string;
}
