import { useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import type { MyPhotosQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Field, SelectField } from '../../ui/form/fields.tsx';
import { TypedForm } from '../../ui/form/form.tsx';
import { describePhotoMutation, myPhotosQuery, removePhotoMutation } from './queries.ts';
import type { MineWords } from './words/en.ts';

type Photo = NonNullable<MyPhotosQuery['listing']>['photos'][number];

const most = 6;
/** The server says the same of what is larger. */
const largestBytes = 20_000_000;

/** Photos of one's place: added, described, taken away. */
export function Photos({ listing, words }: { listing: { id: string; name: string }; words: MineWords['photos'] }) {
  const [{ data, error, fetching }, again] = useQuery({
    query: myPhotosQuery,
    variables: { id: listing.id, language: useI18n().language },
    requestPolicy: 'network-only',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (!data?.listing)
    return <p role={error ? 'alert' : 'status'}>{error && !fetching ? words.failed : words.loading}</p>;
  const { photos } = data.listing;
  return (
    <section className="mine-photos" aria-label={words.of(listing.name)}>
      <ul>
        {photos.map((photo, index) => (
          <OnePhoto key={photo.id} photo={photo} number={index + 1} words={words} onChanged={refresh} />
        ))}
      </ul>
      {photos.length < most ? <AddPhoto listing={listing.id} words={words} onAdded={refresh} /> : <p>{words.enough}</p>}
    </section>
  );
}

function AddPhoto({ listing, words, onAdded }: { listing: string; words: MineWords['photos']; onAdded: () => void }) {
  const chosen = useRef<HTMLInputElement>(null);
  return (
    <TypedForm
      submit={words.add}
      sending={words.sending}
      lesser
      send={async ({ licence = '' }) => {
        const file = chosen.current?.files?.[0];
        if (!file) return { fields: { file: words.chooseFirst } };
        if (file.size > largestBytes) return { fields: { file: words.problems.TOO_LARGE ?? words.notAdded } };
        const code = await upload(listing, licence, file);
        if (code) return { fields: { file: words.problems[code] ?? words.notAdded } };
        if (chosen.current) chosen.current.value = '';
        onAdded();
        return undefined;
      }}
    >
      <Field ref={chosen} name="file" type="file" accept="image/*" label={words.choose} note={words.chooseNote} />
      <SelectField name="licence" label={words.licence} note={words.licenceNote}>
        <option value="CC-BY-4.0">CC BY 4.0</option>
        <option value="CC0-1.0">CC0 1.0</option>
      </SelectField>
    </TypedForm>
  );
}

/** Null when it is there; else why not, as the server's code. */
async function upload(listing: string, licence: string, file: File): Promise<string | null> {
  try {
    const address = `/api/photos?${new URLSearchParams({ listing, licence })}`;
    const response = await fetch(address, { method: 'POST', body: file });
    if (response.ok) return null;
    const answer: { code?: string } = await response.json().catch(() => ({}));
    return answer.code ?? (response.status === 413 ? 'TOO_LARGE' : 'FAILED');
  } catch {
    return 'FAILED'; // no network
  }
}

interface OneProps {
  photo: Photo;
  number: number;
  words: MineWords['photos'];
  onChanged: () => void;
}

function OnePhoto({ photo, number, words, onChanged }: OneProps) {
  const { language } = useI18n();
  const client = useClient();
  const [said, setSaid] = useState('');
  const smallest = photo.urls[0];
  const remove = async () => {
    const { data } = await client.mutation(removePhotoMutation, { photo: photo.id });
    if (data?.removePhoto?.__typename === 'PhotoRemoved') onChanged();
    else setSaid(words.notRemoved);
  };
  return (
    <li>
      {smallest && (
        <img
          src={smallest.path}
          width={smallest.width}
          height={smallest.height}
          alt={photo.alt ?? words.number(number)}
        />
      )}
      <TypedForm
        submit={words.describe}
        sending={words.sending}
        lesser
        send={async ({ text = '', credit = '' }) => {
          setSaid('');
          const input = { alt: [{ language, text }], credit };
          const { data } = await client.mutation(describePhotoMutation, { photo: photo.id, input });
          const result = data?.describePhoto;
          if (result?.__typename === 'ValidationError') return { whole: words.tooLong };
          if (result?.__typename !== 'PhotoDescribed') return { whole: words.failed };
          setSaid(words.described);
          return undefined;
        }}
        aside={
          <button type="button" className="button line" onClick={() => void remove()}>
            {words.remove}
            <span className="visually-hidden"> {words.number(number)}</span>
          </button>
        }
      >
        <Field name="text" label={words.alt} note={words.altNote} defaultValue={photo.alt ?? ''} maxLength={300} />
        <Field name="credit" label={words.credit} defaultValue={photo.credit ?? ''} maxLength={120} />
      </TypedForm>
      <p role="status">{said || (photo.hidden ? words.hidden : '')}</p>
    </li>
  );
}
