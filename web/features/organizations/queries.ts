import { graphql } from '../../gql/gql.ts';
import type { OrganizationPageQuery } from '../../gql/graphql.ts';

export const organizationQuery = graphql(`
  query OrganizationPage($slug: String!) {
    viewer { id }
    organization(slug: $slug) {
      id slug name class website approvesEdits
      viewerCan { edit seeMembers manageMembers chooseApproval handOver leave }
      members { person name email role joinedAt }
      invitations { id email role expiresAt }
    }
  }
`);

export type Organization = NonNullable<OrganizationPageQuery['organization']>;

export const createMutation = graphql(`
  mutation CreateOrganization($input: OrganizationInput!, $key: String!) {
    result: createOrganization(input: $input, idempotencyKey: $key) {
      __typename
      ... on OrganizationCreated { organization { slug } }
      ... on ValidationError { field }
    }
  }
`);

export const editMutation = graphql(`
  mutation EditOrganization($organization: ID!, $input: OrganizationInput!) {
    result: editOrganization(organization: $organization, input: $input) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const approvalMutation = graphql(`
  mutation ChooseEditApproval($organization: ID!, $approvesEdits: Boolean!) {
    result: chooseEditApproval(organization: $organization, approvesEdits: $approvesEdits) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const inviteMutation = graphql(`
  mutation InviteMember($organization: ID!, $email: String!, $role: OrganizationRole!) {
    result: inviteMember(organization: $organization, email: $email, role: $role) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const withdrawMutation = graphql(`
  mutation RevokeInvitation($invitation: String!) {
    result: revokeInvitation(invitation: $invitation) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const roleMutation = graphql(`
  mutation ChangeMemberRole($organization: ID!, $person: String!, $role: OrganizationRole!) {
    result: changeMemberRole(organization: $organization, person: $person, role: $role) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const removeMutation = graphql(`
  mutation RemoveMember($organization: ID!, $person: String!) {
    result: removeMember(organization: $organization, person: $person) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const handOverMutation = graphql(`
  mutation HandOverOrganization($organization: ID!, $person: String!) {
    result: handOverOrganization(organization: $organization, person: $person) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const leaveMutation = graphql(`
  mutation LeaveOrganization($organization: ID!) {
    result: leaveOrganization(organization: $organization) {
      __typename
      ... on ValidationError { field }
    }
  }
`);

export const acceptMutation = graphql(`
  mutation AcceptInvitation($token: String!) {
    result: acceptInvitation(token: $token) {
      __typename
      ... on InvitationAccepted { organization { slug name } }
      ... on ValidationError { field }
    }
  }
`);
