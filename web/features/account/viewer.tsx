import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { AccountQuery } from '../../gql/graphql.ts';
import { here, signInAddress } from './addresses.ts';

const viewerQuery = graphql(`
  query Account {
    viewer {
      id name email language secondFactor rolesWait administrator moderatorOf
      organizations { role organization { id slug name } }
    }
  }
`);

export type Viewer = NonNullable<AccountQuery['viewer']>;

interface Props {
  /** While it is asked who is there, and where that cannot be found out. */
  loading: ReactNode;
  failed: (retry: () => void) => ReactNode;
  children: (viewer: Viewer, reload: () => void) => ReactNode;
}

/** For whoever is signed in; others are led to sign in, and back here. */
export function SignedIn({ loading, failed, children }: Props) {
  const [{ data, error, fetching }, ask] = useQuery({ query: viewerQuery, requestPolicy: 'network-only' });
  const reload = () => ask({ requestPolicy: 'network-only' });
  const isVisitor = data !== undefined && data.viewer === null && !fetching;
  useEffect(() => {
    if (isVisitor) window.location.replace(signInAddress(here()));
  }, [isVisitor]);
  if (data?.viewer) return children(data.viewer, reload);
  return error && !fetching ? failed(reload) : loading;
}
