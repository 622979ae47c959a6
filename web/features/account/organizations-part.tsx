import { pageAddress } from '../../lib/page-address.ts';
import { Part } from './part.tsx';
import type { Viewer } from './viewer.tsx';
import type { AccountWords } from './words/en.ts';

/** The organisations that one is a member of, and the way to a new one. */
export function OrganizationsPart({ words, viewer }: { words: AccountWords; viewer: Viewer }) {
  const { account } = words;
  return (
    <Part title={account.organizations}>
      {viewer.organizations.length === 0 && <p>{account.noOrganizations}</p>}
      {viewer.organizations.length > 0 && (
        <ul className="account-rows">
          {viewer.organizations.map(({ role, organization: { id, slug, name } }) => (
            <li key={id}>
              <span className="what">
                <a href={pageAddress(`/organizations/${slug}`)}>{name}</a>
              </span>
              <span>{role === 'OWNER' ? account.owner : account.editor}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="button line" href={pageAddress('/organizations/new')}>
          {account.newOrganization}
        </a>
      </p>
    </Part>
  );
}
